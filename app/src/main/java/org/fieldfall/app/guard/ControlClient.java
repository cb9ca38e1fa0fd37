package org.fieldfall.app.guard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.fieldfall.app.store.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One that asks, seen from the run. Used by the socket's thread alone. */
final class ControlClient {

    private static final Logger LOG = LoggerFactory.getLogger(ControlClient.class);
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_WAITING = 16;

    /** Longest silence, and longest time an answer may lie unread. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(LONGEST_LINE);
    private final Queue<ByteBuffer> out = new ArrayDeque<>();
    private long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    private boolean isLast;

    ControlClient(SocketChannel channel) {
        this.channel = channel;
    }

    boolean isLate(long nowNanos) {
        return nowNanos - deadlineNanos > 0;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    void serve(SelectionKey key, UnaryOperator<String> desk) {
        try {
            if (key.isReadable() && !isLast) {
                read(desk);
            }
            write();
            if (isLast && out.isEmpty()) {
                drop();
            } else {
                // Whoever does not read the answers is not heard further.
                boolean isHeard = !isLast && out.size() < MOST_WAITING;
                key.interestOps((isHeard ? SelectionKey.OP_READ : 0) | (out.isEmpty() ? 0 : SelectionKey.OP_WRITE));
            }
        } catch (IOException | RuntimeException gone) {
            LOG.debug("control socket: a client is gone: {}", gone.toString());
            drop();
        }
    }

    private void read(UnaryOperator<String> desk) throws IOException {
        if (channel.read(in) < 0) {
            isLast = true;
        }
        in.flip();
        int start = 0;
        for (int i = 0; i < in.limit(); i++) {
            if (in.get(i) == '\n') {
                answer(new String(in.array(), start, i - start, StandardCharsets.UTF_8), desk);
                start = i + 1;
            }
        }
        in.position(start);
        in.compact();
        if (!in.hasRemaining()) {
            isLast = true;
            answer("", line -> Json.line(ControlAnswer.refused("a line of more than " + LONGEST_LINE + " bytes")));
        }
    }

    private void answer(String line, UnaryOperator<String> desk) {
        out.add(ByteBuffer.wrap((desk.apply(line) + "\n").getBytes(StandardCharsets.UTF_8)));
        deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    }

    private void write() throws IOException {
        while (!out.isEmpty()) {
            channel.write(out.element());
            if (out.element().hasRemaining()) {
                return;
            }
            out.remove();
        }
    }

    void drop() {
        try {
            channel.close();
        } catch (IOException failed) {
            LOG.debug("control socket: {}", failed.toString());
        }
    }
}
