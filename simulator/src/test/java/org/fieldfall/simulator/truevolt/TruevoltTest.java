package org.fieldfall.simulator.truevolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import org.fieldfall.simulator.Babble;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.MeterError;
import org.fieldfall.simulator.world.World;
import org.fieldfall.simulator.world.Worlds;
import org.junit.jupiter.api.Test;

class TruevoltTest {

    private static final String NO_ERROR = "+0,\"No error\"";
    private static final String TIMED =
            "CONF:VOLT:DC 0.1;:VOLT:DC:ZERO:AUTO OFF;:VOLT:DC:APER 3e-4;" + ":SAMP:SOUR TIM;TIM 1e-3;:TRIG:SOUR BUS";

    private final World world = Worlds.world();
    private final Truevolt meter = Truevolt.acrossSensor(world, new Dice(5), new MeterError(1, 1, 0, 3e-4));

    @Test
    void saysWhoItIs() {
        assertThat(ask("*IDN?")).isEqualTo("Keysight Technologies,34465A,SIM00002,A.03.01-03.15-03.01-00.52-03-02");
        assertThat(ask("*OPC?;*RST;*OPC?")).isEqualTo("1;1");
    }

    @Test
    void answersAReadingWhenItsApertureHasPassed() {
        meter.hear("CONF:VOLT:DC 0.1;:VOLT:ZERO:AUTO OFF;:VOLT:NPLC 1;:READ?");
        world.advanceTo(0.0199);
        assertThat(meter.say()).isEmpty();
        assertThat(meter.isBusy()).isTrue();

        world.advanceTo(0.021);

        String reading = meter.say();
        assertThat(reading).matches("\\+1\\.\\d{8}E-03\n");
        assertThat(Double.parseDouble(reading)).isCloseTo(0.45e-6 * 3500, within(1e-8));
        assertThat(meter.isBusy()).isFalse();
    }

    @Test
    void measuresWithItsDefaultsWhateverWasSetBefore() {
        meter.hear("TRIG:SOUR BUS;:SAMP:COUN 5;:MEAS:VOLT:DC? 0.1");

        world.advanceTo(1);

        assertThat(meter.say()).matches("\\+1\\.\\d{8}E-03\n");
        assertThat(ask("TRIG:SOUR?;:SAMP:COUN?")).isEqualTo("IMM;+1");
    }

    @Test
    void fillsItsMemoryAtItsTimerAndGivesItAwayInBlocks() {
        meter.hear(TIMED);
        meter.hear("SAMP:COUN 100;:INIT");
        world.advanceTo(0.5);
        assertThat(ask("DATA:POIN?")).isEqualTo("+0");

        meter.hear("*TRG");
        world.advanceTo(0.5495);
        assertThat(ask("DATA:POIN?")).isEqualTo("+49");
        String block = ask("R? 3");
        assertThat(block).startsWith("#247+1.57").hasSize(4 + 47);
        assertThat(ask("DATA:POIN?")).isEqualTo("+46");
        world.advanceTo(2);

        assertThat(ask("R?").split(",", -1)).hasSize(97);
        assertThat(ask("R?")).isEqualTo("#10");
        assertThat(ask("DATA:LAST?")).isEqualTo("+9.91000000E+37");
        assertThat(ask("SYST:ERR?")).isEqualTo(NO_ERROR);
    }

    @Test
    void keepsItsOwnTime() {
        Truevolt slow = Truevolt.acrossSensor(world, new Dice(5), new MeterError(1, 1.01, 0, 3e-4));
        slow.hear(TIMED + ";:SAMP:COUN 1000;:INIT;*TRG");

        world.advanceTo(1);

        slow.hear("DATA:POIN?");
        assertThat(slow.say()).isEqualTo("+990\n");
    }

    @Test
    void showsItsGain() {
        Truevolt keen = Truevolt.acrossSensor(world, new Dice(5), new MeterError(1.01, 1, 0, 3e-4));
        keen.hear("CONF:VOLT:DC 0.1;:VOLT:NPLC 1;:READ?");
        world.advanceTo(0.1);

        assertThat(Double.parseDouble(keen.say())).isCloseTo(1.01 * 0.45e-6 * 3500, within(1e-8));
    }

    @Test
    void removesOnlyWhatIsThereUnlessItMayWait() {
        meter.hear(TIMED + ";:SAMP:COUN 100;:INIT;*TRG");
        world.advanceTo(0.0105);

        assertThat(ask("DATA:REM? 20;:SYST:ERR?")).startsWith("-222,");
        meter.hear("DATA:REM? 20,WAIT");
        assertThat(meter.say()).isEmpty();
        world.advanceTo(0.03);

        assertThat(meter.say().split(",", -1)).hasSize(20);
    }

    @Test
    void overwritesTheOldestReadingsOfAFullMemoryAndSaysSo() {
        meter.hear(TIMED + ";:SAMP:COUN 60000;:INIT;*TRG");
        world.advanceTo(49);
        assertThat(ask("STAT:QUES?;:STAT:QUES:COND?")).isEqualTo("+0;+0");

        world.advanceTo(55);

        assertThat(ask("DATA:POIN?;:STAT:QUES:COND?")).isEqualTo("+50000;+16384");
        assertThat(ask("STAT:QUES?")).isEqualTo("+16384");
        assertThat(ask("ABOR;:INIT;:DATA:POIN?;:STAT:QUES:COND?")).isEqualTo("+0;+0");
    }

