package org.fieldfall.protocols.theory.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TabulatedTest {

    private final Debye phonons = new Debye(38, 1);

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 50);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1.01, 2.2, 4.6, 9.7, 39})
    void standsForTheLatticeItWasTakenFrom(double kelvin) {
        var table = tableOf(phonons, 1, 40, 240);

        // Points 1.5 % apart: a cubic of ln T errs by less than (0.015)³ of what it follows.
        assertThat(table.heatCapacity(kelvin)).isCloseTo(phonons.heatCapacity(kelvin), withinPercentage(1e-3));
        assertThat(table.energy(kelvin)).isCloseTo(phonons.energy(kelvin), withinPercentage(1e-3));
        assertThat(table.entropy(kelvin)).isCloseTo(phonons.entropy(kelvin), withinPercentage(1e-3));
    }

    @Test
    void comesCloserWithMorePoints() {
        var coarse = Math.abs(tableOf(phonons, 1, 40, 30).energy(20) - phonons.energy(20));
        var fine = Math.abs(tableOf(phonons, 1, 40, 120).energy(20) - phonons.energy(20));

        assertThat(fine).isLessThan(coarse / 16);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isMonotoneWhereItsPointsAre(int seed) {
        var random = new Random(seed);
        var kelvin = new double[12];
        var capacity = new double[12];
        for (var k = 0; k < 12; k++) {
            kelvin[k] = (k == 0 ? 1 : kelvin[k - 1]) * (1.01 + random.nextDouble());
            capacity[k] = (k == 0 ? 0.1 : capacity[k - 1]) * (1 + Math.pow(random.nextDouble(), 4) * 5);
        }
        var table = new Tabulated(kelvin, capacity);

        var last = 0.0;
        for (var t = kelvin[0]; t < kelvin[11]; t *= 1.002) {
            assertThat(table.heatCapacity(t)).as("seed %d, %f K", seed, t).isGreaterThanOrEqualTo(last * (1 - 1e-14));
            last = table.heatCapacity(t);
        }
        for (var k = 0; k < 12; k++) {
            assertThat(table.heatCapacity(kelvin[k])).isCloseTo(capacity[k], withinPercentage(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasTheEnergyAndTheEntropyOfItsHeatCapacity(int seed) {
        var random = new Random(seed);
        var kelvin = new double[8];
        var capacity = new double[8];
        for (var k = 0; k < 8; k++) {
            kelvin[k] = (k == 0 ? 0.5 : kelvin[k - 1]) * (1.01 + 2.9 * random.nextDouble());
            capacity[k] = 0.1 + random.nextDouble();
        }
        var table = new Tabulated(kelvin, capacity);
        var k = random.nextInt(7);
        var a = kelvin[k];
        var b = a + (kelvin[k + 1] - a) * random.nextDouble();

        var quadrature = new IterativeLegendreGaussIntegrator(12, 1e-12, 1e-14);
        assertThat(table.energy(b) - table.energy(a))
                .as("seed %d", seed)
                .isCloseTo(quadrature.integrate(100_000, table::heatCapacity, a, b), within(1e-10 * table.energy(b)));
        assertThat(table.entropy(b) - table.entropy(a))
                .as("seed %d", seed)
                .isCloseTo(
                        quadrature.integrate(100_000, t -> table.heatCapacity(t) / t, a, b),
                        within(1e-10 * table.entropy(b)));
    }

    @Test
    void goesOnAsTheCubeOfTheTemperatureBelowItsFirstPoint() {
        var table = new Tabulated(new double[] {2, 3, 4}, new double[] {0.8, 2.6, 6});

        assertThat(table.heatCapacity(1)).isCloseTo(0.1, within(1e-15));
        assertThat(table.energy(1)).isCloseTo(0.1 / 4, within(1e-15));
        assertThat(table.entropy(1)).isCloseTo(0.1 / 3, within(1e-15));
        assertThat(table.energy(2)).isCloseTo(0.4, within(1e-15));
        assertThat(table.heatCapacity(2 + 1e-9)).isCloseTo(table.heatCapacity(2 - 1e-9), within(1e-8));
        assertThat(table.energy(0)).isZero();
    }

    @Test
    void refusesToSayAnythingAboveItsLastPoint() {
        var table = new Tabulated(new double[] {2, 3, 4}, new double[] {0.8, 2.6, 6});

        assertThat(table.hottestKelvin()).isEqualTo(4);
        assertThat(table.plus(phonons.times(2)).hottestKelvin()).isEqualTo(4);
        assertThat(table.heatCapacity(4)).isCloseTo(6, within(1e-14));
        assertThatThrownBy(() -> table.heatCapacity(4.001)).hasMessageContaining("ends at 4.0 K, asked for 4.001 K");
        assertThatThrownBy(() -> table.energy(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> table.entropy(-1)).hasMessageContaining("-1.0 K");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> new Tabulated(new double[] {1}, new double[] {1}))
                .hasMessageContaining("two points");
        assertThatThrownBy(() -> new Tabulated(new double[] {1, 2}, new double[] {1}))
                .hasMessageContaining("two points");
        assertThatThrownBy(() -> new Tabulated(new double[] {2, 1}, new double[] {1, 1}))
                .hasMessageContaining("1.0 K after 2.0 K");
        assertThatThrownBy(() -> new Tabulated(new double[] {1, 5}, new double[] {1, 1}))
                .hasMessageContaining("factor of 4");
        assertThatThrownBy(() -> new Tabulated(new double[] {1, 2}, new double[] {0, 1}))
                .hasMessageContaining("got 0.0 at 1.0 K");
    }

    private static Tabulated tableOf(Lattice lattice, double from, double to, int points) {
        var kelvin = IntStream.range(0, points)
                .mapToDouble(i -> from * Math.pow(to / from, i / (points - 1.0)))
                .toArray();
        return new Tabulated(
                kelvin, Arrays.stream(kelvin).map(lattice::heatCapacity).toArray());
    }
}
