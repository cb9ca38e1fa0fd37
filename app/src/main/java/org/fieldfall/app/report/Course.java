package org.fieldfall.app.report;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.protocols.analysis.Trace;

/**
 * Readings reduced to what a picture shows: means of as many as fall on a point of it.
 *
 * @param seconds from the start of the ramp
 */
record Course(double[] seconds, double[] values) {

    private static final int MOST_POINTS = 700;

    /**
     * @param zeroSeconds start of the ramp on the trace's clock
     * @param value of a raw reading
     */
    static Course of(Trace trace, DoubleUnaryOperator value, double zeroSeconds, double from, double to) {
        int first = trace.indexAt(zeroSeconds + from);
        int end = trace.indexAt(zeroSeconds + to);
        int each = Math.max(1, (end - first + MOST_POINTS - 1) / MOST_POINTS);
        double[] seconds = new double[(end - first) / each];
        double[] values = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            int at = first + i * each;
            seconds[i] = (at + (each - 1) / 2.0) * trace.intervalSeconds() - zeroSeconds;
            values[i] = value.applyAsDouble(Arrays.stream(trace.raw(), at, at + each)
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN));
        }
        return new Course(seconds, values);
    }

    boolean isDrawn() {
        return Arrays.stream(values).anyMatch(Double::isFinite);
    }
}
