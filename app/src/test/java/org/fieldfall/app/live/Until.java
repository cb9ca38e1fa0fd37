package org.fieldfall.app.live;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Bounded waits on a condition that another thread brings about. */
final class Until {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long LOOK_NANOS = 1_000_000;

    private Until() {}

    static void holds(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    static void sent(Bus bus) {
        holds(() -> bus.depth() == 0);
    }
}
