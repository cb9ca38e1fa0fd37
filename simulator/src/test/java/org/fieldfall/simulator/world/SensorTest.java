package org.fieldfall.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SensorTest {

    private static final double[] OHM = {14_000, 7_000, 3_500, 700};
    private static final double[] KELVIN = {1, 2, 4, 20};

    @Test
    void followsThePlatformWithItsTime() {
        Sensor sensor = Worlds.sensor(0);

        sensor.step(1.5e-3, 5, 5);

        assertThat(sensor.kelvin()).isCloseTo(5 - Math.exp(-1), within(1e-12));
    }

    @Test
    void lagsBehindAnEvenDropByItsTime() {
        Sensor sensor = Worlds.sensor(0);

        for (int i = 0; i < 100; i++) {
            sensor.step(1e-3, 4 - 2e-3 * i, 4 - 2e-3 * (i + 1));
        }

        assertThat(sensor.kelvin()).isCloseTo(3.8 + 2 * 1.5e-3, within(1e-9));
    }

    @Test
    void showsTheVoltageOfItsResistanceAndOfTheLoopInItsLeads() {
        Sensor sensor = Worlds.sensor(0.2e-6);

        assertThat(sensor.volts(0, 0, 0)).isCloseTo(0.45e-6 * 3500, within(1e-12));
        assertThat(sensor.volts(0, 0, -10) - sensor.volts(0, 0, 0)).isCloseTo(-2e-6, within(1e-12));
        assertThat(sensor.watt(0)).isCloseTo(0.45e-6 * 0.45e-6 * 3500, within(1e-16));
    }

    @Test
    void letsTheEmfWanderButNotRunAway() {
        double turn = 2e-6 / 60 / 2e-6;
        Sensor.Excitation wandering = new Sensor.Excitation(0, 2e-6, 2e-6 / 60, turn, 0);
        Sensor.Excitation straight = new Sensor.Excitation(0, 2e-6, 2e-6 / 60, 0, 0);

        assertThat(wandering.emfVolts(0)).isEqualTo(2e-6);
        assertThat(wandering.emfVolts(1) - wandering.emfVolts(0)).isCloseTo(2e-6 / 60, within(3e-10));
        for (int seconds = 0; seconds < 100_000; seconds += 7) {
            assertThat(Math.abs(wandering.emfVolts(seconds))).isLessThan(2.0 * Math.sqrt(2) * 1e-6 + 1e-15);
        }
        assertThat(straight.emfVolts(600)).isCloseTo(22e-6, within(1e-15));
    }

    @Test
    void departsFromItsCurveByItsDrawnErrorAlone() {
        SensorCurve curve = new SensorCurve(OHM, KELVIN, 3e-3, -2e-3);

        assertThat(curve.errorKelvin(4)).isCloseTo(3e-3, within(1e-15));
        assertThat(curve.ohm(4)).isCloseTo(14_000 / 4.003, within(1e-6));
        assertThat(curve.table().at(3.1415)).isCloseTo(curve.ohm(3.1415), within(1e-4));
    }

    @Test
    void refusesACurveThatIsNone() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new SensorCurve(new double[] {1, 2}, new double[] {1, 2, 3}, 0, 0))
                .withMessageContaining("2 resistances and 3 temperatures");
    }
}
