package org.fieldfall.protocols.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationCurveTest {

    /** A made-up sensor like a Cernox: ln R is a smooth parabola of ln T. */
    private static double sensorOhm(double kelvin) {
        double y = Math.log(kelvin);
        return Math.exp(10.6 - 2.0 * y + 0.21 * y * y);
    }

    private static CalibrationCurve sensor(int points) {
        double[] kelvin = IntStream.range(0, points)
                .mapToDouble(i -> 1.4 * Math.pow(20 / 1.4, i / (points - 1.0)))
                .toArray();
        return CalibrationCurve.of(
                Arrays.stream(kelvin).map(CalibrationCurveTest::sensorOhm).toArray(), kelvin);
    }

    @Test
    void isRightToTwentyMicrokelvinBetweenLogSpacedPoints() {
        var curve = sensor(120);

        double worst = IntStream.range(0, 5000)
                .mapToDouble(i -> 1.4 + 18.6 * i / 5000)
                .map(t -> Math.abs(curve.kelvin(sensorOhm(t)) - t))
                .max()
                .orElseThrow();

        assertThat(worst).isLessThan(20e-6);
    }

    @Test
    void errsAThousandTimesLessWithTenTimesThePoints() {
        double coarse = Math.abs(sensor(31).kelvin(sensorOhm(5.03)) - 5.03);
        double fine = Math.abs(sensor(301).kelvin(sensorOhm(5.03)) - 5.03);

        assertThat(fine).isLessThan(coarse / 100);
    }

    @Test
    void givesThePointsBack() {
        var curve = CalibrationCurve.of(new double[] {100, 300, 1000, 5000}, new double[] {20, 9, 4, 1.5});

        assertThat(Arrays.stream(curve.pointsOhm()).map(curve::kelvin).toArray())
                .containsExactly(curve.pointsKelvin(), within(1e-12));
    }

    @Test
    void neverExtrapolates() {
        var curve = sensor(120);

        assertThat(curve.kelvin(sensorOhm(1.39))).isNaN();
        assertThat(curve.kelvin(sensorOhm(20.1))).isNaN();
        assertThat(curve.kelvin(Double.NaN)).isNaN();
        assertThat(curve.kelvin(-5)).isNaN();
        assertThat(curve.ohm(1.39)).isNaN();
        assertThat(curve.ohm(20.1)).isNaN();
        assertThat(curve.kelvinPerOhm(1)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void resistanceAndTemperatureInvertEachOther(long seed) {
        var random = new Random(seed);
        var curve = sensor(40);

        for (int i = 0; i < 200; i++) {
            double kelvin = 1.41 + 18.5 * random.nextDouble();
            assertThat(curve.kelvin(curve.ohm(kelvin))).isCloseTo(kelvin, within(1e-11));
        }
    }

    @Test
    void slopeIsThatOfTheCurve() {
        var curve = sensor(120);
        double ohm = sensorOhm(4.0);

        double difference =
                (curve.kelvin(ohm * 1.00001) - curve.kelvin(ohm / 1.00001)) / (ohm * (1.00001 - 1 / 1.00001));

        assertThat(curve.kelvinPerOhm(ohm)).isNegative().isCloseTo(difference, within(1e-6 * Math.abs(difference)));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void staysMonotonicBetweenRoughPoints(long seed) {
        var random = new Random(seed);
        double[] ohm = new double[12];
        double[] kelvin = new double[12];
        ohm[0] = 100;
        kelvin[0] = 20;
        for (int i = 1; i < 12; i++) {
            ohm[i] = ohm[i - 1] * (1.01 + random.nextDouble());
            kelvin[i] = kelvin[i - 1] / (1.001 + random.nextDouble());
        }

        var curve = CalibrationCurve.of(ohm, kelvin);

        double[] walk = IntStream.range(0, 2000)
                .mapToDouble(i -> curve.kelvin(100 * Math.pow(ohm[11] / 100 * 0.999999, i / 2000.0)))
                .toArray();
        assertThat(IntStream.range(1, 2000).allMatch(i -> walk[i] <= walk[i - 1]))
                .isTrue();
    }

    @Test
    void takesPointsInAnyOrderAndRisingSensors() {
        var platinum = CalibrationCurve.of(new double[] {30, 10, 20}, new double[] {60, 30, 45});

        assertThat(platinum.kelvin(20)).isCloseTo(45, within(1e-12));
        assertThat(platinum.ohm(45)).isCloseTo(20, within(1e-10));
        assertThat(platinum.kelvinPerOhm(15)).isPositive();
    }

    @Test
    void refusesPointsThatTurnAround() {
        assertThatThrownBy(() -> CalibrationCurve.of(new double[] {1, 2, 3}, new double[] {9, 5, 6}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.00000 Ohm, 6.00000 K");
        assertThatThrownBy(() -> CalibrationCurve.of(new double[] {1, 2, 2}, new double[] {9, 5, 4}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CalibrationCurve.of(new double[] {1, Double.NaN, 3}, new double[] {9, 5, 4}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CalibrationCurve.of(new double[] {1, 2}, new double[] {9, 5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("three points");
    }
}
