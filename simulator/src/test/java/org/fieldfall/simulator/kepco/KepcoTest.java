package org.fieldfall.simulator.kepco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.fieldfall.simulator.Babble;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.TriggerLine;
import org.fieldfall.simulator.world.World;
import org.fieldfall.simulator.world.Worlds;
import org.junit.jupiter.api.Test;

class KepcoTest {

    private static final String NO_ERROR = "0,\"No error\"";

    private final World world = Worlds.world();
    private final Kepco kepco = new Kepco(world, new TriggerLine(), new Dice(5), 20, 20);

    @Test
    void saysWhoItIsWithASerialNumberThatNoRealOneHas() {
        assertThat(ask("*IDN?")).isEqualTo("KEPCO,BIT 4886 20-20  01-02-2020,SIM00001,4.01-1.80");
        kepco.hear("*idn?");
        assertThat(kepco.say()).endsWith("\r\n");
    }

    @Test
    void refusesSetsBeforeItIsRemote() {
        assertThat(ask("CURR 1;:SYST:ERR?")).startsWith("-203,");

        assertThat(ask("SYST:REM 1;:SYST:REM?")).isEqualTo("1");
        assertThat(ask("CURR 1;:SYST:ERR?")).isEqualTo(NO_ERROR);
    }

    @Test
    void takesLongAndShortFormsInAnyCase() {
        ready();

        assertThat(ask("SOURce:CURRent:LEVel:IMMediate:AMPLitude 2.5;:curr?")).isEqualTo("2.500E0");
        assertThat(ask("func:mode volt;mode?")).isEqualTo("0");
        assertThat(ask(":FUNCTION:MODE CURRENT;:FUNC:MODE?")).isEqualTo("1");
        assertThat(ask("OUTPUT:STATE 0;:OUTP?")).isEqualTo("0");
        assertThat(ask("SYST:ERR?")).isEqualTo(NO_ERROR);
    }

    @Test
    void programsInStepsOfItsConverter() {
        ready();

        for (String wanted : new String[] {"0.1", "-7.3333", "19.9999", "0.0003"}) {
            double programmed = Double.parseDouble(ask("CURR " + wanted + ";CURR?"));

            assertThat(programmed).isCloseTo(Double.parseDouble(wanted), within(0.5 * 20 / 32768 + 1e-5));
        }
        assertThat(ask("CURR? MAX;:CURR? MIN;:VOLT? MAX")).isEqualTo("2.000E1;-2.000E1;2.000E1");
    }

    @Test
    void refusesNumbersAsItsManualSays() {
        ready();

        for (String bad : new String[] {"12345", "0.123456789", "1e-7", "6501", "abc", "1.2.3", "", "0x1", "1e55"}) {
            assertThat(ask("CURR " + bad + ";:SYST:ERR?")).as(bad).startsWith(bad.isEmpty() ? "-109," : "120,");
        }
        assertThat(ask("CURR 25;:SYST:ERR?")).startsWith("-222,");
        assertThat(ask("CURR 1,2;:SYST:ERR?")).startsWith("-108,");
        assertThat(ask("CURR 0;:SYST:ERR?")).isEqualTo(NO_ERROR);
        assertThat(ask("FUNC:MODE AMPS;:SYST:ERR?")).startsWith("-224,");
        assertThat(ask("CURRE 1;:SYST:ERR?")).startsWith("-113,");
        assertThat(ask("SYST:ERR?")).isEqualTo(NO_ERROR);
    }

    @Test
    void measuresTheCurrentThatFlows() {
        ready();
        kepco.hear("CURR 5");
        world.advanceTo(3);

        assertThat(Double.parseDouble(ask("MEAS:CURR?"))).isCloseTo(5, within(0.003));
        assertThat(Double.parseDouble(ask("MEAS:VOLT?"))).isCloseTo(0.75, within(0.003));
        assertThat(ask("STAT:OPER:COND?")).isEqualTo("1024");
    }

    @Test
    void tellsThatItsVoltageHoldsTheCurrentBack() {
        ready();
        kepco.hear("VOLT 1;CURR 5");
        world.advanceTo(0.1);

        assertThat(ask("STAT:OPER:COND?")).isEqualTo("256");
    }

