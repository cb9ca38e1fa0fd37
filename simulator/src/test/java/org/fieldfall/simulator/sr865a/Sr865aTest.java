package org.fieldfall.simulator.sr865a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.fieldfall.simulator.Babble;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.MeterError;
import org.fieldfall.simulator.world.World;
import org.fieldfall.simulator.world.Worlds;
import org.junit.jupiter.api.Test;

class Sr865aTest {

    private static final List<String> WRONG = List.of(
            "OFLT",
            "OFLT 22",
            "OFLT x",
            "OUTP? 4",
            "SNAP? 0",
            "CAPTURELEN 3",
            "CAPTURELEN 5000",
            "CAPTURECFG 4",
            "CAPTURESTART ONE",
            "CAPTURESTART ONE,NOW",
            "CAPTUREGET? 0,65",
            "CAPTUREGET? 9999,2",
            "FOO? 1",
            "OUTP",
            "OFLT5",
            "*IDN");

    private final World world = Worlds.wholeWorld();
    private final Sr865a lockIn = new Sr865a(world, new Dice(1), new MeterError(1, 1, 0, 1));

    private String ask(String line) {
        lockIn.hear(line);
        return lockIn.say();
    }

    /** A capture of 4 kB at some 1.2 kHz, begun. */
    private void begin(String how) {
        for (String line : List.of("OFLT 6", "CAPTURECFG 0", "CAPTURERATE 3", "CAPTURELEN 4", "CAPTURESTART " + how)) {
            lockIn.hear(line);
        }
    }

    @Test
    void showsWhatTheCurrentMakes() {
        assertThat(Double.parseDouble(ask("OUTP? 0").strip())).isCloseTo(world.ohmicVolts(), within(1e-9));
        assertThat(ask("SNAP? 0,1")).matches("[^,]+,[^,]+\n");
    }

    @Test
    void halvesItsLargestRateAndAnswersInHertz() {
        begin("ONE,IMM");

        assertThat(Double.parseDouble(ask("CAPTURERATEMAX?").strip())).isEqualTo(9765.625);
        assertThat(Double.parseDouble(ask("CAPTURERATE?").strip())).isCloseTo(1220.703, within(1e-3));
    }

    @Test
    void fillsItsMemoryOnceAndGivesItInABlockWithoutALineEnd() {
        begin("ONE,IMM");
        assertThat(ask("CAPTURESTAT?")).isEqualTo("1\n");
        world.advanceTo(2);

        assertThat(ask("CAPTURESTAT?")).isEqualTo("2\n");
        assertThat(ask("CAPTUREBYTES?")).isEqualTo("4096\n");
        String block = ask("CAPTUREGET? 0,2");
        assertThat(block).hasSize(6 + 2048).startsWith("#42048");
        ByteBuffer payload = ByteBuffer.wrap(block.substring(6).getBytes(StandardCharsets.ISO_8859_1))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat((double) payload.getFloat(400)).isCloseTo(world.ohmicVolts(), within(1e-8));
    }

    @Test
    void givesNothingWhileItCapturesAndStopsWithAWholePiece() {
        begin("ONE,IMM");
        world.advanceTo(0.2);
        ask("*CLS");

        assertThat(ask("CAPTUREGET? 0,2")).isEmpty();
        assertThat(ask("*ESR?")).isEqualTo("16\n");

        lockIn.hear("CAPTURESTOP");

        assertThat(ask("CAPTURESTAT?")).isEqualTo("3\n");

        world.advanceTo(0.5);

        assertThat(ask("CAPTURESTAT?")).isEqualTo("2\n");
        assertThat(ask("CAPTUREBYTES?")).isEqualTo("2048\n");
    }

    @Test
    void beginsAnewInAContinuousCapture() {
        begin("CONT,IMM");
        world.advanceTo(1.2);

        assertThat(ask("CAPTURESTAT?")).isEqualTo("7\n");
    }

    @Test
    void goesOnAfterAnyNonsenseAndMarksEachMistake() {
        for (long seed = 0; seed < 1000; seed++) {
            Babble babble = new Babble(
                    seed,
                    "OFLT",
                    "OUTP",
                    "SNAP",
                    "CAPTURELEN",
                    "CAPTURECFG",
                    "CAPTURERATE",
                    "CAPTURESTART",
                    "ONE,IMM",
                    "CAPTURESTOP",
                    "CAPTUREGET? 0,",
                    "CAPTURESTAT",
                    "*ESR",
                    "SCAL");
            for (int i = 0; i < 5; i++) {
                lockIn.hear(babble.line());
            }
            world.advanceTo(world.seconds() + 0.001);
            lockIn.hangUp();
            ask("*CLS");
            String wrong = WRONG.get(new Random(seed).nextInt(WRONG.size()));
            assertThat(ask(wrong)).as("seed %d: %s", seed, wrong).isEmpty();
            assertThat(ask("*ESR?")).as("seed %d: %s", seed, wrong).isIn("16\n", "32\n", "48\n");
        }
        assertThat(ask("*IDN?")).startsWith("Stanford_Research_Systems,SR865A,");
    }
}
