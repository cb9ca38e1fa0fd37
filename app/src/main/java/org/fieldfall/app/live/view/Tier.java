package org.fieldfall.app.live.view;

import java.util.Arrays;

/**
 * Points in a row, numbered from 0, of which the last so many are kept: readings, or groups of as many readings each. Used by
 * one thread at a time.
 */
final class Tier {

    private static final int FIRST = 64;

    private final int most;
    private double[] seconds = new double[FIRST];
    private double[] low = new double[FIRST];
    private double[] high;
    private long count;

    /**
     * @param most how many are kept, at least 64
     * @param isSingle each point is one reading, as low as high
     */
    Tier(int most, boolean isSingle) {
        this.most = most;
        this.high = isSingle ? low : new double[FIRST];
    }

    void add(double at, double lowest, double highest) {
        if (count == seconds.length && seconds.length < most) {
            grow();
        }
        int place = place(count);
        seconds[place] = at;
        low[place] = lowest;
        high[place] = highest;
        count++;
    }

    private void grow() {
        int size = Math.min(most, 2 * seconds.length);
        boolean isSingle = high == low;
        seconds = Arrays.copyOf(seconds, size);
        low = Arrays.copyOf(low, size);
        high = isSingle ? low : Arrays.copyOf(high, size);
    }

    // Until the arrays are as large as they may get nothing is overwritten, so that a place is the number itself.
    private int place(long number) {
        return (int) (number % seconds.length);
    }

    /** How many there have been. */
    long count() {
        return count;
    }

    /** Number of the oldest that is kept. */
    long oldest() {
        return Math.max(0, count - seconds.length);
    }

    boolean has(long number) {
        return number >= oldest() && number < count;
    }

    double seconds(long number) {
        return seconds[place(number)];
    }

    double low(long number) {
        return low[place(number)];
    }

    double high(long number) {
        return high[place(number)];
    }

    /** Number of the first kept point at or after a time; the next number if there is none. */
    long firstAt(double time) {
        long from = oldest();
        long to = count;
        while (from < to) {
            long middle = (from + to) >>> 1;
            if (seconds(middle) < time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
