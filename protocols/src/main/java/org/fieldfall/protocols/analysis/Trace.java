package org.fieldfall.protocols.analysis;

/**
 * Evenly sampled readings on the instrument's own clock. Readings marked invalid are NaN and enter no average.
 *
 * @param intervalSeconds from one reading to the next; reading {@code i} was taken at {@code i * intervalSeconds}
 * @param raw readings in the instrument's unit; owned by the trace, not to be changed
 */
public record Trace(double intervalSeconds, double[] raw) {

    public Trace {
        if (!(intervalSeconds > 0)) {
            throw new IllegalArgumentException("the interval must be above 0 s, not " + intervalSeconds);
        }
    }

    public int size() {
        return raw.length;
    }

    public double endSeconds() {
        return raw.length * intervalSeconds;
    }

    /** Index of the first reading at or after a time, within 0 and {@link #size()}. */
    public int indexAt(double seconds) {
        long index = (long) Math.ceil(seconds / intervalSeconds - 1e-9);
        return (int) Math.max(0, Math.min(raw.length, index));
    }
}
