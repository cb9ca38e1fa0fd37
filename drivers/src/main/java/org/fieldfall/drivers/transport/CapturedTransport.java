package org.fieldfall.drivers.transport;

import java.time.Duration;
import java.util.function.Consumer;

/** Writes every byte that crosses the wire to a {@link Capture}. */
final class CapturedTransport implements Transport {

    private final Transport inner;
    private final Capture capture;

    CapturedTransport(Transport inner, Capture capture) {
        this.inner = inner;
        this.capture = capture;
    }

    @Override
    public String who() {
        return inner.who();
    }

    @Override
    public void write(byte[] bytes, Duration within) {
        capture.note(Capture.SENT, bytes);
        inner.write(bytes, within);
    }

    @Override
    public byte[] read(Duration within) throws InterruptedException {
        byte[] bytes = inner.read(within);
        if (bytes.length > 0) {
            capture.note(Capture.RECEIVED, bytes);
        }
        return bytes;
    }

    @Override
    public Duration lineTime(int bytes) {
        return inner.lineTime(bytes);
    }

    @Override
    public long generation() {
        return inner.generation();
    }

    @Override
    public void onLost(Consumer<String> heard) {
        inner.onLost(why -> {
            capture.note(Capture.LOST, why);
            heard.accept(why);
        });
    }

    @Override
    public void close() {
        inner.close();
    }
}
