package org.fieldfall.protocols.analysis;

import java.util.ArrayList;
import java.util.Arrays;
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
 * <p>The crystal: a level before the ramp; a polynomial from there during it, of degree 3 or, where that cannot follow the
 * readings, up to 6; a parabola after it. The thermometer follows with a first-order lag. Pick-up adds a constant during the
 * ramp, without lag. What is known of start, lag and duration enters as one more observation each. A reading counts with its own
 * noise in kelvin, that of the baseline by the slope of the calibration.
 *
 * <p>A late start with much pick-up and an early one with little can fit almost equally well, so the start is not fitted
 * but scanned: at each start the rest is fitted, and all starts count with their likelihood. Means and uncertainties are
 * those of the mixture.
 */
final class RampFit {

    static final int LEVEL = 0;
    static final int DURATION = 1;
    static final int PICK_UP = 2;
    static final int LAG = 3;
    private static final int AFTER_SLOPE = 4;
    private static final int AFTER_CURVE = 5;

    /** From here on the coefficients of the ramp's polynomial, that of t first. */
    static final int RAMP = 6;

    private static final double[] STEPS = {1e-4, 2e-5, 1e-4, 2e-5, 1e-3, 1e-2, 1e-2, 1e-1, 1, 10, 100, 1000};
    private static final int LOWEST_DEGREE = 3;
    private static final int HIGHEST_DEGREE = 6;

    /** So many standard errors of χ² above its due mean a polynomial cannot follow the readings. */
    private static final double UNFIT_SIGMA = 4;

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
    private final double[] noiseKelvin;
    private final Uncertain expectedStart;
    private final Uncertain expectedDuration;
    private final Uncertain expectedLag;

    private RampFit(
            double[] kelvin,
            double firstSeconds,
            double intervalSeconds,
            double[] noiseKelvin,
            Uncertain expectedStart,
            Uncertain expectedDuration,
            Uncertain expectedLag) {
        this.kelvin = kelvin;
        this.firstSeconds = firstSeconds;
        this.intervalSeconds = intervalSeconds;
        this.noiseKelvin = noiseKelvin;
        this.expectedStart = expectedStart;
        this.expectedDuration = expectedDuration;
        this.expectedLag = expectedLag;
    }

    /** The best fit at one start. */
    record Candidate(double start, double[] parameters, double chiSquare, RealMatrix covariance) {}

    /**
     * Finds the edges.
     *
     * @param expectedStart where the start is by other clocks; with an infinite uncertainty good to 1 s, as a first guess
     * @param expectedDuration duration as measured elsewhere; with an infinite uncertainty only the first guess
     * @param noiseKelvin scatter of one reading of the baseline
     * @return empty where other clocks know the start and the trace cannot: no polynomial follows it, or only one that begins
     *     elsewhere, as with a warming that runs away
     */
    static Optional<RampEdges> edges(
            Trace trace,
            DoubleUnaryOperator conversion,
            Uncertain expectedStart,
            Uncertain expectedDuration,
            Uncertain expectedLag,
            double noiseKelvin) {
        double seen = Double.isInfinite(expectedStart.sigma())
                ? DropFinder.start(trace, conversion, expectedStart.value(), expectedDuration.value())
                : expectedStart.value();
        int from = trace.indexAt(seen - MARGIN_SECONDS);
        int to = trace.indexAt(seen + expectedDuration.value() + MARGIN_SECONDS);
        if (to - from < 20 * (RAMP + LOWEST_DEGREE)) {
            throw new InsufficientTraceException(
                    "only " + (to - from) + " readings around the ramp, too few to find its edges");
        }
        double[] kelvin = new double[to - from];
        double[] noise = new double[to - from];
        double perSlope = noiseKelvin / slope(conversion, trace.raw()[from]);
        for (int i = from; i < to; i++) {
            kelvin[i - from] = conversion.applyAsDouble(trace.raw()[i]);
            noise[i - from] = perSlope * slope(conversion, trace.raw()[i]);
            if (Double.isNaN(kelvin[i - from])) {
                throw new InsufficientTraceException("a reading in the ramp is invalid, its edges cannot be found");
            }
        }
        double interval = trace.intervalSeconds();
        return new RampFit(kelvin, from * interval, interval, noise, expectedStart, expectedDuration, expectedLag)
                .scan(seen);
    }

    /** |dT/draw|: what a step of the raw reading is worth. */
    private static double slope(DoubleUnaryOperator conversion, double raw) {
        double step = 1e-4 * Math.abs(raw);
        return Math.abs(conversion.applyAsDouble(raw + step) - conversion.applyAsDouble(raw - step)) / (2 * step);
    }

