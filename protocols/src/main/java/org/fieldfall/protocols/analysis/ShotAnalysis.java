package org.fieldfall.protocols.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * From the buffered thermometer trace of a shot to its figures. Method: edges of the ramp by {@link RampFit}; baseline by a
 * straight line over the stated time before the ramp; temperatures after it by a parabola through a window that grows with
 * time, moved by the lag; at the end of the ramp from the fit of the edges. The differences are those of the crystal: the
 * drop that the link's heat makes across its contact is added.
 */
public final class ShotAnalysis {

    /** Readings this close to the ramp's start stay out of the baseline. */
    private static final double BASELINE_GUARD_SECONDS = 0.2;

    /** The host knows the start no better than this. */
    private static final double HOST_REACH_SECONDS = 1;

    private static final double AFTER_SECONDS = 0.5;

    private static final double WIDEST_WINDOW_SECONDS = 3;

    private static final int BISECTIONS = 60;

    private final Trace trace;
    private final Thermometry thermometry;
    private final RampEdges edges;
    private final LocalFit baseline;
    private final double lowestRaw;
    private final double highestRaw;

    private ShotAnalysis(Trace trace, Thermometry thermometry, RampEdges edges, LocalFit baseline) {
        this.trace = trace;
        this.thermometry = thermometry;
        this.edges = edges;
        this.baseline = baseline;
        DoubleSummaryStatistics valid = Arrays.stream(trace.raw())
                .filter(raw -> !Double.isNaN(thermometry.kelvin().applyAsDouble(raw)))
                .summaryStatistics();
        this.lowestRaw = valid.getMin();
        this.highestRaw = valid.getMax();
    }

    /**
     * Finds edges and baseline.
     *
     * @param expectedStart start of the ramp on the trace's clock as the other clocks tell; with an infinite uncertainty good
     *     to 1 s
     * @param duration of the ramp as the field monitor has it; the program's with an infinite uncertainty where there is none
     * @param baselineSeconds how much before the ramp is baseline; less if the trace starts later
     * @throws InsufficientTraceException if the trace does not hold both
     */
    public static ShotAnalysis of(
            Trace trace, Thermometry thermometry, Uncertain expectedStart, Uncertain duration, double baselineSeconds) {
        double expectedStartSeconds = expectedStart.value();
        refuseCut(trace, expectedStartSeconds + duration.value() + HOST_REACH_SECONDS);
        double first = Math.max(0, expectedStartSeconds - baselineSeconds);
        double last = expectedStartSeconds - HOST_REACH_SECONDS;
        LocalFit rough = LocalFit.of(trace, thermometry.kelvin(), first, last, last, 1);
        Optional<RampEdges> found = RampFit.edges(
                trace,
                thermometry.kelvin(),
                expectedStart,
                duration,
                thermometry.lagSeconds(),
                Math.max(rough.scatter(), 1e-6));
        if (found.isEmpty()) {
            return atKnownRamp(trace, thermometry, expectedStart, duration, baselineSeconds);
        }
        RampEdges edges = found.get();
        double start = edges.startSeconds().value();
        LocalFit baseline = LocalFit.of(
                trace,
                thermometry.kelvin(),
                Math.max(0, start - baselineSeconds),
                start - BASELINE_GUARD_SECONDS,
                start,
                1);
        return new ShotAnalysis(trace, thermometry, edges, baseline);
    }

    /** Without the ramp in it a trace would still yield one, made of noise. */
    private static void refuseCut(Trace trace, double latestEndSeconds) {
        if (!(trace.endSeconds() >= latestEndSeconds)) {
            throw new InsufficientTraceException(String.format(
                    Locale.ROOT,
                    "the trace ends at %.3f s, it must reach %.3f s to hold the ramp for certain",
                    trace.endSeconds(),
                    latestEndSeconds));
        }
    }

