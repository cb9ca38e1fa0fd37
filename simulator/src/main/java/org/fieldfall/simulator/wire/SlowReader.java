package org.fieldfall.simulator.wire;

import java.util.function.LongSupplier;

/** A box that loses a line that comes too soon after the last one it took. */
public final class SlowReader implements Box {

    private final Box box;
    private final LongSupplier wallNanos;
    private final long gapNanos;
    private long last;

    /** @param gapNanos least wall time from one line to the next */
    public SlowReader(Box box, LongSupplier wallNanos, long gapNanos) {
        this.box = box;
        this.wallNanos = wallNanos;
        this.gapNanos = gapNanos;
        this.last = wallNanos.getAsLong() - gapNanos;
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

    @Override
    public boolean isBusy() {
        return box.isBusy();
    }

    @Override
    public String say() {
        return box.say();
    }

    private boolean isReady() {
        long now = wallNanos.getAsLong();
        boolean ready = now - last >= gapNanos;
        last = ready ? now : last;
        return ready;
    }
}
