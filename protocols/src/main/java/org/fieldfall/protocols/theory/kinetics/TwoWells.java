package org.fieldfall.protocols.theory.kinetics;

import java.util.Optional;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.AxialSpin;

/**
 * The kinetics K1: two wells, each in internal equilibrium at the lattice temperature, that exchange population over the
 * barrier while the field changes, on a lattice that may lose heat to a bath.
 *
 * <p>With n moles, wells w = L (M &lt; 0) and R (M &gt; 0), p the population of R, and G the {@link WellExchange} rates:
 *
 * <pre>
 * dp/dt = G_LR (1 − p) − G_RL p
 * C_tot dT/dt = −n (U_R − U_L) dp/dt − n T [(1 − p) dM_L/dT + p dM_R/dT] dB/dt − K (T − Tb) + P
 * C_tot = n [C_ph + (1 − p) C_L + p C_R] + C_add
 * </pre>
 *
 * <p>Species add up, each with its own p; with a dipolar field B is the local one, whose change with T and p is worked into
 * the heat and into C ({@link LocalSpins}). Addenda may have a temperature of their own behind τ₂, and the thermometer on
 * them a lag ({@link Surroundings}).
 *
 * <p>Every method may throw {@link NoConvergenceException}; none gives a number that did not converge. It is thrown where a
 * sample cools to nothing, where K is not known, and where wells that exchange some 1e8 times a second or faster are followed
 * through a long slow change. Immutable: threads may share it, each prediction works on its own.
 */
public record TwoWells(Spins spins, Lattice lattice, Surroundings surroundings) {

    private static final double HOTTEST = 1000;

    // Changes a band by a thousandth of itself.
    private static final double ROUGH_TOLERANCE = 1e-5;

    /** One species, each spin for itself, without tunnelling. */
    public TwoWells(AxialSpin spin, Lattice lattice, Arrhenius relaxation, Surroundings surroundings) {
        this(Spins.of(spin, relaxation), lattice, surroundings);
    }

    /** The same sample elsewhere. */
    public TwoWells in(Surroundings surroundings) {
        return new TwoWells(spins, lattice, surroundings);
    }

    /**
     * What happens from equilibrium at a temperature, before the field leaves its first value.
     *
     * <p>The start is the earlier of the first time asked for and the field's first corner.
     *
     * @param seconds times wanted, ascending, at least one
     */
    public Prediction predict(double startKelvin, FieldHistory field, double[] seconds) {
        return predict(startKelvin, Departure.none(), field, seconds);
    }

    /** The same from populations out of equilibrium. */
    public Prediction predict(double startKelvin, Departure departure, FieldHistory field, double[] seconds) {
        return predict(startKelvin, departure, field, seconds, TwoWellSystem.TOLERANCE);
    }

    /** The same from equilibrium to another tolerance of a step. */
    Prediction predict(double startKelvin, FieldHistory field, double[] seconds, double tolerance) {
        return predict(startKelvin, Departure.none(), field, seconds, tolerance);
    }

    /**
     * The same with steps as long as a rough answer allows, in a third of the time: for the difference of two such answers to
     * inputs that are nearly the same, in which their errors cancel.
     */
    public Prediction predictRoughly(double startKelvin, Departure departure, FieldHistory field, double[] seconds) {
        return predict(startKelvin, departure, field, seconds, ROUGH_TOLERANCE);
    }

    private Prediction predict(
            double startKelvin, Departure departure, FieldHistory field, double[] seconds, double tolerance) {
        checkTimes(seconds);
        return Course.from(this, field, startKelvin, departure, seconds[0], tolerance)
                .sample(seconds, surroundings.moles());
    }

    /** Where spins and lattice alone end after this field history, once the wells are in equilibrium; no link, no addenda. */
    public double completedKelvin(double startKelvin, FieldHistory field) {
        return completedKelvin(startKelvin, Departure.none(), field);
    }

    /** The same from populations out of equilibrium. */
    public double completedKelvin(double startKelvin, Departure departure, FieldHistory field) {
        return completedAfter(isolatedRamp(startKelvin, departure, field), startKelvin, departure, field);
    }

    /**
     * Where spins and lattice alone are at the end of the field's history while no spin crosses the barrier: what the levels
     * inside the wells do of themselves, the prompt part of the change.
     */
    public double inWellKelvin(double startKelvin, FieldHistory field) {
        return new TwoWells(spins.blocked(), lattice, Surroundings.isolated())
                .isolatedRamp(startKelvin, Departure.none(), field)
                .kelvin();
    }

    /**
     * The change of p during the ramp over its change until relaxation is complete, of all species together, both of spins
     * and lattice alone.
     *
     * @return zero where the wells have nothing to exchange
     */
    public double shareCrossedInRamp(double startKelvin, FieldHistory field) {
        var before = right(equilibrium().upperPopulations(startKelvin, field.tesla(rampStart(field))));
        var ramp = isolatedRamp(startKelvin, Departure.none(), field);
        var end = completedAfter(ramp, startKelvin, Departure.none(), field);
        var completed = right(equilibrium().upperPopulations(end, field.tesla(rampEnd(field))));
        return completed == before ? 0 : (right(ramp.upperPopulations()) - before) / (completed - before);
    }

