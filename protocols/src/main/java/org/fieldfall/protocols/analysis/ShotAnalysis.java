package org.fieldfall.protocols.analysis;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
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

    /** Of a ramp that is not much longer this would hide too much. */
    private static final double HOLE_SECONDS = 0.02;

    private final Trace trace;
    private final Thermometry thermometry;
    private final RampEdges edges;
    private final LocalFit baseline;
    private final double baselineSeconds;
    private final double lowestRaw;
    private final double highestRaw;

    private ShotAnalysis(
            Trace trace, Thermometry thermometry, RampEdges edges, LocalFit baseline, double baselineSeconds) {
        this.baselineSeconds = baselineSeconds;
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
        if (Double.isInfinite(expectedStart.sigma())) {
            refuseHole(
                    trace,
                    thermometry,
                    expectedStartSeconds - HOST_REACH_SECONDS,
                    expectedStartSeconds + duration.value() + HOST_REACH_SECONDS);
        }
        double first = Math.max(0, expectedStartSeconds - baselineSeconds);
        double last = expectedStartSeconds - HOST_REACH_SECONDS;
        LocalFit rough = LocalFit.of(trace, thermometry.kelvin(), first, last, last, 1);
        Optional<RampEdges> found = edges(trace, thermometry, expectedStart, duration, Math.max(rough.scatter(), 1e-6));
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
        return new ShotAnalysis(trace, thermometry, edges, baseline, baselineSeconds);
    }

    /** Empty where the trace does not tell and other clocks do. */
    private static Optional<RampEdges> edges(
            Trace trace, Thermometry thermometry, Uncertain start, Uncertain duration, double noiseKelvin) {
        try {
            return RampFit.edges(trace, thermometry.kelvin(), start, duration, thermometry.lagSeconds(), noiseKelvin);
        } catch (InsufficientTraceException missing) {
            if (Double.isInfinite(start.sigma()) || Double.isInfinite(duration.sigma())) {
                throw missing;
            }
            return Optional.empty();
        }
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

    /** The ramp may be in it, and what is left would yield another, made of noise. */
    private static void refuseHole(Trace trace, Thermometry thermometry, double from, double to) {
        int missing = 0;
        for (int i = trace.indexAt(from); i < trace.indexAt(to); i++) {
            missing = Double.isNaN(thermometry.kelvin().applyAsDouble(trace.raw()[i])) ? missing + 1 : 0;
            if (missing * trace.intervalSeconds() >= HOLE_SECONDS) {
                throw new InsufficientTraceException(String.format(
                        Locale.ROOT,
                        "readings are missing or invalid for %g s up to %.3f s, where the ramp may be, and no other clock"
                                + " tells its start",
                        HOLE_SECONDS,
                        (i + 1) * trace.intervalSeconds()));
            }
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
        return new ShotAnalysis(trace, thermometry, edges, baseline, baselineSeconds);
    }

    /**
     * All figures.
     *
     * @param fieldBefore field read before the ramp, in tesla
     * @param fieldAfter field read after it
     * @param drift in which times the platform drifts
     * @param askedSeconds times after the end of the ramp, 0 for the end itself; times beyond the trace are left out
     */
    public ShotFigures figures(Uncertain fieldBefore, Uncertain fieldAfter, DriftTimes drift, double... askedSeconds) {
        Corrections corrections = corrections(fieldBefore.value(), fieldAfter.value(), drift);
        Uncertain initial = baseline.at(0);
        return new ShotFigures(
                edges,
                corrections.start(initial).blurredBy(thermometry.absoluteSigma(rawAt(initial.value()))),
                baseline.slope(),
                fieldAfter.minus(fieldBefore).over(edges.durationSeconds()),
                points(askedSeconds, seconds -> delta(seconds, corrections)),
                peak(corrections));
    }

    /**
     * What is left of the temperature's change once the drift before the ramp is taken to go on by itself, exponentially: for a
     * shot in which nothing should happen.
     */
    public List<ShotFigures.Point> beyondDrift(DriftTimes drift, double... askedSeconds) {
        TraceBins bins = TraceBins.of(trace, thermometry.kelvin(), edges, baselineSeconds);
        RestFit rest = RestFit.beforeRamp(RestFit.Question.of(
                bins, bins.kelvin(thermometry.kelvin(), thermometry.kelvin()), baseline.scatter(), thermometry, drift));
        return points(
                askedSeconds,
                seconds -> shownAt(seconds)
                        .minus(rest.undisturbedKelvin(edges.durationSeconds().value() + seconds)));
    }

    private List<ShotFigures.Point> points(double[] askedSeconds, DoubleFunction<Uncertain> kelvin) {
        return Arrays.stream(askedSeconds)
                .filter(seconds -> edges.endSeconds() + seconds <= trace.endSeconds())
                .filter(this::isSeen)
                .mapToObj(seconds -> new ShotFigures.Point(seconds, kelvin.apply(seconds)))
                .toList();
    }

    private Corrections corrections(double fieldBefore, double fieldAfter, DriftTimes drift) {
        TraceBins bins = TraceBins.of(trace, thermometry.kelvin(), edges, baselineSeconds);
        double[] kelvin = bins.kelvin(thermometry.kelvinIn(fieldBefore), thermometry.kelvinIn(fieldAfter));
        RestFit rest = RestFit.of(RestFit.Question.of(bins, kelvin, baseline.scatter(), thermometry, drift));
        return new Corrections(
                thermometry.magnetoresistancePerTeslaSquared(),
                fieldBefore,
                fieldAfter,
                rest,
                edges.durationSeconds().value());
    }

    /** What field and time do to the thermometer itself. */
    private record Corrections(
            Uncertain magnetoresistance, double fieldBefore, double fieldAfter, RestFit rest, double rampSeconds) {

        /** The temperature just before the ramp. */
        Uncertain start(Uncertain shown) {
            return shown.minus(shift(fieldBefore * fieldBefore * shown.value()));
        }

        /** A difference from there, at a time after the end of the ramp. */
        Uncertain difference(Uncertain shown, double startKelvin, double afterRampSeconds) {
            double kelvin = startKelvin + shown.value();
            return shown.minus(shift(fieldAfter * fieldAfter * kelvin - fieldBefore * fieldBefore * startKelvin))
                    .minus(rest.thermometerDriftUncertain(rampSeconds + afterRampSeconds));
        }

        private Uncertain shift(double perMagnetoresistance) {
            return new Uncertain(
                    magnetoresistance.value() * perMagnetoresistance,
                    Math.abs(magnetoresistance.sigma() * perMagnetoresistance));
        }
    }

    /**
     * Heat that the spins took up.
     *
     * @param fieldBefore field before the ramp, in tesla
     * @param fieldAfter field after it
     * @param askedSeconds times after the end of the ramp; times beyond the trace are left out
     */
    public HeatUptake heat(
            Calorimeter calorimeter, DriftTimes drift, double fieldBefore, double fieldAfter, double... askedSeconds) {
        TraceBins bins = TraceBins.of(trace, thermometry.kelvin(), edges, baselineSeconds);
        HeatBalance.Measured measured = new HeatBalance.Measured(
                bins, edges, thermometry.kelvin(), baseline.scatter(), fieldBefore, fieldAfter);
        return HeatUptake.of(measured, new HeatBalance.Assumed(thermometry, calorimeter, drift), askedSeconds);
    }

    /** Difference of the crystal from the baseline at a time after the end of the ramp, in kelvin. */
    private Uncertain delta(double afterRampSeconds, Corrections corrections) {
        double initial = baseline.at(0).value();
        Uncertain shown = shownAt(afterRampSeconds).minus(baseline.at(0));
        double systematic = thermometry.differenceSigma(rawAt(initial + shown.value()), rawAt(initial));
        return thermometry.crystal(
                corrections.difference(shown, initial, afterRampSeconds).blurredBy(systematic));
    }

    private Uncertain shownAt(double afterRampSeconds) {
        return afterRampSeconds == 0 ? edges.endKelvin() : local(afterRampSeconds);
    }

    /** Half of the readings that tell it must be there: what the others lead to is no measurement. */
    private boolean isSeen(double afterRampSeconds) {
        double centre = centre(afterRampSeconds);
        double half = half(afterRampSeconds);
        int from = trace.indexAt(centre - half);
        int to = trace.indexAt(centre + half);
        long valid = Arrays.stream(trace.raw(), from, to)
                .filter(raw -> !Double.isNaN(thermometry.kelvin().applyAsDouble(raw)))
                .count();
        return afterRampSeconds == 0 || 2 * valid >= to - from;
    }

    private double centre(double afterRampSeconds) {
        return edges.endSeconds() + afterRampSeconds + edges.lagSeconds().value();
    }

    private static double half(double afterRampSeconds) {
        return Math.min(WIDEST_WINDOW_SECONDS, Math.max(0.05, afterRampSeconds / 10));
    }

    private Uncertain local(double afterRampSeconds) {
        double half = half(afterRampSeconds);
        double centre = centre(afterRampSeconds);
        double to = Math.min(centre + half, trace.endSeconds());
        LocalFit fit = LocalFit.of(trace, thermometry.kelvin(), centre - half, to, centre, 2);
        double timing =
                Math.hypot(edges.lagSeconds().sigma(), edges.durationSeconds().sigma());
        return fit.at(0).blurredBy(fit.slope() * timing);
    }

    private ShotFigures.Point peak(Corrections corrections) {
        double last = trace.endSeconds() - edges.endSeconds() - WIDEST_WINDOW_SECONDS;
        ShotFigures.Point best = new ShotFigures.Point(0, delta(0, corrections));
        // Logarithmic steps of 3 %: finer than the width of any peak that a link and a relaxation can make.
        for (double seconds = 0.3; seconds < last; seconds *= 1.03) {
            if (!isSeen(seconds)) {
                continue;
            }
            Uncertain here = delta(seconds, corrections);
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
