package org.fieldfall.simulator.wire;

import java.util.function.LongSupplier;

/**
 * A box that loses a line that comes too soon after the last one it took.
 *
 * <p>This process hears a line only when its thread gets to it. A line arrived after the look before the one that found
 * it, and before it was heard: it is lost only if even the longest time between two lines that fits is too short, so that
 * a busy machine at this end is not held against the other.
 */
public final class SlowReader implements Box {

    private static final int LOOK_MILLIS = 5;

    private final Box box;
    private final LongSupplier wallNanos;
    private final long gapNanos;
    private long lastLook;
    private long lookBefore;
    private long last;

    /** @param gapNanos least wall time from one line to the next */
    public SlowReader(Box box, LongSupplier wallNanos, long gapNanos) {
        this.box = box;
        this.wallNanos = wallNanos;
        this.gapNanos = gapNanos;
        this.lastLook = wallNanos.getAsLong();
        this.lookBefore = lastLook;
        this.last = lastLook - gapNanos;
    }

    @Override
    public void pickUp() {
        box.pickUp();
    }

    @Override
    public void hear(String line) {
        if (isReady()) {
            box.hear(line);
        }
    }

    @Override
    public void hearTooMuch() {
        if (isReady()) {
            box.hearTooMuch();
        }
    }

    @Override
    public void hangUp() {
        box.hangUp();
    }

    /** {@inheritDoc} Asked before each look at the line. */
    @Override
    public boolean isBusy() {
        lookBefore = lastLook;
        lastLook = wallNanos.getAsLong();
        return box.isBusy();
    }

    @Override
    public int patienceMillis() {
        return LOOK_MILLIS;
    }

    @Override
    public String say() {
        return box.say();
    }

    private boolean isReady() {
        boolean ready = wallNanos.getAsLong() - last >= gapNanos;
        last = ready ? lookBefore : last;
        return ready;
    }
}
