package org.fieldfall.protocols.analysis;

import java.util.function.DoubleUnaryOperator;

/** Finds a ramp roughly: where the temperature changes most across its length, within the reach of the host's clock. */
final class DropFinder {

    private static final double HOST_REACH_SECONDS = 1;
    private static final double GAP_SECONDS = 0.01;
    private static final double SIDE_SECONDS = 0.05;

    private DropFinder() {}

    /** Start of the ramp on the trace's clock, good to some 20 ms. */
    static double start(Trace trace, DoubleUnaryOperator conversion, double expectedStart, double expectedDuration) {
        double interval = trace.intervalSeconds();
        int from = trace.indexAt(expectedStart - HOST_REACH_SECONDS);
        int to = trace.indexAt(expectedStart + expectedDuration + HOST_REACH_SECONDS);
        int span = (int) Math.ceil((expectedDuration + 2 * GAP_SECONDS) / interval);
        int side = (int) Math.max(1, SIDE_SECONDS / interval);
        double[] sums = new double[to - from + 1];
        int[] counts = new int[to - from + 1];
        for (int i = from; i < to; i++) {
            double kelvin = conversion.applyAsDouble(trace.raw()[i]);
            boolean isValid = !Double.isNaN(kelvin);
            sums[i - from + 1] = sums[i - from] + (isValid ? kelvin : 0);
            counts[i - from + 1] = counts[i - from] + (isValid ? 1 : 0);
        }
        double most = -1;
        double start = expectedStart;
        for (int i = side; i + span + side < sums.length; i++) {
            int valid = Math.min(counts[i] - counts[i - side], counts[i + span + side] - counts[i + span]);
            double before = (sums[i] - sums[i - side]) / (counts[i] - counts[i - side]);
            double after = (sums[i + span + side] - sums[i + span]) / (counts[i + span + side] - counts[i + span]);
            if (2 * valid >= side && Math.abs(after - before) > most) {
                most = Math.abs(after - before);
                start = (from + i) * interval + GAP_SECONDS;
            }
        }
        return start;
    }
}
