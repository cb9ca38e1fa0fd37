package org.fieldfall.drivers.scpi;

/**
 * That a box is set up in some way, because its driver has just done so. It holds until the line is opened anew: at its end
 * there may be the same box after a reset. Safe to share between threads.
 */
public final class Belief {

    private static final long NONE = -1;

    private final ScpiLine line;
    private volatile long since = NONE;

    public Belief(ScpiLine line) {
        this.line = line;
    }

    /** @param generation of the line before the first command that made it so */
    public void begin(long generation) {
        since = generation;
    }

    public void end() {
        since = NONE;
    }

    /** True if it was begun and the line has not been opened anew since. */
    public boolean holds() {
        return since == line.generation();
    }

    /** True if it was begun, and ended by nothing but the line. */
    public boolean isOutdated() {
        return since != NONE && !holds();
    }

    /** Generation of the line it was begun in. */
    public long since() {
        return since;
    }
}
