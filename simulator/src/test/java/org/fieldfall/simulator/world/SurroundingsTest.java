package org.fieldfall.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurroundingsTest {

    private final World world = Worlds.wholeWorld();
    private final Bath bath = world.surroundings().bath();
    private final HeatSwitch heatSwitch = world.surroundings().heatSwitch();
    private final Heater heater = world.surroundings().heater();

    @Test
    void followsTheSetpointAtItsRateAndSettlesOnIt() {
        world.act(() -> bath.setpoint(6));

        world.advanceTo(50);
        assertThat(bath.shownKelvin()).isCloseTo(5, within(0.01));
        world.advanceTo(400);

        assertThat(bath.shownKelvin()).isEqualTo(6);
        assertThat(world.platformKelvin()).isCloseTo(6, within(0.001));
    }

    @Test
    void rampsItsWorkingSetpointWhereItIsTold() {
        world.act(() -> bath.ramp(0.001));
        world.act(() -> bath.setpoint(4.1));

        world.advanceTo(60);

        assertThat(bath.workingKelvin()).isCloseTo(4.06, within(1e-9));
        assertThat(bath.isRamping()).isTrue();
        assertThat(bath.shownKelvin()).isCloseTo(4.06 - 0.01, within(1e-4));
    }

    @Test
    void staysWithinWhatTheCryostatCanDo() {
        world.act(() -> bath.regulate(false));
        world.advanceTo(400);
        assertThat(bath.shownKelvin()).isEqualTo(1.8);

        world.act(() -> bath.regulate(true));
        world.act(() -> bath.setpoint(30));
        world.advanceTo(2000);

        assertThat(bath.shownKelvin()).isEqualTo(20);
        assertThat(bath.effort()).isEqualTo(1);
    }

    @Test
    void wandersAsMuchAsItsNoiseSays() {
        World noisy = Worlds.wholeWorld(5e-4, 0);
        double squares = 0;
        for (int second = 1; second <= 2000; second++) {
            noisy.advanceTo(second);
            squares += Math.pow(noisy.surroundings().bath().shownKelvin() - 4, 2);
        }

        assertThat(Math.sqrt(squares / 2000)).isCloseTo(5e-4, within(3e-5));
    }

    @Test
    void partsTheLinkSomeTimeAfterItIsToldAndLeavesHeatBehind() {
        world.advanceTo(1);
        world.act(() -> heatSwitch.move(false, world.tick()));

        world.advanceTo(1.299);
        assertThat(heatSwitch.isClosed()).isTrue();
        assertThat(world.platformKelvin()).isCloseTo(4, within(1e-5));
        world.advanceTo(2);

        double heat = Worlds.stored(world) - Worlds.stored(Worlds.wholeWorld());
        assertThat(heatSwitch.isClosed()).isFalse();
        assertThat(heat).isCloseTo(1e-6, within(0.02e-6));
        world.act(() -> heatSwitch.move(false, world.tick()));
        world.advanceTo(3);
        assertThat(Worlds.stored(world) - Worlds.stored(Worlds.wholeWorld())).isLessThan(heat);
    }

    @Test
    void linksTightlyWhenClosedAndLooselyWhenOpen() {
        world.act(() -> bath.setpoint(5));
        world.advanceTo(300);
        assertThat(world.latticeKelvin()).isCloseTo(5, within(1e-4));

        world.act(() -> heatSwitch.move(false, world.tick()));
        world.advanceTo(1200);
        world.act(() -> bath.setpoint(4));
        world.advanceTo(1280);
        assertThat(world.latticeKelvin()).isGreaterThan(4.6);
        world.act(() -> heatSwitch.move(true, world.tick()));
        world.advanceTo(1400);

        assertThat(world.latticeKelvin()).isCloseTo(4, within(1e-3));
    }

    @Test
    void staysWhereItIsWhenACommandIsTakenBackInTime() {
        world.act(() -> heatSwitch.move(false, world.tick()));
        world.advanceTo(0.1);
        world.act(() -> heatSwitch.move(true, world.tick()));

        world.advanceTo(2);

        assertThat(heatSwitch.isClosed()).isTrue();
        assertThat(world.platformKelvin()).isCloseTo(4, within(1e-5));
    }

    @Test
    void balancesItsEnergyThroughPulseSwitchAndSweep() {
        double before = Worlds.stored(world);
        heat(1.00005, 50e-6);
        heat(3.00017, 0);
        world.act(() -> heatSwitch.move(false, world.tick()));
        world.advanceTo(5);
        world.act(() -> {
            world.supply().regulateCurrent(true);
            world.supply().compliance(10);
            world.supply().output(true);
            world.supply().level(1);
        });
        world.advanceTo(30);
        world.act(() -> heatSwitch.move(true, world.tick()));
        world.advanceTo(40);

        Stage.Ledger ledger = world.calorimeter().ledger();
        double gained = ledger.workJoule() - ledger.linkJoule() + ledger.heaterJoule();
        double exchanged = Math.abs(ledger.workJoule()) + Math.abs(ledger.linkJoule()) + ledger.heaterJoule();
        assertThat(Worlds.stored(world) - before).isCloseTo(gained, within(1e-8 * exchanged));
        double pulse = 25e-6 * (3.0001 - 1);
        double rest = 1e-6 + 0.76e-9 * 40;
        assertThat(ledger.heaterJoule()).isCloseTo(pulse + rest, within(0.05 * rest));
    }

    @Test
    void heatsLaterThanItIsToldByAFewMilliseconds() {
        World late = Worlds.wholeWorld(0, 3e-3);
        double squares = 0;
        for (int pulse = 0; pulse < 400; pulse++) {
            late.advanceTo(1 + pulse);
            boolean on = pulse % 2 == 0;
            late.act(() -> late.surroundings().heater().drive(on ? 50e-6 : 0, 10, late.tick()));
            squares += Math.pow((late.surroundings().heater().nextChange(late.tick()) - late.tick()) * 1e-4, 2);
        }

        assertThat(Math.sqrt(squares / 400)).isCloseTo(3e-3, within(4e-4));
    }

    @Test
    void drivesNoMoreCurrentThanTheComplianceLetsThrough() {
        world.act(() -> heater.drive(0.1, 10, world.tick()));
        world.advanceTo(0.001);

        assertThat(heater.watt()).isCloseTo(10.0 * 10 / 10_000, within(1e-12));
    }

    @Test
    void refusesPartsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatSwitch(-1, 0, 0))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Heater(0, 0, new Dice(1)))
                .withMessageContaining("0.0 Ohm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bath.Manner(2, 1, 0, 1, 0, 0))
                .withMessageContaining("2.0 to 1.0 K");
    }

    private void heat(double seconds, double amperes) {
        world.advanceTo(seconds);
        world.act(() -> heater.drive(amperes, 10, world.tick()));
    }
}
