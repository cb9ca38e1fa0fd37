package org.fieldfall.simulator.dmm6500;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fieldfall.simulator.Babble;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.MeterError;
import org.fieldfall.simulator.world.Stray;
import org.fieldfall.simulator.world.World;
import org.fieldfall.simulator.world.Worlds;
import org.junit.jupiter.api.Test;

class Dmm6500Test {

    private static final String NO_ERROR = "0,\"No error;0;0 0\"";
    private static final String VOLTS = ":SENS:FUNC \"VOLT:DC\";:SENS:VOLT:RANG 0.1;AZER OFF;APER 3e-4";
    private static final String TIMED =
            VOLTS + ";:TRAC:MAKE \"q\",100;:TRIG:TIM1:DEL 1e-3;COUN 0;STAR:GEN ON;STIM NOT1;"
                    + ":TRIG:TIM1:STAT ON;:TRIG:BLOC:BUFF:CLE 1,\"q\"";
    private static final String LOOP = ":TRIG:BLOC:NOT 3,1;WAIT 4,TIM1;MDIG 5,\"q\",1;:TRIG:BLOC:BRAN:COUN 6,100,4";

    private final World world = Worlds.world();
    private final Dmm6500 meter = Dmm6500.acrossSensor(world, new Dice(5), new MeterError(1, 1, 0, 3e-4), Stray.NONE);

    @Test
    void saysWhoItIsAndWhichLanguageItSpeaks() {
        assertThat(ask("*IDN?")).isEqualTo("KEITHLEY INSTRUMENTS,MODEL DMM6500,SIM00005,1.7.12b");
        assertThat(ask("*LANG?")).isEqualTo("SCPI");
        assertThat(ask("SYST:ERR?")).isEqualTo(NO_ERROR);
    }

    @Test
    void understandsNothingElseInAnotherLanguageUntilItIsSwitchedOffAndOn() {
        var left = Dmm6500.acrossSensor(world, new Dice(5), new MeterError(1, 1, 0, 3e-4), Stray.NONE, "TSP");
        assertThat(ask(left, "*LANG?")).isEqualTo("TSP");
        assertThat(ask(left, ":READ?")).isEmpty();
        assertThat(ask(left, "SYST:ERR?")).isEmpty();

        assertThat(ask(left, "*LANG SCPI")).isEmpty();
        assertThat(ask(left, "*LANG?")).isEqualTo("TSP");
        left.reboot();

        assertThat(ask(left, "*LANG?")).isEqualTo("SCPI");
        assertThat(ask(left, "SYST:ERR?")).isEqualTo(NO_ERROR);
    }

    @Test
    void answersAReadingWhenItsApertureHasPassed() {
        meter.hear(":SENS:VOLT:RANG 0.1;AZER OFF;NPLC 1;:READ?");
        world.advanceTo(0.0199);
        assertThat(meter.say()).isEmpty();
        assertThat(meter.isBusy()).isTrue();

        world.advanceTo(0.021);

        assertThat(Double.parseDouble(meter.say())).isCloseTo(0.45e-6 * 3500, within(1e-8));
        assertThat(meter.isBusy()).isFalse();
    }

    @Test
    void fillsABufferAtItsTimerAndLeavesWhatIsRead() {
        meter.hear(TIMED);
        meter.hear(":TRIG:BLOC:NOP 2;:" + LOOP.substring(1) + ";:INIT");
        world.advanceTo(0.0495);

        assertThat(ask(":TRAC:ACT? \"q\"")).isEqualTo("49");
        String data = ask(":TRAC:DATA? 2,3,\"q\",READ,REL");
        assertThat(data).matches("1\\.57\\d+E-03,1\\.0000000E-03,1\\.57\\d+E-03,2\\.0000000E-03");
        assertThat(ask(":TRAC:DATA? 2,3,\"q\",READ,REL")).isEqualTo(data);
        assertThat(ask(":TRIG:STAT?")).doesNotStartWith("IDLE;");
        world.advanceTo(1);

        assertThat(ask(":TRAC:ACT? \"q\"")).isEqualTo("100");
        assertThat(ask(":TRIG:STAT?")).startsWith("IDLE;");
        assertThat(ask("SYST:ERR?")).isEqualTo(NO_ERROR);
    }

    @Test
    void beginsAtTheEdgeThatItsModelWaitsFor() {
        meter.hear(TIMED);
        meter.hear(":TRIG:BLOC:WAIT 2,EXT;:" + LOOP.substring(1));
        meter.edge(0);
        meter.hear(":INIT");
        world.advanceTo(0.5);
        assertThat(ask(":TRAC:ACT? \"q\"")).isEqualTo("0");
        assertThat(meter.isSampling()).isFalse();

        world.act(() -> meter.edge(world.seconds()));
        world.advanceTo(0.5105);

        assertThat(ask(":TRAC:ACT? \"q\"")).isEqualTo("10");
    }

