package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.kinetics.Departure;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TrackedWells;
import org.fieldfall.protocols.theory.kinetics.TwoWells;

/**
 * How far the spins are from equilibrium at the crystal's temperature and field, by the two-well kinetics along what was
 * measured, and what that does to the shot.
 *
 * @param upperPopulation share of the main species' spins in the well M &gt; 0; its uncertainty is half of what the unknown start
 *     leaves open, a bound
 * @param equilibriumUpperPopulation what it would be in equilibrium
 * @param departureAtMost the largest distance from equilibrium that any start leaves any species, as a share of its spins
 * @param frozenKelvin the temperature at which that population is the one of equilibrium; empty where none is
 * @param heatJoule what the departure adds to the heat that the spins take up in the shot; NaN where the theory has no answer
 * @param deltaKelvin what it adds to the shot's completed ΔT, of crystal alone; NaN likewise
 */
public record SpinState(
        double kelvin,
        double tesla,
        Uncertain upperPopulation,
        double equilibriumUpperPopulation,
        double departureAtMost,
        Optional<Double> frozenKelvin,
        Uncertain heatJoule,
        Uncertain deltaKelvin,
        double within) {

    /** Closer than this the populations follow: to say where they froze would be to read noise. */
    private static final double FOLLOWING = 1e-5;

    public static SpinState of(TrackedWells found, Crystal crystal, PlatformFacts platform, ShotSettings shot) {
        TwoWells isolated = crystal.in(Surroundings.isolated());
        return new SpinState(
                found.kelvin(),
                found.tesla(),
                new Uncertain(found.upperPopulation(), found.halfGap()),
                found.equilibriumUpperPopulation(),
                found.departureAtMost(),
                Math.abs(found.upperPopulation() - found.equilibriumUpperPopulation()) < FOLLOWING
                        ? Optional.empty()
                        : isolated.kelvinOfPopulation(found.upperPopulation(), found.tesla()),
                between(found, departure -> heat(departure, found.kelvin(), crystal, platform, shot)),
                between(found, departure -> cooling(departure, found.kelvin(), isolated, shot)),
                shot.equilibrium().within());
    }

    private static double heat(
            Departure departure, double kelvin, Crystal crystal, PlatformFacts platform, ShotSettings shot) {
        TwoWells linked = crystal.in(platform.surroundings(crystal.moles().value(), kelvin));
        return linked.completedHeatJoule(kelvin, departure, ramp(shot)) - linked.completedHeatJoule(kelvin, ramp(shot));
    }

    private static double cooling(Departure departure, double kelvin, TwoWells isolated, ShotSettings shot) {
        return isolated.completedKelvin(kelvin, departure, ramp(shot)) - isolated.completedKelvin(kelvin, ramp(shot));
    }

    private static FieldHistory ramp(ShotSettings shot) {
        return FieldHistory.ramp(shot.initialTesla(), shot.finalTesla(), 0, shot.rateTeslaPerSecond());
    }

    private interface Effect {
        double of(Departure departure);
    }

    /** The middle of what the two starts give, and half their distance. */
    private static Uncertain between(TrackedWells found, Effect effect) {
        try {
            double least = effect.of(found.departure(0));
            double most = effect.of(found.departure(1));
            return new Uncertain((least + most) / 2, Math.abs(most - least) / 2);
        } catch (NoConvergenceException unknown) {
            return new Uncertain(Double.NaN, Double.NaN);
        }
    }

    /** True if no start leaves the spins further off than the protocol allows. */
    public boolean isEquilibrium() {
        return departureAtMost <= within;
    }

    /** All of it in one line. */
    public String words() {
        String off = Figure.text(
                "%s %% of the spins in the upper well, %s %% due in equilibrium at %.3f K and %.3f T",
                percent(upperPopulation.value()), percent(equilibriumUpperPopulation), kelvin, tesla);
        if (isEquilibrium() && frozenKelvin.isEmpty()) {
            return "in equilibrium: " + off;
        }
        return Figure.text(
                "%s: %s, at most %s %% off, allowed are %g %%%s; ΔT changes by %+.3f K, the heat by %+.3f uJ",
                isEquilibrium() ? "near equilibrium" : "OUT OF EQUILIBRIUM",
                off,
                percent(departureAtMost),
                100 * within,
                frozenKelvin.map(at -> Figure.text("; that of %.2f K", at)).orElse(""),
                farthest(deltaKelvin),
                1e6 * farthest(heatJoule));
    }

    private static double farthest(Uncertain effect) {
        return effect.value() + Math.copySign(effect.sigma(), effect.value());
    }

    private static String percent(double share) {
        return Figure.text("%.3f", 100 * share);
    }
}
