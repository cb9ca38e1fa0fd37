package org.fieldfall.simulator.wire;

import java.util.concurrent.TimeUnit;

/** Line time of one direction in wall time: a start bit, eight data bits and a stop bit for each byte. */
final class Pacing {

    private static final int BITS = 10;

    private final long nanosPerByte;
    private long free = System.nanoTime();

    /** @param baud bits per second; 0 for a line that takes no time */
    Pacing(int baud) {
        this.nanosPerByte = baud > 0 ? TimeUnit.SECONDS.toNanos(BITS) / baud : 0;
    }

    /** Waits until so many bytes have passed, after those before them. */
    void pass(int bytes) throws InterruptedException {
        if (nanosPerByte == 0) {
            return;
        }
        long now = System.nanoTime();
        free = (free - now > 0 ? free : now) + bytes * nanosPerByte;
        TimeUnit.NANOSECONDS.sleep(free - now);
    }
}
