package org.fieldfall.protocols.fieldquench;

/**
 * How long something takes, in seconds of rig time.
 *
 * @param shortest when nothing has to be waited for
 * @param expected by what the files know
 * @param longest when it is given up, or has to be over
 */
public record Span(double shortest, double expected, double longest) {

    public static final Span NONE = new Span(0, 0, 0);

    public Span {
        if (!(shortest >= 0 && shortest <= expected && expected <= longest)) {
            throw new IllegalArgumentException("a span needs 0 <= shortest <= expected <= longest, not " + shortest
                    + ", " + expected + ", " + longest);
        }
    }

    /** Nothing to wait for but a clock, and some exchanges with instruments on the way. */
    static Span of(double seconds, double spareSeconds) {
        return new Span(seconds, seconds, seconds + spareSeconds);
    }

    public Span plus(Span other) {
        return new Span(shortest + other.shortest, expected + other.expected, longest + other.longest);
    }
}
