package org.fieldfall.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong in the world goes wrong as it does in a laboratory. */
class FaultsTest {

    private static final double TIME_CONSTANT = 0.05 / 0.15;

    private final World world = Worlds.wholeWorld();
    private final Supply supply = world.supply();
    private final Bath bath = world.surroundings().bath();
    private final HeatSwitch heatSwitch = world.surroundings().heatSwitch();

    @Test
    void happensAtItsTickHoweverTheWorldIsMovedOn() {
        List<Double> fields = new ArrayList<>();
        for (double step : new double[] {100, 0.37, 0.0123}) {
            World one = Worlds.wholeWorld();
            hold(one, 5);
            List<Long> ticks = new ArrayList<>();
            one.at(4.00005, () -> ticks.add(one.tick()));
            one.at(4.00005, one.supply()::trip);
            for (double now = 3; now < 4.2; now += step) {
                one.advanceTo(Math.min(now + step, 4.2));
            }
            assertThat(ticks).containsExactly(40_001L);
            fields.add(one.tesla());
        }
        assertThat(fields).allMatch(tesla -> tesla.equals(fields.get(0)));
    }

    @Test
    void happensNowIfItsTimeIsPast() {
        world.advanceTo(2);

        world.at(1, supply::trip);
        world.advanceTo(2.5);

        world.act(() -> supply.output(true));
        assertThat(supply.isOn()).isFalse();
    }

    @Test
    void aTripLetsTheCurrentDieInTheCoilUntilItIsClearedAndSwitchedOn() {
        hold(world, 5);

        world.act(supply::trip);
        world.advanceTo(3 + TIME_CONSTANT);

        assertThat(supply.amperes()).isCloseTo(5 * Math.exp(-1), within(0.01));
        world.act(() -> supply.output(true));
        assertThat(supply.isOn()).isFalse();
        world.act(supply::clearTrip);
        assertThat(supply.isOn()).isFalse();
        world.act(() -> supply.output(true));
        assertThat(supply.isOn()).isTrue();
    }

    @Test
    void aWeakSupplyHoldsTheFieldAndCannotFollowAFastRamp() {
        hold(world, 5);

        world.act(() -> supply.weaken(0.3));
        world.advanceTo(4);
        assertThat(supply.amperes()).isEqualTo(5);
        world.act(() -> supply.level(1));
        world.advanceTo(4.03);

        assertThat(supply.isLimiting()).isTrue();
        assertThat(supply.amperes()).isGreaterThan(2.5);
        assertThat(supply.volts()).isCloseTo(-3, within(0.01));
    }

    @Test
    void aMagnetQuenchCollapsesTheFieldPutsTheSupplyAtItsLimitAndWarmsTheBath() {
        hold(world, 10);

        world.act(() -> supply.magnetQuench(world.tick()));
        world.advanceTo(3.02);
        assertThat(world.tesla()).isGreaterThan(0.3);
        world.advanceTo(3.1);
        assertThat(world.tesla()).isLessThan(0.15);
        world.advanceTo(4);

        assertThat(supply.amperes()).isCloseTo(10 / 50.15, within(1e-3));
        assertThat(supply.volts()).isCloseTo(10, within(1e-6));
        assertThat(supply.isLimiting()).isTrue();
        // Half L I² is 2.5 J; the supply goes on heating meanwhile.
        assertThat(bath.shownKelvin()).isBetween(4.5, 6.0);
        world.act(supply::endMagnetQuench);
        world.advanceTo(5);
        assertThat(supply.amperes()).isEqualTo(10);
    }

    @Test
    void aStuckSwitchStaysAsItIsAndObeysItsLastCommandWhenFreed() {
        heatSwitch.stick(true);
        world.act(() -> heatSwitch.move(false, world.tick()));
        world.advanceTo(5);
        assertThat(heatSwitch.isClosed()).isTrue();

        world.act(() -> heatSwitch.stick(false));
        world.advanceTo(6);
        assertThat(heatSwitch.isClosed()).isFalse();

        world.act(() -> heatSwitch.stick(true));
        world.act(() -> heatSwitch.move(true, world.tick()));
        world.advanceTo(7);
        assertThat(heatSwitch.isClosed()).isFalse();
    }

    @Test
    void anOpenThermometerPutsItsSourceAtItsLimitAndHeatsNothing() {
        double before = world.thermometerVolts();

        world.sensor().open(true);
        assertThat(world.thermometerVolts()).isCloseTo(10, within(0.01));
        assertThat(world.excitationAmperes()).isZero();
        world.sensor().open(false);

        assertThat(world.thermometerVolts()).isCloseTo(before, within(1e-12));
    }

    @Test
    void aFrozenThermometerDoesNotSeeThePlatformCool() {
        double before = world.thermometerVolts();

        world.sensor().freeze(true);
        world.act(() -> bath.setpoint(3));
        world.advanceTo(100);

        assertThat(world.platformKelvin()).isLessThan(3.1);
        assertThat(world.thermometerVolts()).isEqualTo(before);
    }

    @Test
    void theBathCoolsWithoutItsThermometerAndRunsAwayWithItsHeaterStuck() {
        world.act(() -> bath.openSensor(true));
        world.advanceTo(300);
        assertThat(bath.shownKelvin()).isEqualTo(1.8);
        assertThat(bath.isSensorOpen()).isTrue();

        world.act(() -> bath.openSensor(false));
        world.act(() -> bath.runAway(true));
        world.advanceTo(2000);

        assertThat(bath.shownKelvin()).isEqualTo(20);
    }

    @Test
    void aBathWithAFrozenThermometerGoesOnBeyondItsSetpoint() {
        world.act(() -> bath.freezeSensor(true));
        world.act(() -> bath.setpoint(4.5));
        world.advanceTo(200);

        assertThat(bath.shownKelvin()).isEqualTo(4);
        assertThat(world.platformKelvin()).isGreaterThan(5);
    }

    private static void hold(World world, double amperes) {
        world.act(() -> {
            world.supply().regulateCurrent(true);
            world.supply().compliance(10);
            world.supply().level(amperes);
            world.supply().output(true);
        });
        world.advanceTo(3);
    }
}
