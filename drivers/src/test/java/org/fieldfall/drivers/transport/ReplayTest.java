package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldfall.drivers.transport.Conversation.bytes;
import static org.fieldfall.drivers.transport.SerialSettings.FlowControl.NONE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fieldfall.protocols.instrument.LineLostException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ReplayTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private Path file;
    private final FakeWire wire = new FakeWire(said -> {});
    private final WireClock clock = WireClock.leaping();

    @BeforeEach
    void name() {
        file = folder.resolve("supply.capture");
    }

    private void capture() throws InterruptedException {
        try (var capture = Capture.appendTo(file, wire.clock());
                Transport transport = capture.around(wire)) {
            transport.onLost(why -> {});
            wire.clock().pause(Duration.ofMillis(5));
            transport.write(bytes("*IDN?\n"), SOON);
            wire.say(Duration.ofMillis(40), bytes("KEP"));
            wire.say(Duration.ofMillis(3), bytes("CO\r\n\u0013\u0000\u00ff"));
            assertThat(transport.read(SOON)).isEqualTo(bytes("KEP"));
            assertThat(transport.read(SOON)).hasSize(7);
            transport.write(bytes("OUTP \"\\\"\n"), SOON);
            assertThat(transport.read(Duration.ofSeconds(1))).isEmpty();
            wire.lose("unplugged");
        }
    }

    @Test
    void aCaptureCanBeReadByPeople() throws Exception {
        capture();

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "# fieldfall capture 1: seconds since start, = opened, > sent, < received, ! lost",
                        "0.000000 = \"box (FAKE::INSTR)\"",
                        "0.005000 > \"*IDN?\\n\"",
                        "0.045000 < \"KEP\"",
                        "0.048000 < \"CO\\r\\n\\x13\\x00\\xFF\"",
                        "0.048000 > \"OUTP \\\"\\\\\\\"\\n\"",
                        "1.048000 ! \"unplugged\"");
    }

    @Test
    void everyEventIsInTheFileAtOnceAndOldOnesStay() throws Exception {
        Files.writeString(file, "# something older\n");
        try (var capture = Capture.appendTo(file, wire.clock());
                Transport transport = capture.around(wire)) {
            transport.write(bytes("*CLS\n"), SOON);

            assertThat(Files.readAllLines(file)).startsWith("# something older").endsWith("0.000000 > \"*CLS\\n\"");
        }
    }

    @Test
    void playsWhatWasAnsweredAtThePaceOfTheRecord() throws Exception {
        capture();
        var replay = Replay.of(file, Replay.Pace.AS_RECORDED, clock);
        Transport box = replay.open();

        box.write(bytes("*ID"), SOON);
        assertThat(box.read(Duration.ofSeconds(3))).isEmpty();
        box.write(bytes("N?\n"), SOON);
        long start = clock.nanos();

        assertThat(box.who()).isEqualTo("box (FAKE::INSTR)");
        assertThat(box.read(Duration.ofMillis(39))).isEmpty();
        assertThat(box.read(SOON)).isEqualTo(bytes("KEP"));
        assertThat(clock.nanos() - start).isEqualTo(40_000_000);
        assertThat(box.read(SOON)).isEqualTo(bytes("CO\r\n\u0013\u0000\u00ff"));
        assertThat(clock.nanos() - start).isEqualTo(43_000_000);
        assertThat(box.read(SOON)).isEmpty();
        box.write(bytes("OUTP \"\\\"\n"), SOON);
        assertThat(box.read(Duration.ofMillis(999))).isEmpty();
        assertThatThrownBy(() -> box.read(SOON))
                .isInstanceOf(LineLostException.class)
                .hasMessage("box (FAKE::INSTR): unplugged");
        replay.failOnLeft();
    }

    @Test
    void playsAtOnceIfAsked() throws Exception {
        capture();
        Transport box = Replay.of(file, Replay.Pace.AT_ONCE, clock).open();

        box.write(bytes("*IDN?\n"), SOON);

        assertThat(box.read(Duration.ZERO)).isEqualTo(bytes("KEP"));
        assertThat(box.read(Duration.ZERO)).hasSize(7);
        assertThat(clock.nanos()).isZero();
    }

    @Test
    void failsOnAnythingUnsaid() throws Exception {
        capture();
        var replay = Replay.of(file, Replay.Pace.AT_ONCE, clock);
        Transport box = replay.open();
        box.write(bytes("*IDN?\n"), SOON);

        assertThatThrownBy(() -> box.write(bytes("OUTP ON\n"), SOON))
                .isInstanceOf(ReplayDepartedException.class)
                .hasMessage("box (FAKE::INSTR): was told \"OUTP ON\\n\", line 6 of the capture holds "
                        + "\"OUTP \\\"\\\\\\\"\\n\"");
        assertThatThrownBy(replay::failOnLeft).hasMessageContaining("was told \"OUTP ON\\n\"");
    }

    @Test
    void failsOnMoreThanWasSaid() throws Exception {
        capture();
        Transport box = Replay.of(file, Replay.Pace.AT_ONCE, clock).open();

        assertThatThrownBy(() -> box.write(bytes("*IDN?\nOUTP \"\\\"\n*CLS\n"), SOON))
                .hasMessage(
                        "box (FAKE::INSTR): was told \"*CLS\\n\", which the capture does not hold; it is at its end");
    }

    @Test
    void namesWhatWasLeftUnsaidOrUnheard() throws Exception {
        capture();
        var replay = Replay.of(file, Replay.Pace.AT_ONCE, clock);
        assertThatThrownBy(replay::failOnLeft).hasMessageEndingWith("played 0 of 1 openings");
        Transport box = replay.open();

        assertThatThrownBy(replay::failOnLeft).hasMessageEndingWith("left unsaid from line 3 on: \"*IDN?\\n\"");
        box.write(bytes("*IDN?\nOUTP \"\\\"\n"), SOON);
        assertThatThrownBy(replay::failOnLeft).hasMessageEndingWith("left unheard from line 4 on: \"KEP\"");
    }

    @Test
    void aLineOverAReplayIsLostAndComesBackAsItWas() throws Exception {
        Files.writeString(file, """
                # fieldfall capture 1
                0.000000 = "box"
                0.100000 > "V?\\n"
                0.200000 < "+1.0\\n"
                5.000000 ! "unplugged"
                7.000000 = "box"
                7.000100 < "BOOT\\r\\n"
                7.100000 > "V?\\n"
                7.150000 < "+2.0\\n"
                7.2000""");
        var heard = new HeardOfLine();
        var replay = Replay.of(file, Replay.Pace.AS_RECORDED, clock);
        try (var line = Line.open(replay, clock)) {
            line.listen(heard);
            assertThat(ask(line)).isEqualTo("+1.0\n");
            assertThatThrownBy(() -> listenOnly(line)).isInstanceOf(LineLostException.class);
            assertThat(List.of(heard.next(), heard.next())).containsExactly("lost box: unplugged", "back box");

            assertThat(listenOnly(line)).isEqualTo("BOOT\r\n");
            assertThat(ask(line)).isEqualTo("+2.0\n");
        }
        replay.failOnLeft();
        assertThatThrownBy(replay::open).hasMessageEndingWith("the capture holds 2 openings, no more");
    }

    private static String ask(Line line) {
        return line.exchange(Urgency.ROUTINE, line.deadline(SOON), transport -> {
            transport.write(bytes("V?\n"), SOON);
            return Recorded.text(transport.read(SOON));
        });
    }

    private static String listenOnly(Line line) {
        return line.exchange(Urgency.ROUTINE, line.deadline(SOON), transport -> Recorded.text(transport.read(SOON)));
    }

    @Test
    void saysWhichLineIsNoEvent() throws IOException {
        Files.writeString(file, "# fieldfall capture 1\n0.000000 = \"box\"\n0.1 > \"V?\"\n");

        assertThatThrownBy(() -> Replay.of(file, Replay.Pace.AT_ONCE, clock))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessageContaining("supply.capture, line 3: not an event of a capture: 0.1 > \"V?\"");
    }

    @Test
    void saysThatAFileIsNoCapture() throws IOException {
        Files.writeString(file, "driver: kepco-bop\n");

        assertThatThrownBy(() -> Replay.of(file, Replay.Pace.AT_ONCE, clock))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessageContaining("supply.capture is no capture: its first line is not \"# fieldfall capture 1");
    }

    @Test
    void goesByTheNameOfTheInstrumentItPlays() throws Exception {
        capture();
        var resource = ResourceName.parse("replay:" + file);
        Transport box = Opener.of("supply", resource, SerialSettings.of8N1(9600, NONE), SOON)
                .open();

        assertThat(box.who()).isEqualTo("supply (replay:" + file + ")");
        assertThatThrownBy(() -> box.write(bytes("*CLS\n"), SOON))
                .isInstanceOf(ReplayDepartedException.class)
                .hasMessageStartingWith("supply (replay:" + file + "): was told \"*CLS\\n\"");
    }

    @Test
    void aCaptureStartsWithAnOpening() throws IOException {
        Files.writeString(file, "# fieldfall capture 1\n0.000000 > \"V?\"\n");

        assertThatThrownBy(() -> Replay.of(file, Replay.Pace.AT_ONCE, clock))
                .hasMessageContaining("line 2: said before the line was opened");
    }
}
