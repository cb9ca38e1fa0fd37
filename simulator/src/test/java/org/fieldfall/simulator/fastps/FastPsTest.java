package org.fieldfall.simulator.fastps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fieldfall.simulator.Babble;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.World;
import org.fieldfall.simulator.world.Worlds;
import org.junit.jupiter.api.Test;

class FastPsTest {

    private static final String DONE = "#AK";

    private final World world = Worlds.world();
    private final FastPs supply = new FastPs(world, new Dice(5), 20, 20);

    @Test
    void saysWhatItIsAndBearsANameThatNoRealOneHas() {
        assertThat(ask("VER")).isEqualTo("#VER:FAST-PS 2020-400:SIM1.5.17");
        assertThat(ask(" ver ")).isEqualTo("#VER:FAST-PS 2020-400:SIM1.5.17");
        assertThat(ask("MRID")).isEqualTo("#MRID:SIM00002");
        supply.hear("VER");
        assertThat(supply.say()).endsWith("\r\n");
    }

    @Test
    void tellsItsStatusInEightHexadecimalDigits() {
        assertThat(ask("MST")).isEqualTo("#MST:00000000");
        ready();
        assertThat(ask("MST")).isEqualTo("#MST:00000001");

        supply.hear("MWIR:10");

        assertThat(ask("MST")).endsWith(":00001001");
    }

    @Test
    void slewsToItsTargetAndStaysThere() {
        ready();
        assertThat(ask("MSRI:100")).isEqualTo(DONE);
        assertThat(ask("MSRI:?")).isEqualTo("#MSRI:100.000000");

        assertThat(ask("MWIR:5")).isEqualTo(DONE);
        world.advanceTo(0.025);
        assertThat(amperes()).isCloseTo(2.5, within(0.15));
        world.advanceTo(0.051);
        assertThat(ask("MST")).isEqualTo("#MST:00000001");
        world.advanceTo(1);

        assertThat(amperes()).isCloseTo(5, within(1e-3));
        assertThat(ask("MWIR:?")).isEqualTo("#MWIR:5.000000");
    }

    @Test
    void turnsRoundInTheMiddleOfARamp() {
        ready();
        supply.hear("MSRI:10");
        supply.hear("MWIR:5");
        world.advanceTo(0.2);

        assertThat(ask("MWIR:0")).endsWith(DONE);
        world.advanceTo(0.3);
        assertThat(amperes()).isCloseTo(1, within(0.05));
        world.advanceTo(1);

        assertThat(amperes()).isCloseTo(0, within(1e-3));
    }

    @Test
    void refusesWithTheNumbersOfItsManual() {
        assertThat(ask("*IDN?")).isEqualTo("#NAK:01");
        assertThat(ask("MWIR:1")).isEqualTo("#NAK:13");
        assertThat(ask("MWI:?")).isEqualTo("#NAK:13");
        assertThat(ask("LOOP:X")).isEqualTo("#NAK:02");
        assertThat(ask("LOOP")).isEqualTo("#NAK:04");
        assertThat(ask("LOOP:I")).isEqualTo("#NAK:19");
        assertThat(ask("MSRI:201")).isEqualTo("#NAK:14");
        assertThat(ask("MSRI:0")).isEqualTo("#NAK:14");
        assertThat(ask("MRG:900")).isEqualTo("#NAK:03");
        assertThat(ask("MWG:31:5")).isEqualTo("#NAK:05");
        assertThat(ask("PASSWORD:x")).isEqualTo("#NAK:07");
        assertThat(ask("MCRWF")).isEqualTo("#NAK:24");
        ready();
        assertThat(ask("MON")).isEqualTo("#NAK:09");
        assertThat(ask("LOOP:V")).isEqualTo("#NAK:09");
        assertThat(ask("UPMODE:WAVEFORM")).isEqualTo("#NAK:09");
        assertThat(ask("MWIR:20.1")).isEqualTo("#NAK:11");
        assertThat(ask("MWIR:abc")).isEqualTo("#NAK:12");
        assertThat(ask("MWV:1")).isEqualTo("#NAK:20");
        assertThat(ask("WAVE:START")).isEqualTo("#NAK:16");
        assertThat(amperes()).isCloseTo(0, within(1e-3));
    }

    @Test
    void goesToZeroBeforeItSwitchesOff() {
        ready();
        supply.hear("MWI:10");
        world.advanceTo(0.1);
        assertThat(amperes()).isCloseTo(10, within(1e-3));

        assertThat(ask("MOFF")).endsWith(DONE);
        assertThat(ask("MWIR:5")).isEqualTo("#NAK:38");
        world.advanceTo(0.15);
        assertThat(ask("MST")).isEqualTo("#MST:00001001");
        assertThat(world.supply().isOn()).isTrue();
        world.advanceTo(0.5);

        assertThat(ask("MST")).isEqualTo("#MST:00000000");
        assertThat(world.supply().isOn()).isFalse();
    }