    @Test
    void runsAListAndStaysOnItsLastStep() {
        ready();
        loadList(10);

        assertThat(ask("LIST:CURR:POIN?")).isEqualTo("10");
        kepco.hear("CURR:MODE LIST");
        world.advanceTo(0.003);
        assertThat(ask("STAT:OPER:COND?;:CURR:MODE?")).isEqualTo((16384 + 1024) + ";LIST");
        assertThat(ask("LIST:CLE;:LIST:CURR 1;:SYST:ERR?")).startsWith("-100,");
        world.advanceTo(0.1);

        assertThat(ask("STAT:OPER:COND?")).isEqualTo("1024");
        assertThat(ask("STAT:OPER?;:STAT:OPER?")).isEqualTo((4096 + 1024) + ";1024");
        assertThat(Double.parseDouble(ask("MEAS:CURR?"))).isCloseTo(0.5, within(0.003));
    }

    @Test
    void leavesTheOutputAloneWhenCurrentIsSetInListModeAndGoesThereOnFix() {
        ready();
        loadList(10);
        kepco.hear("CURR:MODE LIST");
        world.advanceTo(0.1);

        kepco.hear("CURR 0.2");
        world.advanceTo(0.2);
        assertThat(world.supply().amperes()).isCloseTo(0.5, within(1e-3));
        assertThat(ask("CURR:MODE FIX;MODE?")).isEqualTo("FIX");
        world.advanceTo(0.3);

        assertThat(world.supply().amperes()).isCloseTo(0.2, within(1e-3));
    }

    @Test
    void readsBackSixteenValuesAtATime() {
        ready();
        loadList(40);

        assertThat(ask("LIST:QUER 3;CURR?").split(",", -1)).hasSize(16).startsWith("1.500E-1", "2.000E-1");
        assertThat(ask("LIST:QUER 39;CURR?")).isEqualTo("1.950E0,2.000E0");
        assertThat(ask("LIST:QUER 1;DWEL?;COUN?")).isEqualTo("5.000E-4;1");
    }

    @Test
    void holdsItsListToTheLimitsOfTheCard() {
        ready();
        kepco.hear("LIST:CLE");
        for (int i = 0; i < 1002; i++) {
            kepco.hear("LIST:CURR 0.1");
        }

        assertThat(ask("LIST:CURR 0.1;:SYST:ERR?")).startsWith("-223,");
        assertThat(ask("LIST:CURR:POIN?")).isEqualTo("1002");
        assertThat(ask("LIST:DWEL 0.0004;:SYST:ERR?")).startsWith("-222,");
        assertThat(ask("LIST:DWEL 10.1;:SYST:ERR?")).startsWith("-222,");
        assertThat(ask("LIST:COUN 256;:SYST:ERR?")).startsWith("-222,");
        assertThat(ask("LIST:DWEL 0.001,0.001;:CURR:MODE LIST;:SYST:ERR?")).startsWith("-226,");
        assertThat(ask("LIST:VOLT 1;:SYST:ERR?")).startsWith("-221,");
        assertThat(ask("LIST:CLE;CURR:POIN?")).isEqualTo("0");
    }

    @Test
    void runsItsListInTheOrderItIsTold() {
        ready();
        kepco.hear("LIST:CLE;DWEL 0.5;COUN 1;CURR 1,2,3");

        assertThat(ask("LIST:DIR?;GEN?")).isEqualTo("UP;DSEQ");
        kepco.hear("LIST:DIR DOWN;:CURR:MODE LIST");
        world.advanceTo(5);
        assertThat(world.supply().amperes()).isCloseTo(1, within(1e-3));

        kepco.hear("LIST:DIR UP;GEN SEQ;SEQ 3,1,2;:CURR:MODE LIST");
        world.advanceTo(10);
        assertThat(world.supply().amperes()).isCloseTo(2, within(1e-3));
        assertThat(ask("LIST:SEQ?;:LIST:CLE;:LIST:GEN?")).isEqualTo("3,1,2;SEQ");
        assertThat(ask("LIST:CURR 1;DWEL 0.5;:CURR:MODE LIST;:SYST:ERR?")).startsWith("-221,");
        assertThat(ask("LIST:DIR LEFT;:SYST:ERR?")).startsWith("-224,");
        assertThat(ask("*RST;:LIST:DIR?;GEN?;SEQ?")).isEqualTo("UP;DSEQ;");
    }

