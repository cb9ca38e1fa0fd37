package org.fieldfall.app.config;

import java.util.List;
import java.util.Optional;

/**
 * A protocol file: what to do with a sample in a rig.
 *
 * @param sample name or path of the sample file; the command line may give another
 * @param rig name or path of the rig file; the command line may give another
 * @param shared what every shot does that does not say otherwise
 * @param shots in the order of the file; one sweep where it lists none
 * @param guards beside those of the rig file
 * @param campaign many runs instead of one; empty for a protocol that is one run
 */
public record ProtocolConfig(
        ConfigFile file,
        String name,
        Optional<String> sample,
        Optional<String> rig,
        Course shared,
        List<ShotConfig> shots,
        List<GuardConfig> guards,
        Optional<CampaignConfig> campaign) {

    public ProtocolConfig {
        shots = List.copyOf(shots);
        guards = List.copyOf(guards);
    }

    /**
     * The course of one shot.
     *
     * @param initialFieldTesla Bi
     * @param finalFieldTesla Bf
     * @param initialKelvin Ti
     * @param toleranceKelvin how far the measured Ti may be from it
     * @param rateTeslaPerSecond of the sweep from Bi to Bf, a magnitude
     * @param preparationRateTeslaPerSecond of the slow ramps, a magnitude
     * @param settleSeconds at Bi, before the drift is looked at
     * @param baselineSeconds recorded before the sweep
     * @param relaxSeconds recorded after it
     * @param samplingSeconds from one buffered reading to the next
     * @param equilibrium of the spins before the sweep
     */
    public record Course(
            double initialFieldTesla,
            double finalFieldTesla,
            double initialKelvin,
            double toleranceKelvin,
            double rateTeslaPerSecond,
            double preparationRateTeslaPerSecond,
            double settleSeconds,
            Drift drift,
            double baselineSeconds,
            double relaxSeconds,
            double samplingSeconds,
            Equilibrium equilibrium) {

        /** The same between other fields. */
        public Course between(double initialTesla, double finalTesla) {
            return new Course(
                    initialTesla,
                    finalTesla,
                    initialKelvin,
                    toleranceKelvin,
                    rateTeslaPerSecond,
                    preparationRateTeslaPerSecond,
                    settleSeconds,
                    drift,
                    baselineSeconds,
                    relaxSeconds,
                    samplingSeconds,
                    equilibrium);
        }

        /** The same from another temperature at another rate. */
        public Course from(double newInitialKelvin, double newRateTeslaPerSecond) {
            return new Course(
                    initialFieldTesla,
                    finalFieldTesla,
                    newInitialKelvin,
                    toleranceKelvin,
                    newRateTeslaPerSecond,
                    preparationRateTeslaPerSecond,
                    settleSeconds,
                    drift,
                    baselineSeconds,
                    relaxSeconds,
                    samplingSeconds,
                    equilibrium);
        }

        Course recorded(double newBaselineSeconds, double newRelaxSeconds) {
            return new Course(
                    initialFieldTesla,
                    finalFieldTesla,
                    initialKelvin,
                    toleranceKelvin,
                    rateTeslaPerSecond,
                    preparationRateTeslaPerSecond,
                    settleSeconds,
                    drift,
                    newBaselineSeconds,
                    newRelaxSeconds,
                    samplingSeconds,
                    equilibrium);
        }
    }

    /**
     * When the spins count as in equilibrium at Ti and Bi.
     *
     * @param times relaxation times to wait for
     * @param within share of the spins that may be in the wrong well
     * @param budgetSeconds longest time for it; the crystal is cooled in the field where it would take longer
     */
    public record Equilibrium(double times, double within, double budgetSeconds) {

        /** What holds where a protocol says nothing about it. */
        public static final Equilibrium USUAL = new Equilibrium(5, 0.01, 1800);
    }

    /**
     * When the drift before the sweep is over.
     *
     * @param waitAtLeastSeconds before the fit is asked
     * @param withinKelvin go on when the fitted drift extrapolates to this much from its asymptote
     * @param giveUpSeconds stop waiting, and the run with it
     */
    public record Drift(double waitAtLeastSeconds, double withinKelvin, double giveUpSeconds) {}
}
