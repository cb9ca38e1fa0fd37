package org.fieldfall.protocols.fieldquench;

import java.util.Arrays;
import java.util.Optional;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Prediction;
import org.fieldfall.protocols.theory.kinetics.Surroundings;

/**
 * What the crystal drifts by before the sweep.
 *
 * @param seconds from the opened switch, or the end of settling without one, until the drift is small enough; NaN where
 *     nothing is known of it
 * @param hottestKelvin of the slow ramp to the initial field behind a permanent link; NaN likewise
 */
record Drift(double seconds, double hottestKelvin) {

    private static final Drift UNKNOWN = new Drift(Double.NaN, Double.NaN);

    /** As a run looks for the drift: it fits no better than that. */
    private static final double EVERY_SECONDS = 5;

    private static final double MUCH_LATER = 1.2;

    static Drift of(ShotSettings shot, Crystal crystal, RigFacts rig, Equilibration spins) {
        try {
            return rig.heatSwitch()
                    .map(link -> afterOpening(shot, crystal, rig, link))
                    .orElseGet(() -> behindLink(shot, crystal, rig, spins));
        } catch (NoConvergenceException unknown) {
            return UNKNOWN;
        }
    }

    /** Opening leaves some heat, and from then on the thermometer's own heat has only the weak link to leave by. */
    private static Drift afterOpening(ShotSettings shot, Crystal crystal, RigFacts rig, RigFacts.HeatSwitchFacts link) {
        if (link.openingJoule().isEmpty()) {
            return UNKNOWN;
        }
        double conductance = rig.platform().link().wattPerKelvin(shot.initialKelvin());
        double heatCapacity = restHeatCapacity(shot, crystal, rig);
        double warmer = link.openingJoule().get() / heatCapacity;
        double end = rig.platform().thermometer().selfHeatingWatt() / conductance;
        double from = Math.abs(warmer - end);
        return new Drift(
                from <= shot.driftKelvin() ? 0 : heatCapacity / conductance * Math.log(from / shot.driftKelvin()),
                shot.initialKelvin() + warmer);
    }

    /** Of crystal and platform, the spins in equilibrium. */
    private static double restHeatCapacity(ShotSettings shot, Crystal crystal, RigFacts rig) {
        double kelvin = shot.initialKelvin();
        double tesla = shot.initialTesla();
        double ofCrystal = crystal.lattice().heatCapacity(kelvin)
                + crystal.wells().blockedHeatCapacity(kelvin, tesla)
                + crystal.wells().exchangeHeatCapacity(kelvin, tesla);
        return crystal.moles().value() * ofCrystal + rig.platform().addenda().heatCapacity(kelvin);
    }

    /** The slow ramp makes the spins give off heat that a permanent link is slow to lead away. */
    private static Drift behindLink(ShotSettings shot, Crystal crystal, RigFacts rig, Equilibration spins) {
        double from = rig.restTesla();
        double ramp = Math.abs(shot.initialTesla() - from) / shot.preparationTeslaPerSecond();
        double settled = Prepare.span(shot, rig, spins).expected()
                + Settle.span(shot, rig, spins).expected();
        double[] times = times(ramp, settled + shot.driftGiveUpSeconds());
        Surroundings rest = rig.platform().surroundings(crystal.moles().value(), shot.initialKelvin());
        Prediction found = crystal.in(rest)
                .predict(
                        shot.initialKelvin(),
                        FieldHistory.ramp(from, shot.initialTesla(), 0, shot.preparationTeslaPerSecond()),
                        times);
        double[] kelvin = found.kelvin();
        double last = 0;
        double hottest = shot.initialKelvin();
        for (int i = 0; i < times.length; i++) {
            hottest = Math.max(hottest, kelvin[i]);
            last = Math.abs(kelvin[i] - shot.initialKelvin()) > shot.driftKelvin() ? times[i] : last;
        }
        return new Drift(Math.max(0, last - settled), hottest);
    }

    /** A shot that only reverses a current waits for no drift. */
    Optional<String> warning(Shot whole) {
        ShotSettings shot = whole.settings();
        if (whole.kind() == ShotKind.ZERO_CHECK || !(seconds > MUCH_LATER * shot.driftAtLeastSeconds())) {
            return Optional.empty();
        }
        return Optional.of(
                seconds > shot.driftGiveUpSeconds()
                        ? Figure.text(
                                "drift: is expected to be within %g K only after %.0f s, given up after %g s",
                                shot.driftKelvin(), seconds, shot.driftGiveUpSeconds())
                        : Figure.text(
                                "drift: is expected to be within %g K after %.0f s, not after drift.wait-at-least, %g s",
                                shot.driftKelvin(), seconds, shot.driftAtLeastSeconds()));
    }

    private static double[] times(double ramp, double end) {
        int dense = 20;
        int count = (int) Math.ceil(Math.max(0, end - ramp) / EVERY_SECONDS);
        double[] times = new double[dense + count + 1];
        Arrays.setAll(times, i -> i <= dense ? ramp * i / dense : ramp + EVERY_SECONDS * (i - dense));
        return times;
    }
}
