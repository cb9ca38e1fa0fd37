package org.fieldfall.simulator.wire;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * XON/XOFF as the instrument's end obeys it: after XOFF it says nothing until XON. A hold that is not lifted for a quarter of
 * a minute is taken for that of a client who has left. For one thread.
 */
final class Flow {

    private static final int XON = 0x11;
    private static final int XOFF = 0x13;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final boolean obeys;
    private final LongSupplier wallNanos;
    private boolean held;
    private long since;

    /** @param obeys false for a line without flow control, whose bytes mean nothing */
    Flow(boolean obeys, LongSupplier wallNanos) {
        this.obeys = obeys;
        this.wallNanos = wallNanos;
    }

    void feed(byte[] bytes, int from, int to) {
        for (int i = from; obeys && i < to; i++) {
            if (bytes[i] == XOFF && !held) {
                held = true;
                since = wallNanos.getAsLong();
            } else if (bytes[i] == XON) {
                held = false;
            }
        }
    }

    boolean isHeld() {
        held &= wallNanos.getAsLong() - since < LONGEST_NANOS;
        return held;
    }

    void release() {
        held = false;
    }
}
