package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.instrument.Figure;

/**
 * What one shot shall do, as a protocol file states it. Fields tesla, temperatures kelvin, times seconds of rig time.
 *
 * @param driftKelvin the sweep starts when the drift ends within this much of the present temperature
 * @param driftAtLeastSeconds shortest wait for the drift
 * @param driftGiveUpSeconds longest wait for it
 * @param samplingSeconds from one buffered reading to the next
 */
public record ShotSettings(
        double initialTesla,
        double finalTesla,
        double initialKelvin,
        double toleranceKelvin,
        double rateTeslaPerSecond,
        double preparationTeslaPerSecond,
        double settleSeconds,
        double driftAtLeastSeconds,
        double driftKelvin,
        double driftGiveUpSeconds,
        double baselineSeconds,
        double relaxSeconds,
        double samplingSeconds,
        Equilibrium equilibrium) {

    /**
     * When the spins count as in equilibrium at the initial temperature and field.
     *
     * @param times relaxation times that must have passed there
     * @param within share of the spins that may be in the wrong well, whatever they were before
     * @param budgetSeconds longest time it may take; beyond it the crystal is cooled in the field
     */
    public record Equilibrium(double times, double within, double budgetSeconds) {

        /** Five relaxation times leave 0.7 % of any start. */
        public static final Equilibrium USUAL = new Equilibrium(5, 0.01, 1800);
    }

    /** With the usual demand on equilibrium. */
    public ShotSettings(
            double initialTesla,
            double finalTesla,
            double initialKelvin,
            double toleranceKelvin,
            double rateTeslaPerSecond,
            double preparationTeslaPerSecond,
            double settleSeconds,
            double driftAtLeastSeconds,
            double driftKelvin,
            double driftGiveUpSeconds,
            double baselineSeconds,
            double relaxSeconds,
            double samplingSeconds) {
        this(
                initialTesla,
                finalTesla,
                initialKelvin,
                toleranceKelvin,
                rateTeslaPerSecond,
                preparationTeslaPerSecond,
                settleSeconds,
                driftAtLeastSeconds,
                driftKelvin,
                driftGiveUpSeconds,
                baselineSeconds,
                relaxSeconds,
                samplingSeconds,
                Equilibrium.USUAL);
    }

    /** The same the other way round, from the final field to the initial one. */
    public ShotSettings reversed() {
        return between(finalTesla, initialTesla);
    }

    /** The same between other fields. */
    public ShotSettings between(double fromTesla, double toTesla) {
        return new ShotSettings(
                fromTesla,
                toTesla,
                initialKelvin,
                toleranceKelvin,
                rateTeslaPerSecond,
                preparationTeslaPerSecond,
                settleSeconds,
                driftAtLeastSeconds,
                driftKelvin,
                driftGiveUpSeconds,
                baselineSeconds,
                relaxSeconds,
                samplingSeconds,
                equilibrium);
    }

    /** Faults no rig could mend; empty if there are none. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        above(faults, "initial-temperature", initialKelvin, 0, "K");
        above(faults, "temperature-tolerance", toleranceKelvin, 0, "K");
        above(faults, "rate", rateTeslaPerSecond, 0, "T/s");
        above(faults, "preparation-rate", preparationTeslaPerSecond, 0, "T/s");
        above(faults, "drift.within", driftKelvin, 0, "K");
        above(faults, "baseline", baselineSeconds, 1, "s");
        above(faults, "relax", relaxSeconds, 1, "s");
        above(faults, "sampling", samplingSeconds, 0, "s");
        above(faults, "equilibrium.times", equilibrium.times(), 0, "relaxation times");
        above(faults, "equilibrium.within", 100 * equilibrium.within(), 0, "%");
        above(faults, "equilibrium.budget", equilibrium.budgetSeconds(), 0, "s");
        if (driftGiveUpSeconds < driftAtLeastSeconds) {
            faults.add(Figure.text(
                    "drift.give-up: %g s is sooner than drift.wait-at-least, %g s",
                    driftGiveUpSeconds, driftAtLeastSeconds));
        }
        return faults;
    }

    private static void above(List<String> faults, String key, double value, double limit, String unit) {
        if (!(value > limit)) {
            faults.add(Figure.text("%s: %g %s must be above %g %s", key, value, unit, limit, unit));
        }
    }
}