    /**
     * Takes the ramp's place as known from elsewhere: for a shot in which the temperature hardly changes, or changes in a way
     * that does not show where it begins.
     *
     * @param start of the ramp on the trace's clock
     */
    public static ShotAnalysis atKnownRamp(
            Trace trace, Thermometry thermometry, Uncertain start, Uncertain duration, double baselineSeconds) {
        double end = start.value() + duration.value();
        LocalFit after = LocalFit.of(
                trace, thermometry.kelvin(), end + 5 * thermometry.lagSeconds().value(), end + AFTER_SECONDS, end, 1);
        RampEdges edges = new RampEdges(
                start, duration, after.at(0), new Uncertain(0, Double.POSITIVE_INFINITY), thermometry.lagSeconds());
        LocalFit baseline = LocalFit.of(
                trace,
                thermometry.kelvin(),
                Math.max(0, start.value() - baselineSeconds),
                start.value() - BASELINE_GUARD_SECONDS,
                start.value(),
                1);
        return new ShotAnalysis(trace, thermometry, edges, baseline);
    }

    /**
     * All figures.
     *
     * @param fieldBefore field read before the ramp, in tesla
     * @param fieldAfter field read after it
     * @param askedSeconds times after the end of the ramp, 0 for the end itself; times beyond the trace are left out
     */
    public ShotFigures figures(Uncertain fieldBefore, Uncertain fieldAfter, double... askedSeconds) {
        List<ShotFigures.Point> points = new ArrayList<>();
        for (double seconds : askedSeconds) {
            if (edges.endSeconds() + seconds <= trace.endSeconds()) {
                points.add(new ShotFigures.Point(seconds, delta(seconds)));
            }
        }
        Uncertain initial = baseline.at(0);
        return new ShotFigures(
                edges,
                initial.blurredBy(thermometry.absoluteSigma(rawAt(initial.value()))),
                baseline.slope(),
                fieldAfter.minus(fieldBefore).over(edges.durationSeconds()),
                points,
                peak());
    }

    /** Difference from the baseline at a time after the end of the ramp, in kelvin. */
    Uncertain delta(double afterRampSeconds) {
        Uncertain statistical = afterRampSeconds == 0
                ? edges.endKelvin().minus(baseline.at(0))
                : local(afterRampSeconds).minus(baseline.at(0));
        double initial = baseline.at(0).value();
        double systematic = thermometry.differenceSigma(rawAt(initial + statistical.value()), rawAt(initial));
        return thermometry.crystal(statistical.blurredBy(systematic));
    }

    private Uncertain local(double afterRampSeconds) {
        double lag = edges.lagSeconds().value();
        double half = Math.min(WIDEST_WINDOW_SECONDS, Math.max(0.05, afterRampSeconds / 10));
        double centre = edges.endSeconds() + afterRampSeconds + lag;
        double to = Math.min(centre + half, trace.endSeconds());
        LocalFit fit = LocalFit.of(trace, thermometry.kelvin(), centre - half, to, centre, 2);
        double timing =
                Math.hypot(edges.lagSeconds().sigma(), edges.durationSeconds().sigma());
        return fit.at(0).blurredBy(fit.slope() * timing);
    }

    private ShotFigures.Point peak() {
        double last = trace.endSeconds() - edges.endSeconds() - WIDEST_WINDOW_SECONDS;
        ShotFigures.Point best = new ShotFigures.Point(0, delta(0));
        // Logarithmic steps of 3 %: finer than the width of any peak that a link and a relaxation can make.
        for (double seconds = 0.3; seconds < last; seconds *= 1.03) {
            Uncertain here = delta(seconds);
            if (Math.abs(here.value()) > Math.abs(best.deltaKelvin().value())) {
                best = new ShotFigures.Point(seconds, here);
            }
        }
        return best;
    }

    /** The raw reading that belongs to a temperature, by bisection over the trace's own range. */
    private double rawAt(double kelvin) {
        DoubleUnaryOperator conversion = thermometry.kelvin();
        double low = lowestRaw;
        double high = highestRaw;
        boolean falling = conversion.applyAsDouble(low) > conversion.applyAsDouble(high);
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (conversion.applyAsDouble(middle) > kelvin == falling) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
