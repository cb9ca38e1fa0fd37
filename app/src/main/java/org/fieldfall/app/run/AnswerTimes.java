package org.fieldfall.app.run;

import java.util.Arrays;

/** How long the answers of a line took since this was last asked. Safe to share between threads. */
final class AnswerTimes {

    /** More than any line answers in some seconds; of further ones only the longest counts. */
    private static final int MOST = 1 << 16;

    private long[] nanos = new long[64];
    private int count;
    private long longest;

    /** NaN where there was no answer. */
    record Span(double medianSeconds, double longestSeconds) {}

    synchronized void add(long took) {
        longest = Math.max(longest, took);
        if (count == nanos.length && count < MOST) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        if (count < nanos.length) {
            nanos[count] = took;
            count++;
        }
    }

    synchronized Span sinceLast() {
        if (count == 0) {
            return new Span(Double.NaN, Double.NaN);
        }
        Arrays.sort(nanos, 0, count);
        Span span = new Span(nanos[(count - 1) / 2] / 1e9, longest / 1e9);
        count = 0;
        longest = 0;
        return span;
    }
}