    @Test
    void actsOnlyWhileItsOutputIsOnAndLetsTheCurrentDieWhenItGoesOff() {
        ready();
        kepco.hear("OUTP OFF;:CURR 5");
        world.advanceTo(1);
        assertThat(world.supply().amperes()).isZero();

        kepco.hear("OUTP ON");
        world.advanceTo(4);
        assertThat(world.supply().amperes()).isCloseTo(5, within(1e-3));
        kepco.hear("*RST");
        world.advanceTo(20);

        assertThat(world.supply().amperes()).isZero();
        assertThat(ask("OUTP?;:CURR?;:VOLT?;:FUNC:MODE?")).isEqualTo("0;0.000E0;0.000E0;0");
    }

    @Test
    void aBuiltInCardLeavesItsListForTheLevelBeforeIt() {
        Kepco builtIn = new Kepco(Card.BOP_1KW, world, new TriggerLine(), new Dice(5), 20, 20);
        for (String line : new String[] {
            "*CLS;:SYST:REM 1;:FUNC:MODE CURR;:VOLT 10;:CURR 1;:OUTP ON", "LIST:CLE;DWEL 0.001;COUN 1;CURR 0.9,0.7,0.5"
        }) {
            builtIn.hear(line);
        }
        world.advanceTo(1);
        builtIn.hear("CURR:MODE LIST");
        world.advanceTo(2);
        builtIn.hear("CURR 0.5");
        assertThat(world.supply().amperes()).isCloseTo(0.5, within(1e-3));

        builtIn.hear("CURR:MODE FIX");
        world.advanceTo(3);

        assertThat(world.supply().amperes()).isCloseTo(1, within(1e-3));
        builtIn.hear("CURR?");
        assertThat(builtIn.say()).startsWith("9.99").endsWith("\r\n");
    }

    @Test
    void aBuiltInCardHoldsLongerLists() {
        Kepco builtIn = new Kepco(Card.BOP_1KW, world, new TriggerLine(), new Dice(5), 20, 20);
        builtIn.hear("SYST:REM 1;:LIST:CLE");
        for (int i = 0; i < 3933; i++) {
            builtIn.hear("LIST:CURR 0.1");
        }
        builtIn.hear("LIST:CURR 0.1;:LIST:CURR:POIN?;:SYST:ERR?");

        assertThat(builtIn.say()).isEqualTo("3933;-223,\"Too much data\"\r\n");
    }

    @Test
    void aBuiltInCardSendsEveryLineBackOnceItIsTold() {
        Kepco builtIn = new Kepco(Card.BOP_1KW, world, new TriggerLine(), new Dice(5), 20, 20);
        builtIn.hear("SYST:COMM:SER:ECHO ON");
        builtIn.hear("OUTP?");
        assertThat(builtIn.say()).isEqualTo("OUTP?\r\n0\r\n");

        builtIn.hear("SYST:REM 1;" + " ".repeat(120));
        builtIn.say();
        builtIn.hear("SYST:ERR?");
        assertThat(builtIn.say()).startsWith("SYST:ERR?\r\n-363,");
        assertThat(ask("SYST:COMM:SER:ECHO ON;:SYST:ERR?")).startsWith("-113,");
    }

    @Test
    void survivesAnyStreamOfNonsense() {
        for (long seed = 0; seed < 200; seed++) {
            Babble babble = new Babble(
                    seed,
                    "CURR",
                    "LIST",
                    "LIST:CURR",
                    "DWEL",
                    "OUTP",
                    "MODE",
                    "SYST:ERR",
                    "SYST:REM",
                    "VOLT",
                    "LIST:QUER");
            for (int i = 0; i < 50; i++) {
                kepco.hear(babble.line());
            }
            world.advanceTo(world.seconds() + 0.001);
            kepco.hear("*IDN?");
            assertThat(kepco.say()).as("seed %d", seed).endsWith("SIM00001,4.01-1.80\r\n");
        }
    }

    private void ready() {
        kepco.hear("*CLS;:SYST:REM 1;:FUNC:MODE CURR;:VOLT 10;:CURR 0;:OUTP ON");
    }

    /** Steps of 0.05 A, each for 0.5 ms. */
    private void loadList(int points) {
        kepco.hear("LIST:CLE;DWEL 0.0005;COUN 1");
        for (int i = 1; i <= points; i++) {
            kepco.hear(String.format(Locale.ROOT, "LIST:CURR %.4f", 0.05 * i));
        }
    }

    private String ask(String line) {
        kepco.hear(line);
        return kepco.say().strip();
    }
}
