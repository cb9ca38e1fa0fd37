package org.fieldfall.app.picture;

import java.util.Arrays;

/**
 * Values over time.
 *
 * @param seconds from the start of the ramp, never falling; owned by the curve, not to be changed
 * @param values in tesla or kelvin, NaN where there is none; owned by the curve, not to be changed
 */
public record Curve(double[] seconds, double[] values) {

    public Curve {
        if (seconds.length != values.length) {
            throw new IllegalArgumentException(
                    "a curve needs as many times as values, not " + seconds.length + " and " + values.length);
        }
        for (int i = 1; i < seconds.length; i++) {
            if (!(seconds[i] >= seconds[i - 1])) {
                throw new IllegalArgumentException(
                        "time goes back at point " + i + ": " + seconds[i - 1] + " s, then " + seconds[i] + " s");
            }
        }
    }

    public int size() {
        return seconds.length;
    }

    /** The points from one time to another, with one neighbour on either side so that a line reaches the edges. */
    Curve between(double from, double to) {
        int first = Math.max(0, firstAt(from) - 1);
        int end = Math.min(size(), firstAt(Math.nextUp(to)) + 1);
        return new Curve(Arrays.copyOfRange(seconds, first, end), Arrays.copyOfRange(values, first, end));
    }

    /** Index of the first point at or after a time; the size if there is none. */
    int firstAt(double time) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
