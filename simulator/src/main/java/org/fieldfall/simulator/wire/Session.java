package org.fieldfall.simulator.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Carries lines from a port to a box and its answers back, until the other end leaves or the line is closed. */
final class Session {

    private static final int BUSY_MILLIS = 1;
    private static final int SLICE = 16;

    private final Port port;
    private final Box box;
    private final Framing framing;
    private final Flow flow;
    private final Pacing in;
    private final Pacing out;
    private final boolean paced;
    private boolean attended;

    /** Without flow control. */
    Session(Port port, Box box, Framing framing, int baud) {
        this(port, box, framing, new Flow(false, System::nanoTime), baud);
    }

    Session(Port port, Box box, Framing framing, Flow flow, int baud) {
        this.port = port;
        this.box = box;
        this.framing = framing;
        this.flow = flow;
        this.in = new Pacing(baud);
        this.out = new Pacing(baud);
        this.paced = baud > 0;
    }

    void run(BooleanSupplier open) throws IOException, InterruptedException {
        byte[] bytes = new byte[4096];
        try {
            while (open.getAsBoolean()) {
                attend(port.isAttended());
                int count = port.read(bytes, box.isBusy() ? BUSY_MILLIS : box.patienceMillis());
                if (count < 0) {
                    return;
                }
                hear(bytes, count);
                say();
            }
        } finally {
            box.hangUp();
        }
    }

    private void attend(boolean now) {
        if (now && !attended) {
            box.pickUp();
        } else if (!now && attended) {
            framing.clear();
            flow.release();
            box.hangUp();
        }
        attended = now;
    }

    private void hear(byte[] bytes, int count) throws IOException, InterruptedException {
        for (int from = 0; from < count; from += slice(count)) {
            int to = Math.min(count, from + slice(count));
            in.pass(to - from);
            flow.feed(bytes, from, to);
            framing.feed(bytes, from, to);
            say();
        }
        framing.pause();
    }

    private void say() throws IOException, InterruptedException {
        if (flow.isHeld()) {
            return;
        }
        byte[] bytes = box.say().getBytes(StandardCharsets.ISO_8859_1);
        for (int from = 0; from < bytes.length; from += slice(bytes.length)) {
            int to = Math.min(bytes.length, from + slice(bytes.length));
            out.pass(to - from);
            port.write(bytes, from, to);
        }
    }

    private int slice(int count) {
        return paced ? SLICE : count;
    }
}
