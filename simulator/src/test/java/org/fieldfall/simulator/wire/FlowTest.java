package org.fieldfall.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FlowTest {

    private final AtomicLong wall = new AtomicLong();
    private final Flow flow = new Flow(true, wall::get);

    @Test
    void holdsFromXoffToXon() {
        feed(flow, "A\u0013B");
        assertThat(flow.isHeld()).isTrue();

        feed(flow, "C\u0013\u0011");
        assertThat(flow.isHeld()).isFalse();
    }

    @Test
    void givesUpAHoldThatNobodyLifts() {
        feed(flow, "\u0013");
        wall.set(TimeUnit.SECONDS.toNanos(14));
        assertThat(flow.isHeld()).isTrue();

        wall.set(TimeUnit.SECONDS.toNanos(16));
        assertThat(flow.isHeld()).isFalse();
    }

    @Test
    void meansNothingOnALineWithoutIt() {
        Flow deaf = new Flow(false, wall::get);
        feed(deaf, "\u0013");

        assertThat(deaf.isHeld()).isFalse();
    }

    @Test
    void aSessionKeepsItsAnswerUntilItMaySpeak() throws IOException, InterruptedException {
        Wire wire = new Wire("Q\n\u0013", "", "", "\u0011", "");
        Echo box = new Echo();

        new Session(wire, box, new LineFraming(99, box), flow, 0).run(() -> true);

        assertThat(wire.saidBefore).containsExactly("", "", "Q!");
        assertThat(box.said).isTrue();
    }

    /** Gives one piece at each read, then hangs up; notes what had been said by then when there was nothing to read. */
    private static final class Wire implements Port {

        private final Deque<String> pieces;
        private final StringBuilder said = new StringBuilder();
        private final List<String> saidBefore = new ArrayList<>();

        Wire(String... pieces) {
            this.pieces = new ArrayDeque<>(List.of(pieces));
        }

        @Override
        public int read(byte[] into, int waitMillis) {
            String piece = pieces.poll();
            if (piece == null) {
                return -1;
            }
            if (piece.isEmpty()) {
                saidBefore.add(said.toString());
            }
            byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(bytes, 0, into, 0, bytes.length);
            return bytes.length;
        }

        @Override
        public boolean isAttended() {
            return true;
        }

        @Override
        public void write(byte[] bytes, int from, int to) {
            said.append(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        }
    }

    private static final class Echo implements Box {

        private String text = "";
        private boolean said;

        @Override
        public void hear(String line) {
            text = line + "!";
        }

        @Override
        public void hearTooMuch() {}

        @Override
        public void hangUp() {}

        @Override
        public boolean isBusy() {
            return false;
        }

        @Override
        public String say() {
            String now = text;
            text = "";
            said |= !now.isEmpty();
            return now;
        }
    }

    private static void feed(Flow flow, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        flow.feed(bytes, 0, bytes.length);
    }
}
