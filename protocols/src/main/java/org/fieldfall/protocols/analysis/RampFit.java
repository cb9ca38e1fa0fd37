package org.fieldfall.protocols.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Fits the thermometer trace around a ramp and so finds its edges.
 *
 * <p>The crystal: a level before the ramp; a curved drop during it; another curve after it. The thermometer follows with a
 * first-order lag. Pick-up adds a constant during the ramp, without lag. What is known of lag and duration enters as one more
 * observation each.
 *
 * <p>A late start with much pick-up and an early one with little can fit almost equally well, so the start is not fitted
 * but scanned: at each start the rest is fitted, and all starts count with their likelihood. Means and uncertainties are
 * those of the mixture.
 */
final class RampFit {

    static final int LEVEL = 0;
    static final int DURATION = 1;
    static final int RAMP_SLOPE = 2;
    static final int RAMP_CURVE = 3;
    private static final int AFTER_SLOPE = 4;
    private static final int AFTER_CURVE = 5;
    static final int PICK_UP = 6;
    static final int LAG = 7;
    static final int RAMP_CUBE = 8;
    static final int PARAMETERS = 9;
    private static final double[] STEPS = {1e-4, 2e-5, 1e-2, 1e-1, 1e-3, 1e-2, 1e-4, 2e-5, 1};

    /** A fit that leaves a parameter open is none. */
    private static final double SINGULAR = 1e-14;

    private static final double MARGIN_SECONDS = 0.3;
    private static final double COARSE_REACH_SECONDS = 0.04;
    private static final double COARSE_STEP_SECONDS = 0.008;
    private static final double FINE_REACH_SECONDS = 0.012;
    static final double FINE_STEP_SECONDS = 0.001;

    private final double[] kelvin;
    private final double firstSeconds;
    private final double intervalSeconds;
    private final double noiseKelvin;
    private final Uncertain expectedDuration;
    private final Uncertain expectedLag;

    private RampFit(
            double[] kelvin,
            double firstSeconds,
            double intervalSeconds,
            double noiseKelvin,
            Uncertain expectedDuration,
            Uncertain expectedLag) {
        this.kelvin = kelvin;
        this.firstSeconds = firstSeconds;
        this.intervalSeconds = intervalSeconds;
        this.noiseKelvin = noiseKelvin;
        this.expectedDuration = expectedDuration;
        this.expectedLag = expectedLag;
    }

    /** The best fit at one start. */
    record Candidate(double start, double[] parameters, double chiSquare, RealMatrix covariance) {}

    /**
     * Finds the edges.
     *
     * @param expectedStart where the host's send time puts the start, good to 1 s
     * @param expectedDuration duration as measured elsewhere; with an infinite uncertainty only the first guess
     * @param noiseKelvin scatter of one reading
     */
    static RampEdges edges(
            Trace trace,
            DoubleUnaryOperator conversion,
            double expectedStart,
            Uncertain expectedDuration,
            Uncertain expectedLag,
            double noiseKelvin) {
        double seen = DropFinder.start(trace, conversion, expectedStart, expectedDuration.value());
        int from = trace.indexAt(seen - MARGIN_SECONDS);
        int to = trace.indexAt(seen + expectedDuration.value() + MARGIN_SECONDS);
        if (to - from < 20 * PARAMETERS) {
            throw new InsufficientTraceException(
                    "only " + (to - from) + " readings around the ramp, too few to find its edges");
        }
        double[] kelvin = new double[to - from];
        for (int i = from; i < to; i++) {
            kelvin[i - from] = conversion.applyAsDouble(trace.raw()[i]);
            if (Double.isNaN(kelvin[i - from])) {
                throw new InsufficientTraceException("a reading in the ramp is invalid, its edges cannot be found");
            }
        }
        double interval = trace.intervalSeconds();
        return new RampFit(kelvin, from * interval, interval, noiseKelvin, expectedDuration, expectedLag).scan(seen);
    }

    private RampEdges scan(double expectedStart) {
        double[] guess = guess(expectedStart, expectedDuration.value());
        Candidate best = best(candidates(expectedStart, guess, COARSE_REACH_SECONDS, COARSE_STEP_SECONDS));
        List<Candidate> fine = candidates(best.start(), best.parameters(), FINE_REACH_SECONDS, FINE_STEP_SECONDS);
        return new StartMixture(fine, best(fine), kelvin.length).edges();
    }

    private static Candidate best(List<Candidate> candidates) {
        return candidates.stream()
                .min((a, b) -> Double.compare(a.chiSquare(), b.chiSquare()))
                .orElseThrow(() -> new InsufficientTraceException(
                        "the edges of the ramp cannot be found in the thermometer trace"));
    }

