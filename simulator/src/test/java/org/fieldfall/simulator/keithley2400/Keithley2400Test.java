package org.fieldfall.simulator.keithley2400;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fieldfall.simulator.Babble;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.World;
import org.fieldfall.simulator.world.Worlds;
import org.junit.jupiter.api.Test;

class Keithley2400Test {

    private static final String NO_ERROR = "0,\"No error\"";

    private final World world = Worlds.world();
    private final Keithley2400 source = new Keithley2400(world, new Dice(2), 1.001);

    @Test
    void saysWhoItIs() {
        assertThat(ask("*IDN?")).startsWith("KEITHLEY INSTRUMENTS INC.,MODEL 2400,SIM00006,");
        assertThat(ask("SYST:ERR?")).isEqualTo(NO_ERROR);
    }

    @Test
    void sendsNoCurrentUntilItIsOn() {
        assertThat(world.excitationAmperes()).isZero();

        source.hear(":SOUR:FUNC CURR;:SOUR:CURR:RANG 1E-6;:SOUR:CURR 4.5E-7");
        assertThat(world.excitationAmperes()).isZero();
        source.hear(":OUTP ON");

        assertThat(ask("OUTP?;:SOUR:FUNC?;:SOUR:CURR?")).isEqualTo("1;CURR;+4.500000E-07");
        assertThat(world.excitationAmperes()).isCloseTo(1.001 * 0.45e-6, within(1e-15));
    }

    @Test
    void reversesAndStopsTheCurrent() {
        source.hear(":SOUR:FUNC CURR;:SOUR:CURR 4.5E-7;:OUTP ON");
        source.hear("SOUR:CURR -4.5E-7");
        assertThat(world.excitationAmperes()).isCloseTo(-1.001 * 0.45e-6, within(1e-15));
        assertThat(world.thermometerVolts()).isCloseTo(-1.001 * 0.45e-6 * 3500, within(1e-9));

        source.hear("SOUR:CURR 0");
        assertThat(world.excitationAmperes()).isZero();
        source.hear("SOUR:CURR 1E-7;:OUTP OFF");

        assertThat(world.excitationAmperes()).isZero();
    }

    @Test
    void stopsTheSelfHeatingWithTheCurrent() {
        source.hear(":SOUR:FUNC CURR;:SOUR:CURR 1E-5;:OUTP ON");
        world.advanceTo(20);
        double warm = world.platformKelvin();
        source.hear(":OUTP OFF");
        world.advanceTo(400);

        assertThat(warm).isGreaterThan(4.2);
        assertThat(world.platformKelvin()).isLessThan(4 + (warm - 4) / 10);
    }

    @Test
    void readsWhatItBelieves() {
        source.hear(":FORM:ELEM VOLT,CURR,RES,TIME,STAT;:SOUR:FUNC CURR;:SOUR:CURR 4.5E-7;:OUTP ON");
        String[] values = ask("READ?").split(",", -1);

        assertThat(values).hasSize(5);
        assertThat(Double.parseDouble(values[0])).isCloseTo(1.001 * 0.45e-6 * 3500, within(6e-6));
        assertThat(Double.parseDouble(values[1])).isCloseTo(0.45e-6, within(1e-13));
        assertThat(values[2]).isEqualTo("+9.910000E+37");
        assertThat(values[4]).isEqualTo("+0.000000E+00");
        assertThat(ask("FORM:ELEM CURR;ELEM?;:MEAS:CURR?")).isEqualTo("CURR;+4.500000E-07");
        assertThat(ask("SENS:FUNC 'RES';:FORM:ELEM RES;:READ?")).startsWith("+3.");
    }

    @Test
    void quantisesItsLevelAndKeepsToItsRange() {
        assertThat(ask("SOUR:CURR 4.5001E-7;CURR?;:SOUR:CURR:RANG?")).isEqualTo("+4.500000E-07;+1.000000E-06");
        assertThat(ask("SOUR:CURR 2E-6;CURR?;:SOUR:CURR:RANG?")).isEqualTo("+2.000000E-06;+1.000000E-05");
        assertThat(ask("SOUR:CURR:RANG 5E-7;RANG?;RANG:AUTO?")).isEqualTo("+1.000000E-06;0");
        assertThat(ask("SOUR:CURR?")).isEqualTo("+1.050000E-06");
        assertThat(ask("SOUR:CURR 1.2E-6;:SYST:ERR?")).startsWith("-222,");
        assertThat(ask("SOUR:CURR?")).isEqualTo("+1.050000E-06");
    }

    @Test
    void holdsTheVoltageWithinItsProtection() {
        source.hear(":SENS:VOLT:PROT 1E-3;:SOUR:FUNC CURR;:SOUR:CURR 4.5E-7;:OUTP ON");

        assertThat(world.excitationAmperes()).isCloseTo(1e-3 / 3500, within(1e-12));
        assertThat(ask("SENS:VOLT:PROT?;:SENS:VOLT:PROT:TRIP?")).isEqualTo("+1.000000E-03;1");
        assertThat(ask("FORM:ELEM STAT;:READ?")).isEqualTo("+8.000000E+00");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThat(ask("READ?;:SYST:ERR?")).startsWith("803,");
        assertThat(ask("SOUR:FUNC MEM;:SYST:ERR?")).startsWith("-224,");
        assertThat(ask("SOUR:CURR 2;:SYST:ERR?")).startsWith("-222,");
        assertThat(ask("SOUR:VOLT 1;:SYST:ERR?")).startsWith("-113,");
        assertThat(ask("FORM:ELEM X;:SYST:ERR?")).startsWith("-224,");
        assertThat(ask("SENS:VOLT:PROT 0;:SYST:ERR?")).startsWith("-222,");
        assertThat(ask("OUTP?")).isEqualTo("0");
    }

    @Test
    void goesBackToItsStartWhenReset() {
        source.hear(":SOUR:FUNC CURR;:SOUR:CURR 4.5E-7;:OUTP ON");
        source.hear("*RST");

        assertThat(ask("OUTP?;:SOUR:FUNC?;:SOUR:CURR?;:SENS:VOLT:PROT?"))
                .isEqualTo("0;VOLT;+0.000000E+00;+2.100000E+01");
        assertThat(world.excitationAmperes()).isZero();
    }

    @Test
    void survivesAnyStreamOfNonsense() {
        for (long seed = 0; seed < 200; seed++) {
            Babble babble = new Babble(
                    seed, "SOUR:CURR", "SOUR:FUNC", "CURR", "OUTP", "READ", "FORM:ELEM", "SENS:VOLT:PROT", "RANG");
            for (int i = 0; i < 50; i++) {
                source.hear(babble.line());
            }
            source.hangUp();
            assertThat(ask("*IDN?")).as("seed %d", seed).startsWith("KEITHLEY");
        }
    }

    private String ask(String line) {
        source.hear(line);
        return source.say().strip();
    }
}
