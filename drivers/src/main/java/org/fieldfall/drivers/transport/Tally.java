package org.fieldfall.drivers.transport;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.NoReplyException;

/** Counts what happens on a line. Safe to share between threads. */
final class Tally {

    private final Histogram latencies = new Histogram();
    private final List<LongConsumer> timings = new CopyOnWriteArrayList<>();
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

    void answered(long nanos) {
        synchronized (this) {
            latencies.add(nanos);
        }
        timings.forEach(heard -> heard.accept(nanos));
    }

    void listen(LongConsumer heard) {
        timings.add(heard);
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
