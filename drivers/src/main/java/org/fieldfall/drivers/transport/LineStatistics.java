package org.fieldfall.drivers.transport;

import java.time.Duration;
import java.util.Optional;

/**
 * What a line has done since it was opened first.
 *
 * @param exchanges begun, whatever became of them
 * @param timeOuts exchanges that ended without the answer that was due
 * @param garbledReplies exchanges that ended with something else than the answer that was due
 * @param resynchronisations attempts to make the line believable again
 * @param reconnects times it was lost and came back
 * @param latency of exchanges with an answer; empty before the first
 */
public record LineStatistics(
        long exchanges,
        long timeOuts,
        long garbledReplies,
        long resynchronisations,
        long reconnects,
        long bytesSent,
        long bytesReceived,
        Optional<Latency> latency) {

    /**
     * Time from the first byte sent to the last byte received, the waits of pace and queue not included.
     *
     * @param p50 half of the exchanges took no longer, within 4 %
     * @param p99 99 of 100 exchanges took no longer, within 4 %
     */
    public record Latency(long exchanges, Duration p50, Duration p99, Duration longest) {}
}
