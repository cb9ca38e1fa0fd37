package org.fieldfall.app.live.view;

/**
 * Readings of a series, or groups of consecutive ones, in the order of their times.
 *
 * @param next number of the first reading after them
 * @param seconds rig time of each (of a group: of its first)
 * @param low smallest of the group, or the reading itself; NaN if none is valid
 * @param high largest of the group, or the reading itself
 */
public record Points(long next, double[] seconds, double[] low, double[] high) {

    public Points {
        if (seconds.length != low.length || seconds.length != high.length) {
            throw new IllegalArgumentException("points need as many times as values, not " + seconds.length + ", "
                    + low.length + " and " + high.length);
        }
    }

    public int size() {
        return seconds.length;
    }
}