    /**
     * Q<sub>∞</sub>, the heat the spins will have taken up once the link has led everything back to the bath's temperature: their
     * energy then less the start's, less the work of the field in the real ramp.
     *
     * <p>It needs the ramp alone and no long integration. Where the ramp is sudden for all levels it is n N<sub>A</sub> Σ [n<sub>k</sub>(Bf,Tb) −
     * n<sub>k</sub>(Bi,Ti)] E<sub>k</sub>(Bf), eqs. (3) to (6); levels that follow within the wells add to it.
     */
    public double completedHeatJoule(double startKelvin, FieldHistory field) {
        return completedHeatJoule(startKelvin, Departure.none(), field);
    }

    /** The same from populations out of equilibrium. */
    public double completedHeatJoule(double startKelvin, Departure departure, FieldHistory field) {
        var ramp = Course.from(this, field, startKelvin, departure, rampStart(field), TwoWellSystem.TOLERANCE);
        ramp.throughRamp();
        var equilibrium = equilibrium();
        var end = equilibrium.energy(surroundings.bathKelvin(), field.tesla(rampEnd(field)));
        var start = equilibrium.energy(startKelvin, field.tesla(rampStart(field)), departure);
        return surroundings.moles() * (end - start - ramp.work());
    }

    /** Heat that spins so far from equilibrium give off at fixed field and temperature, W; below zero where they take it up. */
    public double releasedWatt(double kelvin, double tesla, Departure departure) {
        return surroundings.moles() * equilibrium().releasedPower(kelvin, tesla, departure);
    }

    /**
     * 1/(G<sub>LR</sub> + G<sub>RL</sub>) of the main species, the time in which its wells come to equilibrium at fixed field and
     * temperature; with a dipolar field, at the local field of equilibrium.
     */
    public double equilibrationSeconds(double kelvin, double tesla) {
        return equilibrium().exchangeSeconds(kelvin, tesla);
    }

    /**
     * The temperature at which the wells of the main species have this population in equilibrium: where they stopped to
     * follow, had they done so at once. Empty where no temperature up to the lattice's hottest gives it.
     */
    public Optional<Double> kelvinOfPopulation(double upperPopulation, double tesla) {
        return equilibrium().kelvinAtPopulation(upperPopulation, tesla, Math.min(HOTTEST, lattice.hottestKelvin()));
    }

    /** Z<sub>R</sub>/(Z<sub>L</sub> + Z<sub>R</sub>), the share of the main species' spins in the well M &gt; 0 in equilibrium. */
    public double equilibriumUpperPopulation(double kelvin, double tesla) {
        return equilibrium().upperPopulations(kelvin, tesla)[0];
    }

    Equilibrium equilibrium() {
        return new Equilibrium(spins);
    }

    private double right(double[] upperPopulations) {
        var sum = 0.0;
        for (var s = 0; s < upperPopulations.length; s++) {
            sum += spins.species().get(s).share() * upperPopulations[s];
        }
        return sum;
    }

    private Course isolatedRamp(double startKelvin, Departure departure, FieldHistory field) {
        var alone = in(Surroundings.isolated());
        var course = Course.from(alone, field, startKelvin, departure, rampStart(field), TwoWellSystem.TOLERANCE);
        course.throughRamp();
        return course;
    }

    /** Of spins and lattice alone the energy is the start's plus the work of the field. */
    private double completedAfter(Course ramp, double startKelvin, Departure departure, FieldHistory field) {
        var equilibrium = equilibrium();
        var energy = equilibrium.energy(startKelvin, field.tesla(rampStart(field)), departure)
                + lattice.energy(startKelvin)
                + ramp.work();
        return equilibrium.kelvinAtEnergy(field.tesla(rampEnd(field)), lattice, energy, ramp.kelvin());
    }

    private static double rampStart(FieldHistory field) {
        var corners = field.corners();
        return corners.length == 0 ? 0 : corners[0];
    }

    private static double rampEnd(FieldHistory field) {
        var corners = field.corners();
        return corners.length == 0 ? 0 : corners[corners.length - 1];
    }

    private static void checkTimes(double[] seconds) {
        if (seconds.length == 0) {
            throw new IllegalArgumentException("a prediction needs at least one time");
        }
        for (var i = 0; i < seconds.length; i++) {
            if (!Double.isFinite(seconds[i]) || (i > 0 && seconds[i] < seconds[i - 1])) {
                throw new IllegalArgumentException(
                        "times of a prediction must be finite and ascend, got " + seconds[i] + " s at place " + i);
            }
        }
    }
}
