package org.fieldfall.drivers.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A transport in memory whose other end is a listener. What the listener says arrives when the hand-moved time is ripe;
 * waiting moves the time.
 */
public final class FakeWire implements Transport {

    private record Chunk(long atNanos, byte[] bytes) {}

    /** When a command line ended, and what it was. */
    public record Written(long atNanos, String line) {}

    private final HandMovedClock clock = new HandMovedClock();
    private final Queue<Chunk> arriving = new ArrayDeque<>();
    private final List<Written> written = new ArrayList<>();
    private final StringBuilder unfinished = new StringBuilder();
    private final Consumer<String> listener;
    private Duration timePerByte = Duration.ZERO;
    private final Loss loss = new Loss();
    private volatile boolean isClosed;

    public FakeWire(Consumer<String> listener) {
        this.listener = listener;
    }

    public synchronized FakeWire slow(Duration perByte) {
        timePerByte = perByte;
        return this;
    }

    public HandMovedClock clock() {
        return clock;
    }

    public Line line() {
        return new Line(this, clock);
    }

    /** Lets bytes arrive so long after the ones said before, or after now. */
    public synchronized void say(Duration later, byte[] bytes) {
        long from = Math.max(
                clock.nanos(), arriving.stream().mapToLong(Chunk::atNanos).max().orElse(0));
        arriving.add(new Chunk(from + later.toNanos(), bytes.clone()));
    }

    public void say(String text) {
        say(Duration.ZERO, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public synchronized List<Written> written() {
        return List.copyOf(written);
    }

    @Override
    public String who() {
        return "box (FAKE::INSTR)";
    }

    /** Pulls the plug. */
    public void lose(String why) {
        if (loss.happened(why)) {
            loss.tell();
        }
    }

    @Override
    public void onLost(Consumer<String> heard) {
        loss.onLost(heard);
    }

    @Override
    public synchronized void write(byte[] bytes, Duration within) {
        loss.failIfOver(who());
        for (char c : new String(bytes, StandardCharsets.US_ASCII).toCharArray()) {
            if (c == '\n') {
                String line = unfinished.toString();
                unfinished.setLength(0);
                written.add(new Written(clock.nanos(), line));
                listener.accept(line);
            } else {
                unfinished.append(c);
            }
        }
    }

    @Override
    public synchronized byte[] read(Duration within) {
        Chunk next = arriving.peek();
        long due = clock.nanos() + within.toNanos();
        if (next == null) {
            loss.failIfOver(who());
        }
        if (next == null || next.atNanos() > due) {
            clock.pause(within);
            return new byte[0];
        }
        clock.pause(Duration.ofNanos(Math.max(0, next.atNanos() - clock.nanos())));
        arriving.remove();
        return next.bytes();
    }

    @Override
    public synchronized Duration lineTime(int bytes) {
        return timePerByte.multipliedBy(bytes);
    }

    @Override
    public void close() {
        isClosed = true;
        var unused = loss.wasClosed();
    }

    public boolean isClosed() {
        return isClosed;
    }
}
