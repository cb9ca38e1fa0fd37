package org.fieldfall.drivers.transport;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes every byte that crosses the wire to the logger {@code fieldfall.wire}, at level TRACE. */
final class LoggedTransport implements Transport {

    private static final Logger WIRE = LoggerFactory.getLogger("fieldfall.wire");

    private final Transport inner;

    private LoggedTransport(Transport inner) {
        this.inner = inner;
    }

    static Transport around(Transport inner) {
        return WIRE.isTraceEnabled() ? new LoggedTransport(inner) : inner;
    }

    @Override
    public String who() {
        return inner.who();
    }

    @Override
    public void write(byte[] bytes, Duration within) {
        WIRE.trace("{} > {}", who(), Printable.of(bytes));
        inner.write(bytes, within);
    }

    @Override
    public byte[] read(Duration within) throws InterruptedException {
        byte[] bytes = inner.read(within);
        if (bytes.length > 0) {
            WIRE.trace("{} < {}", who(), Printable.of(bytes));
        }
        return bytes;
    }

    @Override
    public Duration lineTime(int bytes) {
        return inner.lineTime(bytes);
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
