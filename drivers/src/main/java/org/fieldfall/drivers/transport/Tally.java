package org.fieldfall.drivers.transport;

import java.util.Optional;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.NoReplyException;

/** Counts what happens on a line. Safe to share between threads. */
final class Tally {

    private final Histogram latencies = new Histogram();
    private long exchanges;
    private long timeOuts;
    private long garbledReplies;
    private long resynchronisations;
    private long reconnects;
    private long bytesSent;
    private long bytesReceived;

    synchronized void began() {
        exchanges++;
    }

    synchronized void sent(int bytes) {
        bytesSent += bytes;
    }

    synchronized void received(int bytes) {
        bytesReceived += bytes;
    }

    synchronized void answered(long nanos) {
        latencies.add(nanos);
    }

    synchronized void failed(RuntimeException fault) {
        if (fault instanceof NoReplyException) {
            timeOuts++;
        } else if (fault instanceof GarbledReplyException) {
            garbledReplies++;
        }
    }

    synchronized void resynchronised() {
        resynchronisations++;
    }

    synchronized void reconnected() {
        reconnects++;
    }

    synchronized LineStatistics statistics() {
        return new LineStatistics(
                exchanges,
                timeOuts,
                garbledReplies,
                resynchronisations,
                reconnects,
                bytesSent,
                bytesReceived,
                latency());
    }

    private Optional<LineStatistics.Latency> latency() {
        return latencies.total() == 0
                ? Optional.empty()
                : Optional.of(new LineStatistics.Latency(
                        latencies.total(), latencies.quantile(0.5), latencies.quantile(0.99), latencies.longest()));
    }
}
