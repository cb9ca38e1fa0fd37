package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fieldfall.protocols.instrument.LineState;

/**
 * What we say and what it answers, in order. Anything else said fails at once; {@link #isOver} fails on what was left
 * unsaid. Empty lines, which only end half-sent ones, may be said at any time.
 */
public final class Conversation {

    private record Piece(Duration later, byte[] bytes) {}

    private record Turn(String said, List<Piece> answer) {}

    private final Queue<Turn> turns = new ArrayDeque<>();
    private final FakeWire wire = new FakeWire(this::hear);
    private final Line line = wire.line();

    private Conversation() {}

    public static Conversation begun() {
        return new Conversation();
    }

    public static Asked where(String query) {
        return begun().then(query);
    }

    public Asked then(String query) {
        return new Asked(query);
    }

    /** Commands without an answer. */
    public Conversation told(String... commands) {
        for (String command : commands) {
            turns.add(new Turn(command, List.of()));
        }
        return this;
    }

    public Line line() {
        return line;
    }

    /** A line to this box which, once that is unplugged, is opened again to another one. */
    public Line lineThen(Conversation next) {
        var wires = new ArrayDeque<Transport>(List.of(wire, next.wire));
        return Line.open(wires::remove, wire.clock());
    }

    /** Unplugs the box and waits until the line can be used again. */
    public void unplug(Line line) throws InterruptedException {
        var back = new CountDownLatch(1);
        line.listen((who, state, why) -> {
            if (state == LineState.BACK) {
                back.countDown();
            }
        });
        wire.lose("unplugged");
        assertThat(back.await(10, TimeUnit.SECONDS)).as("the line is back").isTrue();
    }

    public FakeWire wire() {
        return wire;
    }

    public void isOver() {
        assertThat(turns.stream().map(Turn::said).toList()).as("left unsaid").isEmpty();
    }

    private void hear(String line) {
        String said = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (said.isEmpty()) {
            return;
        }
        Turn turn = turns.poll();
        assertThat(said).isEqualTo(turn == null ? "(nothing more)" : turn.said());
        if (turn != null) {
            turn.answer().forEach(piece -> wire.say(piece.later(), piece.bytes()));
        }
    }

    /** A question that waits for its answer to be written down. */
    public final class Asked {

        private final String query;

        private Asked(String query) {
            this.query = query;
        }

        public Conversation answers(String reply) {
            return answersRaw(Duration.ZERO, bytes(reply + "\r\n"));
        }

        public Conversation answersLate(Duration later, String reply) {
            return answersRaw(later, bytes(reply + "\r\n"));
        }

        public Conversation isSilent() {
            return answersRaw(Duration.ZERO);
        }

        /** All pieces but the first follow at once, each by a read of its own. */
        public Conversation answersRaw(Duration later, byte[]... pieces) {
            List<Piece> answer = new ArrayList<>();
            for (byte[] piece : pieces) {
                answer.add(new Piece(answer.isEmpty() ? later : Duration.ofMillis(1), piece));
            }
            turns.add(new Turn(query, answer));
            return Conversation.this;
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
