package org.fieldfall.app.store;

import java.time.Duration;

/**
 * How patient the log is.
 *
 * @param queueEvents most events that wait for the log's thread
 * @param patience longest time a caller waits for room in the queue
 * @param flushEvery longest time from an event to the force that covers it, the force itself not counted
 * @param retryEvery pause before a failed write or force is tried again
 * @param closeWithin longest time closing may take
 */
record LogSettings(int queueEvents, Duration patience, Duration flushEvery, Duration retryEvery, Duration closeWithin) {

    /** Flushes twice as often as the 100 ms due, so that a slow force does not break the promise. */
    static final LogSettings USUAL = new LogSettings(
            8192, Duration.ofMillis(200), Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(5));
}