    /** By the lowest degree that can follow the readings, else by the highest. */
    private Optional<RampEdges> scan(double around) {
        for (int degree = LOWEST_DEGREE; ; degree++) {
            double[] guess = guess(around, expectedDuration.value(), degree);
            Candidate rough = best(candidates(around, guess, COARSE_REACH_SECONDS, COARSE_STEP_SECONDS));
            List<Candidate> fine = candidates(rough.start(), rough.parameters(), FINE_REACH_SECONDS, FINE_STEP_SECONDS);
            Candidate best = best(fine);
            int free = kelvin.length - best.parameters().length;
            boolean isFit = best.chiSquare() <= free + UNFIT_SIGMA * Math.sqrt(2.0 * free);
            if (isFit || degree == HIGHEST_DEGREE) {
                RampEdges edges = new StartMixture(fine, best, free).edges();
                return isStartKnown() && !(isFit && isWhereExpected(edges)) ? Optional.empty() : Optional.of(edges);
            }
        }
    }

    private boolean isStartKnown() {
        return !Double.isInfinite(expectedStart.sigma());
    }

    private boolean isWhereExpected(RampEdges edges) {
        Uncertain late = edges.startSeconds().minus(expectedStart);
        return Math.abs(late.value()) <= UNFIT_SIGMA * late.sigma();
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

    private double[] guess(double start, double duration, int degree) {
        int edge = Math.max(10, (int) ((start - firstSeconds) / intervalSeconds / 2));
        double level = mean(0, edge);
        double last = mean(kelvin.length - edge, kelvin.length);
        double[] p = new double[RAMP + degree];
        p[LEVEL] = level;
        p[DURATION] = duration;
        p[RAMP] = (last - level) / 2 / duration;
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
            double early = (start - expectedStart.value()) / expectedStart.sigma();
            return Optional.of(new Candidate(
                    start,
                    optimum.getPoint().toArray(),
                    cost * cost + early * early,
                    optimum.getCovariances(SINGULAR)));
        } catch (MathIllegalStateException | MathIllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private double[][] jacobian(double start, double[] p) {
        double[][] matrix = new double[kelvin.length + 2][p.length];
        for (int k = 0; k < p.length; k++) {
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
        double[] ramp = Arrays.copyOfRange(p, RAMP, p.length);
        Bend within = new Bend(ramp, lag, intervalSeconds);
        // From the end on the ramp's polynomial, written about the end, is taken back and the other put in its place.
        double[] change = about(ramp, duration);
        change[0] = p[AFTER_SLOPE] - change[0];
        change[1] = p[AFTER_CURVE] - change[1];
        for (int k = 2; k < change.length; k++) {
            change[k] = -change[k];
        }
        Bend after = new Bend(change, lag, intervalSeconds);
        for (int i = 0; i < kelvin.length; i++) {
            double t = first + i * intervalSeconds;
            double model = p[LEVEL] + within.at(t) + after.at(t - duration) + p[PICK_UP] * overlap(t, duration);
            residuals[i] = (model - kelvin[i]) / noiseKelvin[i];
        }
        residuals[kelvin.length] = (p[LAG] - expectedLag.value()) / expectedLag.sigma();
        residuals[kelvin.length + 1] = (duration - expectedDuration.value()) / expectedDuration.sigma();
        return residuals;
    }

    /** The coefficients of a polynomial without a constant, those of t first, about another place; its height there apart. */
    private static double[] about(double[] coefficients, double place) {
        double[] there = coefficients.clone();
        for (int k = 0; k < there.length; k++) {
            double sum = 0;
            double factor = 1;
            for (int j = k; j < coefficients.length; j++) {
                sum += factor * coefficients[j];
                factor *= place * (j + 2) / (j + 1 - k);
            }
            there[k] = sum;
        }
        return there;
    }

    /** First-order response with time constant τ to Σ a<sub>k</sub>tᵏ from t = 0 on, asked at equal steps. */
    private static final class Bend {
        private final double[] coefficients;
        private final double tau;
        private final double decayPerStep;
        private double decay = Double.NaN;

        Bend(double[] coefficients, double tau, double step) {
            this.coefficients = coefficients;
            this.tau = tau;
            this.decayPerStep = Math.exp(-step / tau);
        }

        double at(double t) {
            if (t <= 0) {
                return 0;
            }
            decay = Double.isNaN(decay) ? Math.exp(-t / tau) : decay * decayPerStep;
            double response = 1 - decay;
            double power = 1;
            double sum = 0;
            // The response to tᵏ is tᵏ − k τ times that to tᵏ⁻¹.
            for (int k = 1; k <= coefficients.length; k++) {
                power *= t;
                response = power - k * tau * response;
                sum += coefficients[k - 1] * response;
            }
            return sum;
        }
    }

    /** Share of one reading's interval, centred on t, that lies inside the ramp: smooth, so that edges can be fitted. */
    private double overlap(double t, double duration) {
        double low = Math.max(t - intervalSeconds / 2, 0);
        double high = Math.min(t + intervalSeconds / 2, duration);
        return Math.max(0, high - low) / intervalSeconds;
    }
}