    @Test
    void showsOverloadBeyondItsRange() {
        Truevolt wild = Truevolt.acrossSensor(world, new Dice(5), new MeterError(1000, 1, 0, 3e-4));
        wild.hear("CONF:VOLT:DC 1;:VOLT:NPLC 0.02;:READ?");
        world.advanceTo(0.1);

        assertThat(wild.say()).isEqualTo("+9.90000000E+37\n");
        wild.hear("STAT:QUES?");
        assertThat(wild.say()).isEqualTo("+1\n");
    }

    @Test
    void marksATimerThatItsApertureDoesNotAllow() {
        meter.hear("CONF:VOLT:DC 0.1;:VOLT:APER 3e-4;:SAMP:SOUR TIM;TIM 5e-4;COUN 10");
        assertThat(ask("SAMP:TIM? MIN")).isEqualTo("+6.20000000E-04");

        assertThat(ask("INIT;:STAT:QUES:COND?")).isEqualTo("+4");

        meter.hear("ABOR;:VOLT:ZERO:AUTO OFF;:INIT");
        assertThat(ask("SAMP:TIM? MIN;:STAT:QUES:COND?")).isEqualTo("+3.20000000E-04;+0");
    }

    @Test
    void refusesWhatDoesNotFitItsState() {
        assertThat(ask("FETC?;:SYST:ERR?")).startsWith("-230,");
        assertThat(ask("*TRG;:SYST:ERR?")).startsWith("-211,");
        assertThat(ask("TRIG:SOUR BUS;:READ?;:SYST:ERR?")).startsWith("-214,");
        assertThat(ask("INIT;INIT;:SYST:ERR?")).startsWith("-213,");
        assertThat(ask("ABOR;:VOLT:RANG 2000;:SYST:ERR?")).startsWith("-222,");
        assertThat(ask("VOLT:NPLC 101;:SYST:ERR?")).startsWith("-222,");
        assertThat(ask("VOLT:APER;:SYST:ERR?")).startsWith("-109,");
        assertThat(ask("SAMP:COUN x;:SYST:ERR?")).startsWith("-104,");
        assertThat(ask("FRES?;:SYST:ERR?")).startsWith("-113,");
        assertThat(ask("SYST:ERR?")).isEqualTo(NO_ERROR);
    }

    @Test
    void knowsItsSettings() {
        meter.hear("CONF:VOLT:DC 0.05;:TRIG:DEL 0.01;COUN 2;SOUR EXT;:SAMP:COUN 7;SOUR TIM");

        assertThat(ask("VOLT:RANG?;:VOLT:RANG:AUTO?;:VOLT:NPLC?")).isEqualTo("+1.00000000E-01;0;+1.00000000E+01");
        assertThat(ask("TRIG:SOUR?;DEL?;COUN?;DEL:AUTO?")).isEqualTo("EXT;+1.00000000E-02;+2.00000000E+00;0");
        assertThat(ask("SAMP:COUN?;SOUR?;TIM?")).isEqualTo("+7;TIM;+1.00000000E+00");
        assertThat(ask("VOLT:APER 3e-4;APER?;APER? MIN")).isEqualTo("+3.00000000E-04;+2.00000000E-05");
    }

    @Test
    void forgetsAnUnansweredQuestionWhenTheLineHangsUp() {
        meter.hear("TRIG:SOUR EXT;:INIT;:FETC?");
        assertThat(meter.isBusy()).isTrue();

        meter.hangUp();

        assertThat(meter.isBusy()).isFalse();
        assertThat(ask("*IDN?")).startsWith("Keysight");
    }

    @Test
    void survivesAnyStreamOfNonsense() {
        for (long seed = 0; seed < 200; seed++) {
            Babble babble = new Babble(
                    seed,
                    "INIT",
                    "READ",
                    "R",
                    "SAMP:COUN",
                    "SAMP:TIM",
                    "VOLT:DC:APER",
                    "TRIG:SOUR",
                    "BUS",
                    "DATA:REM",
                    "*TRG",
                    "CONF");
            for (int i = 0; i < 50; i++) {
                meter.hear(babble.line());
            }
            world.advanceTo(world.seconds() + 0.01);
            meter.hangUp();
            assertThat(ask("*IDN?")).as("seed %d", seed).startsWith("Keysight");
        }
    }

    @Test
    void writesNumbersWithNineDigits() {
        Random random = new Random(77);
        assertThat(Digits.format(1.68e-3)).isEqualTo("+1.68000000E-03");
        assertThat(Digits.format(0)).isEqualTo("+0.00000000E+00");
        assertThat(Digits.format(-9.9e37)).isEqualTo("-9.90000000E+37");
        assertThat(Digits.format(0.9999999999)).isEqualTo("+1.00000000E+00");
        for (int i = 0; i < 2000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 9);
            String text = Digits.format(value);

            assertThat(text).hasSameSizeAs(String.format(Locale.ROOT, "%+.8E", value));
            assertThat(Double.parseDouble(text)).isCloseTo(value, within(Math.abs(value) * 6e-9));
        }
    }

    private String ask(String line) {
        meter.hear(line);
        return meter.say().strip();
    }
}
