package org.fieldfall.simulator.ami430;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.SlowMagnet;
import org.fieldfall.simulator.world.World;
import org.fieldfall.simulator.world.Worlds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Ami430Test {

    private final World world = Worlds.wholeWorld();
    private Ami430 box;

    @BeforeEach
    void surroundTheCoil() {
        world.surround(new SlowMagnet(0.02));
        box = new Ami430(world, new Dice(1), 0.02, 10);
    }

    private String ask(String query) {
        box.hear(query);
        return box.say().strip();
    }

    private double number(String query) {
        return Double.parseDouble(ask(query));
    }

    private void pass(double seconds) {
        world.advanceTo(world.seconds() + seconds);
    }

    private void inTeslaAndSeconds(String rate) {
        box.hear("CONF:FIELD:UNITS 1");
        box.hear("CONF:RAMP:RATE:UNITS 0");
        box.hear("CONF:RAMP:RATE:FIELD 1," + rate + ",0.2");
    }

    @Test
    void greetsWhoeverComesWithTwoLines() {
        box.pickUp();

        assertThat(box.say()).isEqualTo("American Magnetics Model 430 IP Interface\r\nHello.\r\n");
    }

    @Test
    void startsPausedAtZeroInKilogaussAndSeconds() {
        assertThat(ask("STATE?")).isEqualTo("3");
        assertThat(ask("FIELD:UNITS?")).isEqualTo("0");
        assertThat(ask("RAMP:RATE:UNITS?")).isEqualTo("0");
        assertThat(number("COIL?")).isEqualTo(0.2);
        assertThat(number("FIELD:MAG?")).isCloseTo(0, within(1e-3));
    }

    @Test
    void countsItsErrorsAmongThoseOfCommandsUntilItIsAsked() {
        box.hear("NONSENSE 1");

        assertThat(ask("*ESR?")).isEqualTo("32");
        assertThat(ask("*ESR?")).isEqualTo("0");
    }

    @Test
    void rampsEvenlyToItsTargetAndHoldsThere() {
        inTeslaAndSeconds("0.005");
        box.hear("CONF:FIELD:TARG 0.05");
        box.hear("RAMP");
        pass(5);

        assertThat(ask("STATE?")).isEqualTo("1");
        assertThat(world.tesla()).isCloseTo(0.025, within(1e-4));

        pass(5.1);

        assertThat(ask("STATE?")).isEqualTo("2");
        assertThat(world.tesla()).isEqualTo(0.05);
        assertThat(number("FIELD:MAG?")).isCloseTo(0.05, within(5e-5));
        assertThat(number("CURR:MAG?")).isCloseTo(2.5, within(2e-3));
    }

    @Test
    void takesARatePerMinuteInKilogaussForWhatItIs() {
        box.hear("CONF:RAMP:RATE:UNITS 1");
        box.hear("CONF:RAMP:RATE:FIELD 1,3,2");
        box.hear("CONF:FIELD:TARG 1");
        box.hear("RAMP");
        pass(10);

        assertThat(world.tesla()).isCloseTo(0.05, within(1e-4));
        assertThat(ask("RAMP:RATE:FIELD:1?")).isEqualTo("3.0000000,2.0000");
    }

    @Test
    void pausesWhereItIsAndGoesToZero() {
        inTeslaAndSeconds("0.01");
        box.hear("CONF:FIELD:TARG 0.1");
        box.hear("RAMP");
        pass(3);
        box.hear("PAUSE");
        pass(3);

        assertThat(ask("STATE?")).isEqualTo("3");
        assertThat(world.tesla()).isCloseTo(0.03, within(1e-4));

        box.hear("ZERO");

        assertThat(ask("STATE?")).isEqualTo("6");

        pass(4);

        assertThat(ask("STATE?")).isEqualTo("8");
        assertThat(world.tesla()).isZero();
    }

    @Test
    void latchesAMagnetQuenchAndRefusesRampsUntilItIsCleared() {
        inTeslaAndSeconds("0.01");
        box.hear("CONF:FIELD:TARG 0.1");
        box.hear("RAMP");
        pass(5);
        world.biasMagnet().magnetQuench();
        pass(20);

        assertThat(ask("STATE?")).isEqualTo("7");
        assertThat(ask("QU?")).isEqualTo("1");
        assertThat(ask("QU:COUNT?")).isEqualTo("1");
        assertThat(world.tesla()).isZero();

        world.biasMagnet().endMagnetQuench();
        box.hear("RAMP");
        pass(5);

        assertThat(world.tesla()).isZero();

        box.hear("QU 0");
        box.hear("RAMP");
        pass(5);

        assertThat(ask("STATE?")).isEqualTo("1");
        assertThat(world.tesla()).isCloseTo(0.05, within(1e-4));
    }

    @Test
    void queuesWhatItDoesNotTakeUnderItsOwnNumbers() {
        assertThat(error("FOO 1")).startsWith("-101,");
        assertThat(error("FOO?")).startsWith("-201,");
        assertThat(error("CONF:FIELD:TARG")).startsWith("-104,");
        assertThat(error("CONF:FIELD:TARG x")).startsWith("-151,");
        assertThat(error("CONF:CURR:TARG 10.1")).startsWith("-105,");
        assertThat(error("CONF:RAMP:RATE:FIELD 2,1,1")).startsWith("-105,");
        assertThat(error("PS 1")).startsWith("-102,");
        assertThat(ask("SYST:ERR?")).isEqualTo("0,\"No error\"");
    }

    private String error(String wrong) {
        assertThat(ask(wrong)).isEmpty();
        return ask("SYST:ERR?");
    }
}
