package org.fieldfall.app.store;

import java.time.Duration;

/**
 * How patient the log is.
 *
 * @param queueEvents most events that wait for the log's thread
 * @param queueReadings most readings in them
 * @param patience longest time a caller waits for room in the queue
 * @param flushEvery longest time from an event to the force that covers it, the force itself not counted
 * @param retryEvery pause before a failed write or force is tried again
 * @param closeWithin longest time closing may take
 * @param segmentBytes size beyond which a file is left and the next begun
 */
record LogSettings(
        int queueEvents,
        long queueReadings,
        Duration patience,
        Duration flushEvery,
        Duration retryEvery,
        Duration closeWithin,
        long segmentBytes) {

    /** Flushes twice as often as the 100 ms due, so that a slow force does not break the promise. */
    static final LogSettings USUAL = new LogSettings(
            8192,
            1L << 24,
            Duration.ofMillis(200),
            Duration.ofMillis(50),
            Duration.ofMillis(250),
            Duration.ofSeconds(5),
            1L << 30);

    LogSettings flushing(Duration every) {
        return new LogSettings(queueEvents, queueReadings, patience, every, retryEvery, closeWithin, segmentBytes);
    }

    LogSettings withSegments(long bytes) {
        return new LogSettings(queueEvents, queueReadings, patience, flushEvery, retryEvery, closeWithin, bytes);
    }
}
