package org.fieldfall.protocols.analysis;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A trace around a ramp in mean raw readings, so that few numbers hold it: bins of half a second before the ramp, twenty at least; after it
 * as long as a hundredth of the time since, ten readings at least and half a second at most. The ramp itself, in which
 * the leads pick up its field, is left out, and so is a bin without a valid reading.
 *
 * @param seconds centre of the valid readings in each bin, from the start of the ramp
 * @param raw their mean
 * @param counts how many they are
 */
record TraceBins(double[] seconds, double[] raw, int[] counts) {

    private static final double LONGEST_SECONDS = 0.5;
    private static final double SHARE_OF_TIME = 0.01;
    private static final int FEWEST_READINGS = 10;
    private static final int FEWEST_BEFORE = 20;

    /** Readings this close to the ramp's start stay out. */
    private static final double GUARD_SECONDS = 0.2;

    /**
     * Fills the bins.
     *
     * @param kelvin of a raw reading; NaN drops it
     * @param baselineSeconds how much before the ramp counts
     */
    static TraceBins of(Trace trace, DoubleUnaryOperator kelvin, RampEdges edges, double baselineSeconds) {
        Filling filling = new Filling(trace, kelvin, edges.startSeconds().value());
        double start = edges.startSeconds().value();
        int first = trace.indexAt(start - baselineSeconds);
        int last = trace.indexAt(start - GUARD_SECONDS);
        int longest = (int) Math.max(FEWEST_READINGS, Math.round(LONGEST_SECONDS / trace.intervalSeconds()));
        int before = Math.max(1, Math.min(longest, (last - first) / FEWEST_BEFORE));
        for (int from = first; from < last; from += before) {
            filling.bin(from, Math.min(from + before, last));
        }
        int end = trace.indexAt(edges.endSeconds()) + 1;
        int from = end;
        while (from < trace.size()) {
            int length = (int) Math.min(longest, Math.max(FEWEST_READINGS, SHARE_OF_TIME * (from - end)));
            filling.bin(from, Math.min(from + length, trace.size()));
            from += length;
        }
        return filling.bins();
    }

    int size() {
        return seconds.length;
    }

    /** First bin at or after a time. */
    int indexAt(double fromSeconds) {
        int found = Arrays.binarySearch(seconds, fromSeconds);
        return found >= 0 ? found : -found - 1;
    }

    /** Temperature of each bin by the conversion before the ramp and that after it; the readings' scatter is too small to bend them. */
    double[] kelvin(DoubleUnaryOperator before, DoubleUnaryOperator after) {
        double[] kelvin = new double[size()];
        for (int i = 0; i < kelvin.length; i++) {
            kelvin[i] = (seconds[i] < 0 ? before : after).applyAsDouble(raw[i]);
        }
        return kelvin;
    }

    private static final class Filling {
        private final Trace trace;
        private final DoubleUnaryOperator kelvin;
        private final double zero;
        private double[] seconds = new double[64];
        private double[] raw = new double[64];
        private int[] counts = new int[64];
        private int size;

        Filling(Trace trace, DoubleUnaryOperator kelvin, double zero) {
            this.trace = trace;
            this.kelvin = kelvin;
            this.zero = zero;
        }

        void bin(int from, int to) {
            double sum = 0;
            double places = 0;
            int count = 0;
            for (int i = from; i < to; i++) {
                if (!Double.isNaN(kelvin.applyAsDouble(trace.raw()[i]))) {
                    sum += trace.raw()[i];
                    places += i;
                    count++;
                }
            }
            if (count > 0) {
                add(places / count * trace.intervalSeconds() - zero, sum / count, count);
            }
        }

        private void add(double at, double mean, int count) {
            if (size == seconds.length) {
                seconds = Arrays.copyOf(seconds, 2 * size);
                raw = Arrays.copyOf(raw, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            seconds[size] = at;
            raw[size] = mean;
            counts[size] = count;
            size++;
        }

        TraceBins bins() {
            return new TraceBins(Arrays.copyOf(seconds, size), Arrays.copyOf(raw, size), Arrays.copyOf(counts, size));
        }
    }
}
