package org.fieldfall.protocols.theory.kinetics;

import org.fieldfall.protocols.theory.balance.ClosedSystem;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;

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
 * <p>Every method may throw {@link NoConvergenceException}; none gives a number that did not converge. Immutable: threads
 * may share it, each prediction works on its own.
 *
 * @param spin with D below zero
 */
public record TwoWells(AxialSpin spin, Lattice lattice, Arrhenius relaxation, Surroundings surroundings) {

    public TwoWells {
        WellExchange.checkWells(spin);
    }

    /**
     * What happens from equilibrium at a temperature, before the field leaves its first value.
     *
     * <p>The start is the earlier of the first time asked for and the field's first corner.
     *
     * @param seconds times wanted, ascending, at least one
     */
    public Prediction predict(double startKelvin, FieldHistory field, double[] seconds) {
        checkTimes(seconds);
        return new Course(this, field, startKelvin, seconds[0]).sample(seconds, surroundings.moles());
    }

    /** Where spins and lattice alone end after this field history, once the wells are in equilibrium; no link, no addenda. */
    public double completedKelvin(double startKelvin, FieldHistory field) {
        return completedAfter(isolatedRamp(startKelvin, field), field);
    }

    /**
     * The change of p during the ramp over its change until relaxation is complete, both of spins and lattice alone.
     *
     * @return zero where the wells have nothing to exchange
     */
    public double shareCrossedInRamp(double startKelvin, FieldHistory field) {
        var before = equilibriumUpperPopulation(startKelvin, field.tesla(rampStart(field)));
        var ramp = isolatedRamp(startKelvin, field);
        var completed = equilibriumUpperPopulation(completedAfter(ramp, field), field.tesla(rampEnd(field)));
        return completed == before ? 0 : (ramp.upperPopulation() - before) / (completed - before);
    }

    /** 1/(G<sub>LR</sub> + G<sub>RL</sub>), the time in which the wells come to equilibrium at fixed field and temperature. */
    public double equilibrationSeconds(double kelvin, double tesla) {
        var levels = spin.at(tesla);
        var left = levels.leftWell().averages(kelvin);
        var right = levels.rightWell().averages(kelvin);
        return 1 / new WellExchange(spin, relaxation).rates(tesla, left, right).total();
    }

    /** Z<sub>R</sub>/(Z<sub>L</sub> + Z<sub>R</sub>), the share of the spins in the well M &gt; 0 in equilibrium. */
    public double equilibriumUpperPopulation(double kelvin, double tesla) {
        var levels = spin.at(tesla);
        var ratio = levels.rightWell()
                .averages(kelvin)
                .partitionRatioTo(levels.leftWell().averages(kelvin));
        return 1 / (1 + 1 / ratio);
    }

    private Course isolatedRamp(double startKelvin, FieldHistory field) {
        var alone = new TwoWells(spin, lattice, relaxation, Surroundings.isolated());
        var course = new Course(alone, field, startKelvin, rampStart(field));
        course.throughRamp();
        return course;
    }

    private double completedAfter(Course ramp, FieldHistory field) {
        var tesla = field.tesla(rampEnd(field));
        var kelvin = ramp.kelvin();
        var p = ramp.upperPopulation();
        var levels = spin.at(tesla);
        var left = levels.leftWell().meanEnergy(kelvin) - levels.lowestKelvin();
        var right = levels.rightWell().meanEnergy(kelvin) - levels.lowestKelvin();
        var energy = Constants.GAS * ((1 - p) * left + p * right) + lattice.energy(kelvin);
        return new ClosedSystem(spin, lattice).kelvinAtEnergy(tesla, energy, kelvin);
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
