package org.fieldfall.drivers.mishap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;
import org.fieldfall.drivers.transport.HandMovedClock;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.drivers.transport.Transport;
import org.fieldfall.protocols.instrument.LineLostException;

/** A transport in memory to a box, on which one reply meets a mishap. Waiting moves the time. */
public final class MishapWire implements Transport {

    private record Chunk(long atNanos, byte[] bytes) {}

    private final HandMovedClock clock = new HandMovedClock();
    private final Queue<Chunk> arriving = new ArrayDeque<>();
    private final ByteArrayOutputStream command = new ByteArrayOutputStream();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final Box box;
    private final boolean isPerByte;
    private final Random random;
    private Mishap mishap = Mishap.NONE;
    private int repliesUntil;
    private boolean hasHappened;
    private boolean isDeaf;
    private boolean isClosed;
    private volatile Consumer<String> onLost = why -> {};

    /** @param isPerByte every byte is a command, else a line */
    public MishapWire(Box box, boolean isPerByte, Random random) {
        this.box = box;
        this.isPerByte = isPerByte;
        this.random = random;
    }

    /** Lets it befall the reply after so many good ones. */
    public synchronized void plan(Mishap what, int afterReplies) {
        mishap = what;
        repliesUntil = afterReplies;
    }

    public synchronized boolean hasHappened() {
        return hasHappened;
    }

    /** From now on nothing is answered, or answered again. */
    public synchronized void deaf(boolean isSo) {
        isDeaf = isSo;
    }

    public Line line() {
        return new Line(this, clock);
    }

    public long nanos() {
        return clock.nanos();
    }

    @Override
    public String who() {
        return "box (MISHAP::INSTR)";
    }

    @Override
    public synchronized void write(byte[] bytes, Duration within) {
        for (byte b : bytes) {
            if (isPerByte) {
                hear(String.valueOf((char) b));
            } else if (b == '\n') {
                hear(command.toString(StandardCharsets.US_ASCII));
                command.reset();
            } else {
                command.write(b);
            }
        }
    }

    private void hear(String said) {
        if (!isDeaf) {
            box.hear(said).ifPresent(reply -> answer(reply.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    private void answer(byte[] reply) {
        Duration latency = Duration.ofMillis(random.nextInt(20));
        boolean isItsTurn = mishap != Mishap.NONE && !hasHappened && repliesUntil-- == 0;
        if (!isItsTurn) {
            say(latency, reply);
            return;
        }
        hasHappened = true;
        befall(latency, reply, 1 + random.nextInt(reply.length - 1));
    }

    private void befall(Duration latency, byte[] reply, int cut) {
        byte[] head = Arrays.copyOf(reply, cut);
        byte[] tail = Arrays.copyOfRange(reply, cut, reply.length);
        switch (mishap) {
            case CUT -> say(latency, head);
            case CUT_AND_JOINED -> {
                say(latency, head);
                held.writeBytes(tail);
            }
            case HEAD_JOINED -> held.writeBytes(head);
            case HELD -> held.writeBytes(reply);
            case LATE -> say(Duration.ofMillis(2100 + random.nextInt(4000)), reply);
            case DOUBLED -> say(latency, joined(reply, reply));
            case ECHOED_LATER -> {
                say(latency, reply);
                held.writeBytes(reply);
            }
            case MISSING, NONE -> {}
            case GARBLED -> say(latency, with(reply, cut, (byte) (reply[cut] | 0x80)));
            case REPLACED -> say(latency, with(reply, cut, (byte) '~'));
            case NOISY ->
                say(latency, joined(joined(head, new byte[] {random.nextBoolean() ? (byte) 0x11 : 0x13}), tail));
        }
    }

    private static byte[] with(byte[] reply, int at, byte value) {
        byte[] changed = reply.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private void say(Duration later, byte[] bytes) {
        long last = arriving.stream().mapToLong(Chunk::atNanos).max().orElse(0);
        byte[] all = joined(held.toByteArray(), bytes);
        held.reset();
        arriving.add(new Chunk(Math.max(clock.nanos() + later.toNanos(), last), all));
    }

    @Override
    public synchronized byte[] read(Duration within) {
        if (isClosed) {
            throw new LineLostException(who(), "the line is gone (unplugged)");
        }
        Chunk next = arriving.peek();
        if (next == null || next.atNanos() > clock.nanos() + within.toNanos()) {
            clock.pause(within);
            return new byte[0];
        }
        clock.pause(Duration.ofNanos(Math.max(0, next.atNanos() - clock.nanos())));
        arriving.remove();
        return next.bytes();
    }

    @Override
    public synchronized void close() {
        isClosed = true;
    }

    /** Pulls the plug. */
    public void lose(String why) {
        close();
        onLost.accept(why);
    }

    @Override
    public void onLost(Consumer<String> told) {
        onLost = told;
    }
}
