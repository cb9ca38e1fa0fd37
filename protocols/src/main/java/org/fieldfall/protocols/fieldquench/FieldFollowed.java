package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.protocols.analysis.FieldRamp;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;

/**
 * The field of a sweep as far as it was seen, and as the program goes on from there. Time 0 is the start of the ramp.
 *
 * @param history whole, to its rest after the ramp
 * @param rampSeconds its length
 * @param offsetTesla how well the plateaus are known, the coil constant apart
 * @param rateRelative relative uncertainty of the rate where nobody measured it; 0 where a monitor did
 * @param seen whether a monitor saw the whole ramp
 */
public record FieldFollowed(
        FieldHistory history, double rampSeconds, double offsetTesla, double rateRelative, Seen seen) {

    /** A ramp is followed through so many means: a slope between neighbours is none that the crystal saw. */
    private static final int PIECES = 16;

    private static final double GUARD_SECONDS = 0.01;

    /** Without a monitor the ramp's length is known from the program, which supplies keep to about this share. */
    private static final double PROGRAM_RELATIVE = 0.02;

    /** How much of the ramp was measured. */
    public enum Seen {
        NOTHING,
        BEGINNING,
        ALL
    }

    /** The program of a shot between its fields, as nobody has measured it. */
    public static FieldFollowed programmed(Uncertain before, Uncertain after, double rateTeslaPerSecond) {
        return new FieldFollowed(
                FieldHistory.ramp(before.value(), after.value(), 0, rateTeslaPerSecond),
                Math.abs(after.value() - before.value()) / rateTeslaPerSecond,
                Math.hypot(before.sigma(), after.sigma()),
                PROGRAM_RELATIVE,
                Seen.NOTHING);
    }

    /**
     * A ramp that a monitor has recorded whole.
     *
     * @param trace of the monitor
     * @param tesla field of a raw reading
     * @param ramp what was found in it
     */
    public static FieldFollowed measured(Trace trace, DoubleUnaryOperator tesla, FieldRamp ramp) {
        double start = ramp.startSeconds().value();
        double length = ramp.durationSeconds().value();
        Means means = new Means();
        means.add(0, ramp.beforeTesla().value());
        for (int piece = 0; piece < PIECES; piece++) {
            double from = start + length * piece / PIECES;
            means.add(trace, tesla, from, from + length / PIECES, start, length);
        }
        means.add(length, ramp.afterTesla().value());
        double offset = Math.hypot(ramp.beforeTesla().sigma(), ramp.afterTesla().sigma());
        return new FieldFollowed(means.history(), length, offset, 0, Seen.ALL);
    }

    /**
     * A ramp that goes on: what a monitor has recorded of it, then the program.
     *
     * @param startSeconds where the ramp begins on the monitor's clock, as well as is known by now
     */
    public static FieldFollowed begun(
            Trace trace,
            DoubleUnaryOperator tesla,
            double startSeconds,
            double beforeTesla,
            double finalTesla,
            double rateTeslaPerSecond) {
        double whole = Math.abs(finalTesla - beforeTesla) / rateTeslaPerSecond;
        Means means = new Means();
        means.add(0, beforeTesla);
        double piece = whole / PIECES;
        for (double from = startSeconds; from + piece <= trace.endSeconds(); from += piece) {
            Mean mean = Means.mean(trace, tesla, from, from + piece);
            boolean isAtEnd = (mean.tesla - finalTesla) * Math.signum(beforeTesla - finalTesla) <= 0;
            if (!mean.isThere() || isAtEnd) {
                break;
            }
            means.add(mean.seconds - startSeconds, mean.tesla);
        }
        double left = Math.abs(finalTesla - means.last()) / rateTeslaPerSecond;
        double end = means.lastSeconds() + Math.max(left, 1e-6);
        means.add(end, finalTesla);
        return new FieldFollowed(
                means.history(),
                end,
                0,
                PROGRAM_RELATIVE * left / Math.max(whole, left),
                means.size() > 2 ? Seen.BEGINNING : Seen.NOTHING);
    }

    /** Field at a time from the start of the ramp. */
    public double tesla(double seconds) {
        return history.tesla(seconds);
    }

    private record Mean(double seconds, double tesla) {
        boolean isThere() {
            return !Double.isNaN(tesla);
        }
    }

    private static final class Means {

        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> tesla = new ArrayList<>();

        void add(double at, double field) {
            seconds.add(at);
            tesla.add(field);
        }

        /** Readings near the edges of the ramp are left to the lines that meet there. */
        void add(Trace trace, DoubleUnaryOperator field, double from, double to, double startSeconds, double length) {
            double guard = Math.min(GUARD_SECONDS, length / PIECES);
            Mean mean = mean(
                    trace, field, Math.max(from, startSeconds + guard), Math.min(to, startSeconds + length - guard));
            if (mean.isThere()) {
                add(mean.seconds - startSeconds, mean.tesla);
            }
        }

        static Mean mean(Trace trace, DoubleUnaryOperator field, double from, double to) {
            double sum = 0;
            double time = 0;
            int valid = 0;
            for (int i = trace.indexAt(from); i < trace.indexAt(to); i++) {
                double value = field.applyAsDouble(trace.raw()[i]);
                if (!Double.isNaN(value)) {
                    sum += value;
                    time += i * trace.intervalSeconds();
                    valid++;
                }
            }
            return new Mean(time / valid, sum / valid);
        }

        int size() {
            return tesla.size();
        }

        double last() {
            return tesla.get(tesla.size() - 1);
        }

        double lastSeconds() {
            return seconds.get(seconds.size() - 1);
        }

        FieldHistory history() {
            return FieldHistory.piecewiseLinear(
                    seconds.stream().mapToDouble(Double::doubleValue).toArray(),
                    tesla.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
