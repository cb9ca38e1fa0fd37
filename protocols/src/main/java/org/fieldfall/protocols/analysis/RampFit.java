package org.fieldfall.protocols.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Fits the thermometer trace around a ramp and so finds its edges.
 *
 * <p>Start, duration and lag make the shape of the curve, see {@link RampModel}; the rest of it is linear. A late start with
 * much pick-up and an early one with little can fit almost equally well, and so can a short ramp and a long one. So the shape
 * is not fitted but scanned: at each start, duration and lag the rest is fitted, and all of them count with their likelihood.
 * Means and uncertainties are those of the mixture. What is known of start, duration and lag enters as one more observation each.
 */
final class RampFit {

    private static final int LOWEST_DEGREE = 3;
    private static final int HIGHEST_DEGREE = 6;

    /** So many standard errors of χ² above its due mean a polynomial cannot follow the readings. */
    private static final double UNFIT_SIGMA = 4;

    /** How far around the ramp readings count. */
    private static final double MARGIN_SECONDS = 0.3;

    /** How far from its rough place a start is looked for. */
    private static final double REACH_SECONDS = 0.04;

    /** How far from the program's a duration is looked for, as a share of it. */
    private static final double REACH_SHARE = 0.5;

    private static final double COARSE_SECONDS = 0.004;
    private static final double FINEST_SECONDS = 0.0005;
    private static final int MOST_FINE_STEPS = 24;

    /** What lies so far above the smallest χ² has no weight that counts. */
    private static final double UNLIKELY = 20;

    private final RampModel model;
    private final Uncertain expectedStart;
    private final Uncertain expectedDuration;
    private final Uncertain expectedLag;

    private RampFit(RampModel model, Uncertain expectedStart, Uncertain expectedDuration, Uncertain expectedLag) {
        this.model = model;
        this.expectedStart = expectedStart;
        this.expectedDuration = expectedDuration;
        this.expectedLag = expectedLag;
    }

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
        RampModel model = RampModel.of(
                trace,
                conversion,
                seen - MARGIN_SECONDS,
                seen + expectedDuration.value() + MARGIN_SECONDS,
                noiseKelvin);
        return new RampFit(model, expectedStart, expectedDuration, expectedLag).scan(seen);
    }

    /** By the lowest degree that can follow the readings, else by the highest. */
    private Optional<RampEdges> scan(double around) {
        for (int degree = LOWEST_DEGREE; ; degree++) {
            List<RampCandidate> likely = likely(around, degree);
            RampCandidate best = best(likely);
            int free = model.readings() - model.parameters(degree);
            boolean isFit = best.chiSquare() <= free + UNFIT_SIGMA * Math.sqrt(2.0 * free);
            if (isFit || degree == HIGHEST_DEGREE) {
                RampEdges edges = new RampMixture(likely, best, free).edges();
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

    private static RampCandidate best(List<RampCandidate> candidates) {
        return candidates.stream()
                .min((a, b) -> Double.compare(a.chiSquare(), b.chiSquare()))
                .orElseThrow(() -> new InsufficientTraceException(
                        "the edges of the ramp cannot be found in the thermometer trace"));
    }

    /** On a coarse grid where the readings allow start and duration to be, then that region on a fine one. */
    private List<RampCandidate> likely(double around, int degree) {
        double duration = expectedDuration.value();
        List<RampCandidate> coarse = candidates(
                Axis.of(around - REACH_SECONDS, around + REACH_SECONDS, COARSE_SECONDS, expectedStart),
                Axis.of(
                        (1 - REACH_SHARE) * duration,
                        (1 + REACH_SHARE) * duration,
                        Math.min(COARSE_SECONDS, duration / 10),
                        expectedDuration),
                new Axis(List.of(new Axis.Node(expectedLag.value(), 0)), 0),
                degree);
        double worst = best(coarse).chiSquare() + UNLIKELY;
        List<RampCandidate> possible =
                coarse.stream().filter(c -> c.chiSquare() <= worst).toList();
        return candidates(
                fine(possible, RampCandidate::start, expectedStart),
                fine(possible, RampCandidate::duration, expectedDuration),
                Axis.around(expectedLag),
                degree);
    }

    private static Axis fine(List<RampCandidate> possible, ToDoubleFunction<RampCandidate> place, Uncertain expected) {
        double low = possible.stream().mapToDouble(place).min().orElseThrow() - COARSE_SECONDS;
        double high = possible.stream().mapToDouble(place).max().orElseThrow() + COARSE_SECONDS;
        return Axis.of(low, high, Math.max(FINEST_SECONDS, (high - low) / MOST_FINE_STEPS), expected);
    }

    private List<RampCandidate> candidates(Axis starts, Axis durations, Axis lags, int degree) {
        List<RampCandidate> candidates = new ArrayList<>();
        for (Axis.Node start : starts.nodes()) {
            for (Axis.Node duration : durations.nodes()) {
                for (Axis.Node lag : lags.nodes()) {
                    if (duration.place() > 0) {
                        candidates.add(model.fit(start.place(), duration.place(), lag.place(), degree)
                                .unlikelierBy(start.chiSquare() + duration.chiSquare() + lag.chiSquare())
                                .onGrid(starts.step(), durations.step()));
                    }
                }
            }
        }
        return candidates;
    }

    /**
     * Places to try, each with what is known of it beforehand.
     *
     * @param step from one to the next; 0 where the places stand for a normal distribution
     */
    private record Axis(List<Node> nodes, double step) {

        /** @param chiSquare −2 ln of its weight before any reading is seen */
        record Node(double place, double chiSquare) {}

        /** A grid, or three places where the quantity is better known than a step. */
        static Axis of(double low, double high, double step, Uncertain expected) {
            if (expected.sigma() < step / 2) {
                return around(expected);
            }
            List<Node> nodes = new ArrayList<>();
            int steps = (int) Math.ceil((high - low) / step);
            for (int i = 0; i <= steps; i++) {
                double place = low + i * step;
                double off = (place - expected.value()) / expected.sigma();
                nodes.add(new Node(place, off * off));
            }
            return new Axis(nodes, step);
        }

        /** Mean and spread of a normal distribution by Gauss and Hermite. */
        static Axis around(Uncertain expected) {
            if (expected.sigma() == 0) {
                return new Axis(List.of(new Node(expected.value(), 0)), 0);
            }
            double off = Math.sqrt(3) * expected.sigma();
            double rare = 2 * Math.log(4);
            return new Axis(
                    List.of(
                            new Node(expected.value(), 0),
                            new Node(expected.value() - off, rare),
                            new Node(expected.value() + off, rare)),
                    0);
        }
    }
}