    private List<Candidate> candidates(double centre, double[] guess, double reach, double step) {
        List<Candidate> candidates = new ArrayList<>();
        int steps = (int) Math.round(reach / step);
        for (int i = -steps; i <= steps; i++) {
            fitAt(centre + i * step, guess).ifPresent(candidates::add);
        }
        return candidates;
    }

    private double[] guess(double start, double duration) {
        int edge = Math.max(10, (int) ((start - firstSeconds) / intervalSeconds / 2));
        double level = mean(0, edge);
        double last = mean(kelvin.length - edge, kelvin.length);
        double[] p = new double[PARAMETERS];
        p[LEVEL] = level;
        p[DURATION] = duration;
        p[RAMP_SLOPE] = (last - level) / 2 / duration;
        p[AFTER_SLOPE] = last - level;
        p[LAG] = expectedLag.value();
        return p;
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += kelvin[i];
        }
        return sum / (to - from);
    }

    private Optional<Candidate> fitAt(double start, double[] guess) {
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(1e-6)
                    .withParameterRelativeTolerance(1e-6)
                    .optimize(new LeastSquaresBuilder()
                            .start(guess)
                            .target(new double[kelvin.length + 2])
                            .model(p -> residuals(start, p), p -> jacobian(start, p))
                            .maxEvaluations(100)
                            .maxIterations(60)
                            .build());
            double cost = optimum.getCost();
            return Optional.of(
                    new Candidate(start, optimum.getPoint().toArray(), cost * cost, optimum.getCovariances(SINGULAR)));
        } catch (MathIllegalStateException | MathIllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private double[][] jacobian(double start, double[] p) {
        double[][] matrix = new double[kelvin.length + 2][PARAMETERS];
        for (int k = 0; k < PARAMETERS; k++) {
            double[] up = p.clone();
            double[] down = p.clone();
            up[k] += STEPS[k];
            down[k] -= STEPS[k];
            double[] high = residuals(start, up);
            double[] low = residuals(start, down);
            for (int i = 0; i < high.length; i++) {
                matrix[i][k] = (high[i] - low[i]) / (2 * STEPS[k]);
            }
        }
        return matrix;
    }

    /** Model minus reading in units of the noise, then lag and duration likewise minus what is known of them. */
    private double[] residuals(double start, double[] p) {
        double[] residuals = new double[kelvin.length + 2];
        double lag = Math.max(1e-4, p[LAG]);
        double duration = p[DURATION];
        double first = firstSeconds - start;
        Bend ramp = new Bend(p[RAMP_SLOPE], p[RAMP_CURVE], p[RAMP_CUBE], lag, intervalSeconds);
        // From the end on the ramp's polynomial, written about the end, is taken back and the other put in its place.
        Bend after = new Bend(
                p[AFTER_SLOPE] - p[RAMP_SLOPE] - 2 * p[RAMP_CURVE] * duration - 3 * p[RAMP_CUBE] * duration * duration,
                p[AFTER_CURVE] - p[RAMP_CURVE] - 3 * p[RAMP_CUBE] * duration,
                -p[RAMP_CUBE],
                lag,
                intervalSeconds);
        for (int i = 0; i < kelvin.length; i++) {
            double t = first + i * intervalSeconds;
            double model = p[LEVEL] + ramp.at(t) + after.at(t - duration) + p[PICK_UP] * overlap(t, duration);
            residuals[i] = (model - kelvin[i]) / noiseKelvin;
        }
        residuals[kelvin.length] = (p[LAG] - expectedLag.value()) / expectedLag.sigma();
        residuals[kelvin.length + 1] = (duration - expectedDuration.value()) / expectedDuration.sigma();
        return residuals;
    }

    /** First-order response with time constant τ to s t + c t² + b t³ from t = 0 on, asked at equal steps. */
    private static final class Bend {
        private final double slope;
        private final double curve;
        private final double cube;
        private final double tau;
        private final double decayPerStep;
        private double decay = Double.NaN;

        Bend(double slope, double curve, double cube, double tau, double step) {
            this.slope = slope;
            this.curve = curve;
            this.cube = cube;
            this.tau = tau;
            this.decayPerStep = Math.exp(-step / tau);
        }

        double at(double t) {
            if (t <= 0) {
                return 0;
            }
            decay = Double.isNaN(decay) ? Math.exp(-t / tau) : decay * decayPerStep;
            double first = t - tau * (1 - decay);
            double second = t * t - 2 * tau * first;
            double third = t * t * t - 3 * tau * second;
            return slope * first + curve * second + cube * third;
        }
    }

    /** Share of one reading's interval, centred on t, that lies inside the ramp: smooth, so that edges can be fitted. */
    private double overlap(double t, double duration) {
        double low = Math.max(t - intervalSeconds / 2, 0);
        double high = Math.min(t + intervalSeconds / 2, duration);
        return Math.max(0, high - low) / intervalSeconds;
    }
}
