package org.fieldfall.simulator.lakeshore350;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fieldfall.simulator.Babble;
import org.fieldfall.simulator.world.World;
import org.fieldfall.simulator.world.Worlds;
import org.junit.jupiter.api.Test;

class LakeShore350Test {

    private final World world = Worlds.wholeWorld();
    private final LakeShore350 cryostat =
            new LakeShore350(world, new Sensor(new double[] {700, 3500, 14_000}, new double[] {20, 4, 1}), 4);

    @Test
    void saysWhoItIsAndThatItWasSwitchedOn() {
        assertThat(ask("*IDN?")).isEqualTo("LSCI,MODEL350,SIM00004/SIM0000,1.6\r\n");
        assertThat(ask("*ESR?;*ESR?")).isEqualTo("128;0\r\n");
    }

    @Test
    void readsItsInputs() {
        assertThat(ask("KRDG? A")).isEqualTo("+4.00000E+00\r\n");
        assertThat(ask("KRDG?A")).isEqualTo("+4.00000E+00\r\n");
        assertThat(ask("KRDG? 0")).isEqualTo("+4.00000E+00,+0.00000E+00,+0.00000E+00,+0.00000E+00\r\n");
        assertThat(ask("SRDG? A")).isEqualTo("+3.5000E+03\r\n");
        assertThat(ask("RDGST? A;RDGST? B")).isEqualTo("000;128\r\n");
        assertThat(ask("INNAME? A;INTYPE? A;INCRV? A")).isEqualTo("Bath;3,1,5,1,1,1;21\r\n");
        assertThat(ask("CRVHDR? 21")).isEqualTo("CX-1050,SIM1050,4,+20.000,1\r\n");
        assertThat(ask("CRVPT? 21,2;CRVPT? 21,4")).isEqualTo("+3.54407,+4.00000;+0.00000,+0.00000\r\n");
    }

    @Test
    void takesTheBathToItsSetpointAndShowsIt() {
        cryostat.hear("SETP 1,4.50004");
        assertThat(ask("SETP? 1;HTR? 1")).matches("\\+4\\.00000E\\+00;\\+\\d{3}\\.\\d\r\n");

        world.advanceTo(5);
        assertThat(ask("SETP? 1")).isEqualTo("+4.50000E+00\r\n");
        assertThat(kelvin()).isLessThan(4.15);
        world.advanceTo(200);

        assertThat(kelvin()).isCloseTo(4.5, within(1e-5));
    }

    @Test
    void rampsItsSetpoint() {
        cryostat.hear("RAMP 1,1,0.6;SETP 1,5");
        world.advanceTo(10);

        assertThat(ask("RAMP? 1;RAMPST? 1;SETP? 1")).isEqualTo("1,+0.6;1;+4.10000E+00\r\n");
    }

    @Test
    void letsTheBathGoColdWhenItsHeaterIsOff() {
        cryostat.hear("RANGE 1,0");
        world.advanceTo(300);
        assertThat(kelvin()).isEqualTo(1.8);
        assertThat(ask("HTR? 1")).isEqualTo("+000.0\r\n");

        cryostat.hear("RANGE 1,3");
        world.advanceTo(700);

        assertThat(kelvin()).isCloseTo(4, within(1e-5));
    }

    @Test
    void heatsThePlatformByAKnownPower() {
        cryostat.hear("HTRSET 2,2,0,0,1");
        cryostat.hear("OUTMODE 2,3,0,0;MOUT 2,5.004;RANGE 2,1");
        assertThat(ask("MOUT? 2;RANGE? 2;OUTMODE? 2;HTR? 2")).isEqualTo("+5.00;1;3,0,0;+005.0\r\n");
        world.advanceTo(0.01);

        assertThat(watts()).isCloseTo(25e-6, within(1e-12));
        cryostat.hear("RANGE 2,0");
        world.advanceTo(0.02);

        assertThat(watts()).isZero();
    }

    @Test
    void takesTheManualOutputForPowerWhereItShowsPower() {
        cryostat.hear("HTRSET 2,1,0,0.01,2;MOUT 2,25;RANGE 2,5");
        world.advanceTo(0.01);

        assertThat(ask("HTRSET? 2")).isEqualTo("1,0,+0.010,2\r\n");
        assertThat(watts()).isCloseTo(Math.pow(1e-3, 2) * 10_000, within(1e-9));
    }

    @Test
    void answersNothingToWhatItDoesNotKnowAndMarksIt() {
        ask("*ESR?");

        assertThat(ask("KRDG")).isEmpty();
        assertThat(ask("FOO? A")).isEmpty();
        assertThat(ask("*ESR?")).isEqualTo("32\r\n");
        assertThat(ask("SETP 1,400;*ESR?")).isEqualTo("16\r\n");
        assertThat(ask("RANGE 3,2;*ESR?")).isEqualTo("16\r\n");
        assertThat(ask("KRDG? E;*ESR?")).isEqualTo("16\r\n");
        assertThat(ask("MOUT 2;*ESR?")).isEqualTo("32\r\n");
        assertThat(ask("OUTMODE 1,1,x,0;*ESR?")).isEqualTo("32\r\n");
        assertThat(ask("OUTMODE? 1;SETP? 1;*ESR?")).isEqualTo("1,1,0;+4.00000E+00;0\r\n");
    }

    @Test
    void switchesAllHeatersOffWhenReset() {
        cryostat.hear("MOUT 2,5;RANGE 2,1;PID 1,40,10,1");
        cryostat.hear("*RST");
        world.advanceTo(0.01);

        assertThat(ask("RANGE? 1;RANGE? 2;PID? 1")).isEqualTo("0;0;+0040.0,+0010.0,+0001.0\r\n");
        assertThat(watts()).isZero();
    }

    @Test
    void survivesAnyStreamOfNonsense() {
        for (long seed = 0; seed < 200; seed++) {
            Babble babble = new Babble(
                    seed, "SETP", "RANGE", "MOUT", "OUTMODE", "KRDG", "HTRSET", "RAMP", "PID", "CRVPT", "A", "INNAME");
            for (int i = 0; i < 50; i++) {
                cryostat.hear(babble.line());
            }
            world.advanceTo(world.seconds() + 0.01);
            cryostat.hangUp();
            assertThat(ask("*IDN?")).as("seed %d", seed).startsWith("LSCI,MODEL350,SIM");
        }
    }

    private double watts() {
        return Worlds.heaterWatts(world);
    }

    private double kelvin() {
        return Double.parseDouble(ask("KRDG? A"));
    }

    private String ask(String line) {
        cryostat.hear(line);
        return cryostat.say();
    }
}
