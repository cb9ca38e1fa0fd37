package org.fieldfall.drivers.onecharacterswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fieldfall.drivers.mishap.MishapWire;
import org.fieldfall.drivers.transport.HandMovedClock;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;

class OneCharacterSwitchTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final SwitchSettings SETTINGS =
            new SwitchSettings(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(2));

    /** What we say, byte for byte, and what it answers. */
    private static final class Board {

        private final Queue<List<String>> turns = new ArrayDeque<>();
        private final MishapWire wire = new MishapWire(this::hear, true, new Random(1));
        private final OneCharacterSwitch driver = new OneCharacterSwitch(wire.line(), SETTINGS);

        Board then(String said, String... answer) {
            turns.add(List.of(said, String.join("", answer)));
            return this;
        }

        private Optional<String> hear(String said) {
            List<String> turn = turns.poll();
            assertThat(said).isEqualTo(turn == null ? "(nothing more)" : turn.get(0));
            return turn == null || turn.get(1).isEmpty() ? Optional.empty() : Optional.of(turn.get(1));
        }

        void isOver() {
            assertThat(turns).as("left unsaid").isEmpty();
        }
    }

    @Test
    void waitsForTheBoardToBootBeforeTheFirstCharacter() {
        var board = new Board().then("v", " 0.1 v\r\n");
        long opened = board.wire.nanos();

        var identity = board.driver.identify(SOON);

        assertThat(identity).isEqualTo(new Identity("", "one-character switch", "", "0.1"));
        assertThat(board.wire.nanos() - opened).isBetween(2_000_000_000L, 2_300_000_000L);
        board.isOver();
    }

    @Test
    void opensAndClosesAndRemembersWhichWay() {
        var board = new Board().then("o", " o\r\n").then("c", " c\r\n");

        assertThat(board.driver.lastCommand()).isEqualTo(HeatSwitch.Command.NONE);
        board.driver.open(SOON);
        assertThat(board.driver.lastCommand()).isEqualTo(HeatSwitch.Command.OPEN);
        assertThat(board.driver.state(SOON)).isEqualTo(HeatSwitch.State.UNKNOWN);
        board.driver.close(SOON);
        assertThat(board.driver.lastCommand()).isEqualTo(HeatSwitch.Command.CLOSE);
        assertThat(board.driver.settleSeconds()).isEqualTo(1.5);
        board.isOver();
    }

    @Test
    void anUnansweredCommandLeavesTheLastOneUnknownAndIsNotSentAgain() {
        var board = new Board().then("c", " c\r\n").then("o");
        board.driver.close(SOON);

        assertThatThrownBy(() -> board.driver.open(SOON)).isInstanceOf(NoReplyException.class);

        assertThat(board.driver.lastCommand()).isEqualTo(HeatSwitch.Command.NONE);
        board.isOver();
    }

    @Test
    void takesNothingButTheExactEcho() {
        for (String reply : List.of("o\r\n", " o\n", " c\r\n", "  o\r\n", " 0\r\n", " oo\r\n")) {
            var board = new Board().then("o", reply);

            assertThatThrownBy(() -> board.driver.open(SOON))
                    .as(reply)
                    .isInstanceOf(GarbledReplyException.class)
                    .hasMessageContaining("expected \"o\" given back");
            board.isOver();
        }
    }

    @Test
    void anEchoOfTheVersionQuestionIsNoVersion() {
        var board = new Board().then("v", " v\r\n");

        assertThatThrownBy(() -> board.driver.identify(SOON))
                .isInstanceOf(WrongInstrumentException.class)
                .hasMessageContaining("expected a version");
    }

    @Test
    void provesTheLineByVersionAndCountAfterSilence() {
        var board = new Board()
                .then("o")
                .then("v", " 0.1 v\r\n")
                .then("?", " 512 ?\r\n")
                .then("o", " o\r\n");
        assertThatThrownBy(() -> board.driver.open(SOON)).isInstanceOf(NoReplyException.class);

        board.driver.open(SOON);

        board.isOver();
    }

    @Test
    void asksNothingBeforeItsTimeIsEnoughForTheBoot() {
        var board = new Board();

        assertThatThrownBy(() -> board.driver.open(Duration.ofSeconds(1)))
                .isInstanceOf(NoReplyException.class)
                .hasMessageContaining("the line rests for");
        board.isOver();
    }

    @Test
    void aLineThatWasOpenedAgainIsAResetEvenIfNobodySpokeMeanwhile() throws Exception {
        var clock = new HandMovedClock();
        var first = new MishapWire(said -> Optional.of(" " + said + "\r\n"), true, new Random(1));
        var second = new MishapWire(
                said -> Optional.of(
                        said.equals("v") ? " 0.1 v\r\n" : said.equals("?") ? " 512 ?\r\n" : " " + said + "\r\n"),
                true,
                new Random(1));
        var wires = new ArrayDeque<>(List.of(first, second));
        var back = new CountDownLatch(1);
        try (var line = Line.open(wires::remove, clock)) {
            line.listen((who, state, why) -> {
                if (state == LineState.BACK) {
                    back.countDown();
                }
            });
            var driver = new OneCharacterSwitch(line, SETTINGS);
            driver.close(SOON);
            first.lose("unplugged");
            assertThat(back.await(10, TimeUnit.SECONDS)).isTrue();
            long before = clock.nanos();

            assertThat(driver.lastCommand()).isEqualTo(HeatSwitch.Command.NONE);
            driver.open(SOON);

            assertThat(clock.nanos() - before).isGreaterThanOrEqualTo(2_000_000_000L);
            assertThat(driver.lastCommand()).isEqualTo(HeatSwitch.Command.OPEN);
        }
    }
}
