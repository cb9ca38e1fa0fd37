package org.fieldfall.drivers.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a raw port deadlines: a reader thread feeds a bounded queue, and the reading deadline lives on the queue.
 *
 * <p>Serial writes know no time-out on Linux, and a peer that stopped the flow blocks them for ever. The writing thread
 * leaves its deadline where the reader, which wakes every tick, sees it; when that has passed the reader closes the port,
 * which sets the write free. A full queue stops the reading, not the watching.
 */
final class Pump implements AutoCloseable {

    private static final int CHUNKS = 1024;
    private static final byte[] END = {};

    private final String who;
    private final RawPort port;
    private final WireClock clock = WireClock.system();
    private final BlockingQueue<byte[]> inbox = new ArrayBlockingQueue<>(CHUNKS);
    private volatile @Nullable Deadline writing;
    private final Loss loss = new Loss();

    Pump(String who, RawPort port) {
        this.who = who;
        this.port = port;
    }

    void start() {
        var reader = new Thread(this::pump, "reader of " + who);
        reader.setDaemon(true);
        reader.start();
    }

    void write(byte[] bytes, Duration within) {
        loss.failIfOver(who);
        writing = Deadline.in(within, clock);
        try {
            port.write(bytes);
        } catch (IOException e) {
            lose("could not send " + Printable.of(bytes) + ": " + e.getMessage());
        } finally {
            writing = null;
        }
        loss.failIfOver(who);
    }

    byte[] read(Duration within) throws InterruptedException {
        byte[] chunk = inbox.poll(within.toNanos(), TimeUnit.NANOSECONDS);
        if (chunk == null || chunk == END) {
            loss.failIfOver(who);
        }
        return chunk == null ? END : chunk;
    }

    private void pump() {
        byte[] buffer = new byte[8192];
        try {
            while (!loss.isOver()) {
                closeIfWriteIsOverdue();
                take(buffer, port.read(buffer));
            }
        } catch (IOException e) {
            lose("the line is gone: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lose("the reader was interrupted");
        }
    }

    private void take(byte[] buffer, int count) throws InterruptedException {
        if (count < 0) {
            lose("the line is gone (unplugged, or closed by the other end)");
        } else if (count > 0) {
            byte[] chunk = Arrays.copyOf(buffer, count);
            while (!loss.isOver() && !inbox.offer(chunk, 100, TimeUnit.MILLISECONDS)) {
                closeIfWriteIsOverdue();
            }
        }
    }

    private void closeIfWriteIsOverdue() {
        Deadline due = writing;
        if (due != null && due.hasPassed()) {
            lose("the other end did not take what was sent in time (flow control stopped it?)");
        }
    }

    private void lose(String reason) {
        if (loss.happened(reason)) {
            free();
            loss.tell();
        }
    }

    private void free() {
        port.close();
        // A waiting reader finds an empty queue, so there is room for the mark; a full queue needs none.
        var unused = inbox.offer(END);
    }

    void onLost(Consumer<String> heard) {
        loss.onLost(heard);
    }

    @Override
    public void close() {
        if (loss.wasClosed()) {
            free();
        }
    }
}
