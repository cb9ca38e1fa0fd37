package org.fieldfall.drivers.transport;

import java.time.Duration;

/** How long to wait before each attempt to open a lost line again: doubling up to a longest wait. */
record Backoff(Duration first, Duration longest) {

    static final Backoff STANDARD = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    private static final int MOST_DOUBLINGS = 30;

    /** @param attempt counted from zero since the loss */
    Duration before(int attempt) {
        Duration wait = first.multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