    @Test
    void losesTimerEventsThatComeTooEarlyAndShowsItInTheTimes() {
        meter.hear(TIMED);
        meter.hear(":SENS:VOLT:APER 2.5e-3;:TRIG:BLOC:NOP 2;:" + LOOP.substring(1) + ";:INIT");
        world.advanceTo(0.1);

        double second = Double.parseDouble(ask(":TRAC:DATA? 2,2,\"q\",REL"));

        assertThat(second).isGreaterThan(2e-3);
    }

    @Test
    void keepsItsOwnTimeAndShowsItsGain() {
        var slow = Dmm6500.acrossSensor(world, new Dice(5), new MeterError(1.01, 1.01, 0, 3e-4), Stray.NONE);
        slow.hear(TIMED.replace("100", "1000"));
        slow.hear(":TRIG:BLOC:NOP 2;:" + LOOP.substring(1).replace("100", "1000") + ";:INIT");

        world.advanceTo(1);

        assertThat(ask(slow, ":TRAC:ACT? \"q\"")).isEqualTo("990");
        assertThat(Double.parseDouble(ask(slow, ":TRAC:DATA? 1,1,\"q\"")))
                .isCloseTo(1.01 * 0.45e-6 * 3500, within(1e-8));
    }

    @Test
    void forgetsWhatAUserMadeWhenItIsReset() {
        meter.hear(":TRAC:MAKE \"q\",100");
        assertThat(ask(":TRAC:MAKE \"q\",100;:SYST:ERR?")).startsWith("-221,");

        meter.hear("*RST");

        assertThat(ask(":TRAC:ACT? \"q\";:SYST:ERR?")).startsWith("-224,");
        assertThat(ask(":TRAC:MAKE \"q\",100;:SYST:ERR?")).isEqualTo(NO_ERROR);
        assertThat(ask(":INIT;:SYST:ERR?")).startsWith("-221,");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThat(ask(":SENS:VOLT:RANG 2000;:SYST:ERR?")).isEqualTo("-222,\"Data out of range;1;0 0\"");
        assertThat(ask(":SENS:VOLT:APER;:SYST:ERR?")).startsWith("-109,");
        assertThat(ask(":SENS:FUNC \"FRES\";:SYST:ERR?")).startsWith("-221,");
        assertThat(ask(":TRAC:MAKE \"q\",3;:SYST:ERR?")).startsWith("-222,");
        assertThat(ask(":TRAC:DATA? 1,1;:SYST:ERR?")).startsWith("-222,");
        assertThat(ask(":SPAM?;:SYST:ERR?")).startsWith("-113,");
        assertThat(ask("SYST:ERR?")).isEqualTo(NO_ERROR);
    }

    @Test
    void endsAModelThatGoesInACircleInNoTime() {
        meter.hear(":TRIG:BLOC:NOP 1;:TRIG:BLOC:BRAN:ALW 2,1;:INIT");

        assertThat(ask(":TRIG:STAT?")).startsWith("FAILED;");
    }

    /** Nothing that is no command passes in silence, and nothing brings it down. */
    @Test
    void survivesAThousandStreamsOfNonsense() {
        for (long seed = 0; seed < 1000; seed++) {
            var babble = new Babble(
                    seed,
                    ":INIT",
                    "READ",
                    ":TRAC:DATA",
                    ":TRAC:MAKE",
                    "\"q\"",
                    ":TRIG:BLOC:MDIG",
                    ":TRIG:BLOC:WAIT",
                    "TIM1",
                    ":TRIG:TIM1:DEL",
                    ":TRIG:LOAD",
                    "\"SimpleLoop\"",
                    "*RST",
                    ":SENS:VOLT:APER");
            for (int i = 0; i < 20; i++) {
                meter.hear(babble.line());
            }
            world.advanceTo(world.seconds() + 0.002);
            meter.hangUp();
            meter.hear(":ABOR;*CLS");
            assertThat(ask("*IDN?")).as("seed %d", seed).startsWith("KEITHLEY");
            assertThat(ask(spoilt(seed))).isEmpty();
            assertThat(ask("SYST:ERR?")).as("seed %d: %s", seed, spoilt(seed)).startsWith("-");
        }
    }

    private static String spoilt(long seed) {
        var random = new Random(seed);
        String[] heads = {":TRAC:MAKE", ":TRIG:BLOC:WAIT", ":SENS:VOLT:RANG", ":TRAC:DATA?", ":SPAM", "*LANG"};
        String[] tails = {"", " ,", " \"", " 1e99,9", " \"q", " xyz,1"};
        return heads[random.nextInt(heads.length)] + tails[random.nextInt(tails.length)];
    }

    private String ask(String line) {
        return ask(meter, line);
    }

    private static String ask(Dmm6500 box, String line) {
        box.hear(line);
        return box.say().strip();
    }
}
