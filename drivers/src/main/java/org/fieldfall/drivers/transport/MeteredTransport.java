package org.fieldfall.drivers.transport;

import java.time.Duration;
import java.util.function.Consumer;

/** One opening of a line: numbered, and each exchange on it counted and timed. Used like any transport. */
final class MeteredTransport implements Transport {

    private final Transport inner;
    private final long generation;
    private final WireClock clock;
    private final Tally tally;
    private boolean hasAsked;
    private boolean hasAnswer;
    private long askedNanos;
    private long answeredNanos;

    MeteredTransport(Transport inner, long generation, WireClock clock, Tally tally) {
        this.inner = LoggedTransport.around(inner);
        this.generation = generation;
        this.clock = clock;
        this.tally = tally;
    }

    <T> T perform(Exchange<T> exchange) throws InterruptedException {
        hasAsked = false;
        hasAnswer = false;
        tally.began();
        try {
            T result = exchange.perform(this);
            if (hasAnswer) {
                tally.answered(answeredNanos - askedNanos);
            }
            return result;
        } catch (RuntimeException fault) {
            tally.failed(fault);
            throw fault;
        }
    }

    /** True if the last exchange sent something. */
    boolean hasAsked() {
        return hasAsked;
    }

    /** True if something came after that. */
    boolean hasAnswer() {
        return hasAnswer;
    }

    @Override
    public String who() {
        return inner.who();
    }

    @Override
    public void write(byte[] bytes, Duration within) {
        if (!hasAsked) {
            hasAsked = true;
            askedNanos = clock.nanos();
        }
        inner.write(bytes, within);
        tally.sent(bytes.length);
    }

    @Override
    public byte[] read(Duration within) throws InterruptedException {
        byte[] bytes = inner.read(within);
        if (bytes.length > 0) {
            tally.received(bytes.length);
            answeredNanos = clock.nanos();
            hasAnswer = hasAsked;
        }
        return bytes;
    }

    @Override
    public Duration lineTime(int bytes) {
        return inner.lineTime(bytes);
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public void onLost(Consumer<String> heard) {
        inner.onLost(heard);
    }

    @Override
    public void close() {
        inner.close();
    }
}
