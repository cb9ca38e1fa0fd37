package org.fieldfall.app.store;

import java.time.Duration;

/**
 * Whether the log's thread has time to compress. As soon as events pile up it has not, and for a second after: what is on
 * the disk matters more than how little room it takes. Used by that thread only.
 */
final class Haste {

    /** So many events at a time are a pile. */
    private static final int PILE = 16;

    /** An event that has waited longer for its force must not wait for the compression of others. */
    private static final long LATE_NANOS = Duration.ofMillis(20).toNanos();

    private static final long LASTS_NANOS = Duration.ofSeconds(1).toNanos();

    private long lastNanos = System.nanoTime() - LASTS_NANOS;

    /** Tells how many events were waiting. */
    void waiting(int events) {
        if (events >= PILE) {
            lastNanos = System.nanoTime();
        }
    }

    /** @param waitedNanos how long the oldest event has waited for its force */
    boolean isCalm(long waitedNanos) {
        return waitedNanos < LATE_NANOS && System.nanoTime() - lastNanos >= LASTS_NANOS;
    }
}
