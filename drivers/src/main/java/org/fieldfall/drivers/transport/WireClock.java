package org.fieldfall.drivers.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The wall time of the wire: gaps, reply deadlines, line times. It never runs faster, whatever the rig clock does. Safe
 * to share between threads.
 */
public interface WireClock {

    /** Monotonic nanoseconds; only differences mean anything. */
    long nanos();

    void pause(Duration time) throws InterruptedException;

    static WireClock system() {
        return new WireClock() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            }
        };
    }

    /** Time that leaps over each wait and stands still otherwise: replays at full speed. */
    static WireClock leaping() {
        return new WireClock() {
            private final AtomicLong nanos = new AtomicLong();

            @Override
            public long nanos() {
                return nanos.get();
            }

            @Override
            public void pause(Duration time) {
                nanos.addAndGet(time.toNanos());
            }
        };
    }
}
