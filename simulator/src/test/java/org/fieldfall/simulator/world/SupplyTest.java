package org.fieldfall.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupplyTest {

    private final World world = Worlds.world();
    private final Supply supply = world.supply();

    @Test
    void followsItsSetpointWithTheLagOfItsLoop() {
        currentMode(20);

        world.act(() -> supply.level(0.05));
        world.advanceTo(0.8e-3);

        assertThat(supply.amperes()).isCloseTo(0.05 * (1 - Math.exp(-1)), within(1e-9));
        assertThat(supply.isLimiting()).isFalse();
    }

    @Test
    void risesAlongTheCurveOfCoilAndResistanceWhileItsVoltageIsLimited() {
        currentMode(1);

        world.act(() -> supply.level(5));
        world.advanceTo(0.2);

        assertThat(supply.amperes()).isCloseTo(1 / 0.15 * (1 - Math.exp(-0.2 * 0.15 / 0.05)), within(1e-6));
        assertThat(supply.isLimiting()).isTrue();
        assertThat(supply.volts()).isCloseTo(1, within(1e-3));
    }

    @Test
    void arrivesAtItsSetpointAndLeavesTheLimit() {
        currentMode(10);

        world.act(() -> supply.level(10));
        world.advanceTo(3);

        assertThat(supply.amperes()).isEqualTo(10);
        assertThat(supply.isLimiting()).isFalse();
        assertThat(supply.volts()).isCloseTo(1.5, within(1e-9));
        assertThat(world.tesla()).isCloseTo(1, within(1e-12));
    }

    @Test
    void stopsShortOfASetpointThatItsVoltageCannotHold() {
        currentMode(1);

        world.act(() -> supply.level(10));
        world.advanceTo(20);

        assertThat(supply.amperes()).isCloseTo(1 / 0.15, within(1e-6));
        assertThat(supply.isLimiting()).isTrue();
    }

    @Test
    void letsTheCurrentDieInTheResistanceWhenSwitchedOff() {
        currentMode(10);
        world.act(() -> supply.level(10));
        world.advanceTo(3);

        world.act(() -> supply.output(false));
        world.advanceTo(3 + 0.05 / 0.15);

        assertThat(supply.amperes()).isCloseTo(10 * Math.exp(-1), within(0.01));
        assertThat(world.tesla()).isCloseTo(Math.exp(-1), within(0.002));
    }

    @Test
    void runsThroughItsListAndStaysOnTheLastStep() {
        currentMode(10);
        double[] levels =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> 0.05 * i).toArray();
        double[] dwells = IntStream.range(0, 100).mapToDouble(i -> 0.0005).toArray();

        world.act(() -> supply.runList(LevelList.of(levels, dwells, 1), world.tick()));
        world.advanceTo(0.03);
        double early = world.tesla();
        world.advanceTo(0.04);

        assertThat((world.tesla() - early) / 0.01).isCloseTo(10, within(0.1));
        assertThat(supply.isRunningList(world.tick())).isTrue();
        world.advanceTo(0.1);
        assertThat(supply.isRunningList(world.tick())).isFalse();
        assertThat(supply.amperes()).isEqualTo(5);
        world.act(() -> supply.level(1));
        world.advanceTo(0.2);
        assertThat(supply.amperes()).isEqualTo(5);
        world.act(supply::leaveList);
        world.advanceTo(0.3);
        assertThat(supply.amperes()).isCloseTo(1, within(1e-9));
    }

    @Test
    void changesListLevelsOnTimeHoweverLongTheyLast() {
        LevelList list = LevelList.of(new double[] {1, 2, 3}, new double[] {0.5, 0.0005, 2}, 2)
                .startedAt(100);

        assertThat(list.level(100)).isEqualTo(1);
        assertThat(list.nextChange(100)).isEqualTo(5100);
        assertThat(list.level(5100)).isEqualTo(2);
        assertThat(list.nextChange(5100)).isEqualTo(5105);
        assertThat(list.level(5105)).isEqualTo(3);
        assertThat(list.nextChange(5105)).isEqualTo(25_105);
        assertThat(list.level(25_105)).isEqualTo(1);
        assertThat(list.isRunning(50_109)).isTrue();
        assertThat(list.isRunning(50_110)).isFalse();
    }

    @Test
    void limitsTheCurrentInVoltageMode() {
        world.act(() -> {
            supply.level(2);
            supply.compliance(1);
            supply.output(true);
        });

        world.advanceTo(5);

        assertThat(supply.amperes()).isCloseTo(2, within(1e-6));
        assertThat(supply.isLimiting()).isTrue();
    }

    private void currentMode(double volts) {
        world.act(() -> {
            supply.regulateCurrent(true);
            supply.compliance(volts);
            supply.output(true);
        });
    }
}