    @Test
    void keepsAFaultUntilItIsClearedAndItsCauseIsGone() {
        ready();
        world.act(world.supply()::trip);

        assertThat(ask("MST")).isEqualTo("#MST:01000002");
        assertThat(ask("MON")).isEqualTo("#NAK:08");
        assertThat(ask("MRESET")).isEqualTo(DONE);
        assertThat(ask("MON")).isEqualTo(DONE);
        assertThat(ask("MST")).isEqualTo("#MST:01000002");

        world.act(world.supply()::clearTrip);
        supply.hear("MRESET");
        supply.hear("MON");
        supply.say();
        assertThat(ask("MST")).isEqualTo("#MST:00000001");
    }

    @Test
    void runsAWaveformOfItsMemory() {
        assertThat(ask("UPMODE:WAVE")).isEqualTo(DONE);
        assertThat(ask("UPMODE:?")).isEqualTo("#UPMODE:WAVEFORM");
        assertThat(ask("WAVE:N_PERIODS:1")).isEqualTo(DONE);
        assertThat(ask(wave(99))).isEqualTo("#NAK:04");
        assertThat(ask("MON")).isEqualTo(DONE);
        assertThat(ask("WAVE:START")).isEqualTo("#NAK:26");
        assertThat(ask(wave(1000))).isEqualTo(DONE);
        assertThat(ask("MWIR:1")).isEqualTo("#NAK:21");

        assertThat(ask("WAVE:START")).isEqualTo(DONE);
        world.advanceTo(0.05);
        assertThat(ask("MST")).isEqualTo("#MST:00002081");
        assertThat(amperes()).isCloseTo(5, within(0.2));
        world.advanceTo(1);

        assertThat(amperes()).isCloseTo(10, within(2e-3));
        assertThat(ask("MST")).isEqualTo("#MST:00000081");
    }

    @Test
    void answersTriggerQuestionsWithoutAHash() {
        assertThat(ask("TRIG:POS")).isEqualTo(DONE);
        assertThat(ask("TRIG:?")).isEqualTo("TRIG:POS");
        assertThat(ask("TRIG:UP")).isEqualTo("#NAK:02");
    }

    @Test
    void drivesAVoltage() {
        assertThat(ask("LOOP:V")).isEqualTo(DONE);
        assertThat(ask("MON")).isEqualTo(DONE);
        assertThat(ask("MWV:0.75")).isEqualTo(DONE);
        world.advanceTo(20);

        assertThat(Double.parseDouble(ask("MRVA").substring(6))).isCloseTo(0.75, within(2e-3));
        assertThat(ask("MST")).isEqualTo("#MST:00000021");
    }

    /** Nothing said but blanks goes unanswered. */
    @Test
    void answersEveryLineOfAnyStreamOfNonsenseOnce() {
        int answers = 0;
        int refusals = 0;
        for (long seed = 0; seed < 1000; seed++) {
            Babble babble = new Babble(
                    seed,
                    "MON",
                    "MOFF",
                    ":",
                    "MWIR:",
                    "MWI:",
                    "MSRI:",
                    "WAVE:",
                    "POINTS:",
                    "START",
                    "LOOP:",
                    "I",
                    "V",
                    "UPMODE:",
                    "WAVEFORM",
                    "NORMAL",
                    "MRIA",
                    "MST",
                    "TRIG:",
                    "MRG:",
                    "MRESET",
                    "MWV:",
                    "N_PERIODS:");
            for (int i = 0; i < 20; i++) {
                String line = babble.line();
                supply.hear(line);
                String answer = supply.say();
                assertThat(answer).as("seed %d: \"%s\"", seed, line).matches(line.isBlank() ? "" : "[#T][^\r\n]*\r\n");
                answers++;
                refusals += answer.startsWith("#NAK") ? 1 : 0;
            }
            world.advanceTo(world.seconds() + 0.001);
            supply.hear("VER");
            assertThat(supply.say()).as("seed %d", seed).isEqualTo("#VER:FAST-PS 2020-400:SIM1.5.17\r\n");
        }
        assertThat(refusals).isBetween(answers / 2, answers - 100);
    }

    @Test
    void refusesALineThatIsTooLong() {
        supply.hearTooMuch();

        assertThat(supply.say()).isEqualTo("#NAK:29\r\n");
    }

    private void ready() {
        supply.hear("MON");
        supply.say();
    }

    private double amperes() {
        supply.say();
        return Double.parseDouble(ask("MRIA").substring(6));
    }

    /** Up to 10 A in equal steps. */
    private static String wave(int points) {
        return IntStream.rangeClosed(1, points)
                .mapToObj(i -> String.format(Locale.ROOT, "%.4f", 10.0 * i / points))
                .collect(Collectors.joining(":", "WAVE:POINTS:", ""));
    }

    private String ask(String line) {
        supply.say();
        supply.hear(line);
        return supply.say().strip();
    }
}
