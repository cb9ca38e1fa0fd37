package org.fieldfall.drivers.transport;

import java.time.Duration;

/** Counts times in classes a sixteenth of an octave wide, so that any quantile is right within 4 %. */
final class Histogram {

    private static final int PARTS_LOG2 = 4;
    private static final int PARTS = 1 << PARTS_LOG2;

    private final long[] counts = new long[PARTS * (Long.SIZE - PARTS_LOG2)];
    private long total;
    private long longest;

    void add(long nanos) {
        long time = Math.max(0, nanos);
        counts[classOf(time)]++;
        total++;
        longest = Math.max(longest, time);
    }

    long total() {
        return total;
    }

    Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** The time that this part of all does not exceed; needs at least one time. */
    Duration quantile(double part) {
        long wanted = Math.max(1, (long) Math.ceil(part * total));
        int at = 0;
        for (long seen = counts[0]; seen < wanted; seen += counts[at]) {
            at++;
        }
        return Duration.ofNanos(Math.min(longest, middleOf(at)));
    }

    // Below PARTS each nanosecond has a class of its own.
    private static int classOf(long nanos) {
        int octave = Math.max(0, Long.SIZE - 1 - PARTS_LOG2 - Long.numberOfLeadingZeros(nanos));
        return octave * PARTS + (int) (nanos >>> octave);
    }

    private static long middleOf(int index) {
        int octave = Math.max(0, index / PARTS - 1);
        long low = (long) (index - octave * PARTS) << octave;
        return low + (1L << octave) / 2;
    }
}
