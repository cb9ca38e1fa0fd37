package org.fieldfall.protocols.theory.kinetics;

import java.util.Arrays;
import java.util.List;

/**
 * Follows the populations of the wells along a temperature and a field that were measured, from a start that nobody knows.
 *
 * <p>Two starts are followed, all spins in the wells M &lt; 0 and all in the wells M &gt; 0. Paths of dp/dt = G<sub>LR</sub> (1 − p) −
 * G<sub>RL</sub> p at given T(t) and B(t) never cross, so that every other start stays between the two: what they both come to is known,
 * and what is left between them bounds the rest. That holds for each species by itself; in a dipolar field each start makes
 * its own local field, which keeps the order where there is one species and has not been proved for several.
 *
 * <p>Between two points T and B go in straight lines. Each of many short steps is solved exactly with the rates of its middle,
 * which keeps the order of the starts and populations between 0 and 1 however long a step is. Used by one thread.
 */
public final class PopulationTrack {

    /** τ changes by some 5 % at U/T = 20. */
    private static final double STEP_OF_TEMPERATURE = 2e-3;

    private static final double STEP_TESLA = 2e-3;
    private static final int MOST_STEPS = 20_000;

    private final Equilibrium equilibrium;
    private final Path fewest;
    private final Path most;
    private final Resonances resonances;
    private final Spins spins;

    private double seconds = Double.NaN;
    private double kelvin = Double.NaN;
    private double tesla = Double.NaN;

    public PopulationTrack(Spins spins) {
        this.spins = spins;
        equilibrium = new Equilibrium(spins);
        resonances = spins.resonances();
        fewest = new Path(0);
        most = new Path(1);
    }

    /**
     * Goes on to a point; the first one is the start.
     *
     * @param seconds not before the last point's
     * @param kelvin above zero
     */
    public void pass(double seconds, double kelvin, double tesla) {
        if (!(kelvin > 0 && kelvin < Double.POSITIVE_INFINITY) || !Double.isFinite(tesla) || seconds < this.seconds) {
            throw new IllegalArgumentException(
                    "a track passes points in ascending time, above 0 K and in a finite field," + " got " + seconds
                            + " s, " + kelvin + " K, " + tesla + " T after " + this.seconds + " s");
        }
        if (!Double.isNaN(this.seconds)) {
            advance(seconds - this.seconds, kelvin - this.kelvin, tesla - this.tesla);
        }
        this.seconds = seconds;
        this.kelvin = kelvin;
        this.tesla = tesla;
    }

    private void advance(double duration, double warming, double rise) {
        int steps = steps(warming, rise);
        for (int i = 0; i < steps; i++) {
            double middle = (i + 0.5) / steps;
            double t = kelvin + middle * warming;
            double b = tesla + middle * rise;
            fewest.step(duration / steps, t, b);
            most.step(duration / steps, t, b);
        }
    }

    private int steps(double warming, double rise) {
        double coldest = Math.min(kelvin, kelvin + warming);
        double longest = Math.min(STEP_TESLA, nearestResonance(rise));
        double wanted = Math.max(Math.abs(warming) / (STEP_OF_TEMPERATURE * coldest), Math.abs(rise) / longest);
        return (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(wanted)));
    }

    /** How finely a resonance on the way wants to be passed, at its narrowest. */
    private double nearestResonance(double rise) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 100 && rise != 0; i++) {
            nearest = Math.min(nearest, resonances.nearTesla(tesla + rise * i / 100));
        }
        return nearest;
    }

    /**
     * Where it has come.
     *
     * @throws IllegalStateException before the first point
     */
    public TrackedWells now() {
        if (Double.isNaN(seconds)) {
            throw new IllegalStateException("a track that has passed no point knows nothing");
        }
        return new TrackedWells(
                kelvin, tesla, list(fewest.upper), list(most.upper), list(equilibrium.upperPopulations(kelvin, tesla)));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** One start. */
    private final class Path {

        private final LocalSpins local = new LocalSpins(spins);
        private final double[] upper = new double[local.size()];

        Path(double population) {
            Arrays.fill(upper, population);
        }

        void step(double duration, double kelvin, double tesla) {
            local.look(tesla, kelvin, upper, 0);
            if (Double.isNaN(local.energy())) {
                // No local field is stable: nothing is known of the step, and nothing is claimed.
                return;
            }
            for (int s = 0; s < upper.length; s++) {
                Wells wells = local.wells(s);
                double rate = wells.toRight() + wells.toLeft();
                double rest = wells.equilibriumUpper();
                upper[s] = rest + (upper[s] - rest) * Math.exp(-rate * duration);
            }
        }
    }
}
