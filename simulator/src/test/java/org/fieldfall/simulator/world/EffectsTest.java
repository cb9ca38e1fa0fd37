package org.fieldfall.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What may depart from a perfect lab, one effect at a time on an empty platform. */
class EffectsTest {

    private static final double ADDENDA = 1e-6;
    private static final double LINK = 0.14e-6;

    @Test
    void relaxesThroughALinkThatGrowsWithTemperature() {
        World world = world(Conductance.power(LINK, 4, 1), HeatSwitch.none());
        world.act(() -> world.surroundings().heater().drive(20e-6, 10, world.tick()));
        world.advanceTo(1);
        world.act(() -> world.surroundings().heater().drive(0, 10, world.tick()));

        double hot = world.platformKelvin();
        world.advanceTo(31);

        // C dT/dt = −K0/(2 T0) (T² − Tb²): (T − Tb)/(T + Tb) falls exponentially.
        double share = (hot - 4) / (hot + 4) * Math.exp(-LINK / 4 * 4 / ADDENDA * 30 * 1.0);
        assertThat(hot).isGreaterThan(7);
        assertThat(world.platformKelvin()).isCloseTo(4 * (1 + share) / (1 - share), within(1e-3));
    }

    @Test
    void leavesHeatOfClosingToo() {
        HeatSwitch warm = new HeatSwitch(1e-3, 1e-6, 2e-6, 0.3);
        World world = world(Conductance.constant(LINK), warm);
        world.act(() -> warm.move(false, world.tick()));
        world.advanceTo(1);
        world.act(() -> warm.move(true, world.tick()));
        world.advanceTo(2);

        assertThat(world.calorimeter().ledger().heaterJoule()).isCloseTo(3e-6, within(1e-12));
    }

    @Test
    void countsTheHeatOfTheCoilAndWarmsTheBathWithIt() {
        World world = world(Conductance.constant(LINK), HeatSwitch.none());
        world.dissipate(new ColdCoil(0.1, 0.5, 0.01));
        drive(world, 5);
        world.advanceTo(10);
        double settled = world.coilJoule();
        world.advanceTo(20);

        assertThat(world.coilJoule() - settled).isCloseTo(0.1 * 25 * 10, within(1e-6));
        assertThat(settled).isCloseTo(0.1 * 25 * 10 + 0.5 * 0.5, within(0.4));
        // 2.5 W times 0.01 K/J against a controller with a lag of 10 s.
        assertThat(world.surroundings().bath().shownKelvin()).isBetween(4.1, 4.25);
    }

    @Test
    void losesNothingInACoilThatIsWarm() {
        World world = world(Conductance.constant(LINK), HeatSwitch.none());
        drive(world, 5);
        world.advanceTo(10);

        assertThat(world.coilJoule()).isZero();
        assertThat(world.surroundings().bath().shownKelvin()).isEqualTo(4);
    }

    @Test
    void heatsThePlatformByTheRippleOfASupplyThatIsOn() {
        World world = world(Conductance.constant(LINK), HeatSwitch.none());
        world.ripple(new Wave(10e-3, 1000, 0.3));
        world.advanceTo(5);
        assertThat(world.platformKelvin()).isEqualTo(4);

        drive(world, 0);
        world.advanceTo(15);

        double watt = 1e-9 * Math.pow(0.1 * 10e-3 * 2 * Math.PI * 1000, 2) / 2;
        double due = watt / LINK * -Math.expm1(-10 * LINK / ADDENDA);
        assertThat(world.platformKelvin() - 4).isCloseTo(due, within(1e-3 * due));
    }

    @Test
    void settlesWhereItsRegulationPutsIt() {
        World world = world(Conductance.constant(LINK), HeatSwitch.none());
        world.supply().regulation(1.002);
        drive(world, 5);
        world.advanceTo(3);

        assertThat(world.supply().amperes()).isCloseTo(5.01, within(1e-8));
        assertThat(world.tesla()).isCloseTo(0.501, within(1e-8));
    }

    @Test
    void isKickedOnceByASweep() {
        World still = world(Conductance.constant(LINK), HeatSwitch.none());
        World shaken = world(Conductance.constant(LINK), HeatSwitch.none());
        shaken.shake(new Kick(new Kick.Strength(3e-7, 0, 30, 0.1)));
        for (World world : new World[] {still, shaken}) {
            drive(world, 5);
            world.advanceTo(2);
        }

        double heat = shaken.calorimeter().ledger().heaterJoule()
                - still.calorimeter().ledger().heaterJoule();
        assertThat(heat).isCloseTo(3e-7, within(1e-13));
    }

    @Test
    void ringsAfterAKickAndDiesAway() {
        Kick kick = new Kick(new Kick.Strength(0, 1e-5, 30, 0.1));
        assertThat(kick.volts(1)).isZero();
        kick.feels(10, 1);
        kick.feels(10, 1.05);
        double quarter = 0.25 / 30;

        assertThat(kick.volts(1 + quarter)).isCloseTo(1e-5 * Math.exp(-quarter / 0.1), within(1e-17));
        assertThat(kick.volts(1 + 4 * quarter)).isCloseTo(0, within(1e-18));
        assertThat(kick.volts(1 + 41 * quarter)).isCloseTo(1e-5 * Math.exp(-41 * quarter / 0.1), within(1e-17));
        assertThat(kick.volts(4)).isZero();
    }

    @Test
    void refusesEffectsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ColdCoil(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Kick.Strength(0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new HeatSwitch(0, 0, -1, 0));
    }

    private static void drive(World world, double amperes) {
        world.act(() -> {
            world.supply().regulateCurrent(true);
            world.supply().compliance(10);
            world.supply().level(amperes);
            world.supply().output(true);
        });
    }

    /** Without the thermometer's own heat. */
    private static World world(Conductance link, HeatSwitch heatSwitch) {
        Dice dice = new Dice(9);
        Bath bath = new Bath(new Bath.Manner(1.8, 20, 0.5, 10, 0, 0), dice, 0, 4);
        Surroundings around = new Surroundings(bath, link, ADDENDA, heatSwitch, new Heater(10_000, 0, dice));
        World world = new World(
                Worlds.COIL, new Supply(Worlds.COIL, 0.8e-3), new NoCrystal(), around, 0.01, 1e-9, Worlds.sensor(0));
        world.excite(0, 10);
        return world;
    }
}
