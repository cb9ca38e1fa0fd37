package org.fieldfall.protocols.theory.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.fieldfall.protocols.theory.level.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebyeTest {

    private static final double R = Constants.GAS;

    static DoubleStream ratios() {
        var random = new Random(20260707);
        return DoubleStream.concat(
                DoubleStream.of(1e-6, 0.1, 1, 1.4999999999, 1.5, 1.5000000001, 2, 8, 59.9, 60.1, 200),
                random.doubles(30).map(u -> Math.exp(9 * u - 4)));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.2834, 0.2256",
        "3, 0.9522, 0.7599",
        "4, 2.1828, 1.7635",
        "4.6, 3.1751, 2.5981",
        "6, 5.9322, 5.0287"
    })
    void hasTheHeatCapacitiesOfPhysicsSection13(double kelvin, double at38, double at41) {
        assertThat(new Debye(38, 1).heatCapacity(kelvin)).isCloseTo(at38, within(5e-5));
        assertThat(new Debye(41, 1).heatCapacity(kelvin)).isCloseTo(at41, within(5e-5));
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void agreesWithItsIntegral(double x) {
        var quadrature = new IterativeLegendreGaussIntegrator(30, 1e-13, 1e-300, 1, 12);
        var integral = quadrature.integrate(100_000, t -> t * t * t / Math.expm1(t), 0, Math.min(x, 100));
        var lattice = new Debye(x, 1);

        var third = integral / (x * x * x);

        assertThat(lattice.energy(1)).isCloseTo(9 * R * third, withinPercentage(1e-11));
        assertThat(lattice.heatCapacity(1))
                .isCloseTo(R * (36 * third - 9 * x / Math.expm1(x)), withinPercentage(1e-10));
        assertThat(lattice.entropy(1))
                .isCloseTo(R * (12 * third - 3 * Math.log(-Math.expm1(-x))), withinPercentage(1e-10));
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void hasTheHeatCapacityOfItsEnergyAndItsEntropy(double x) {
        var lattice = new Debye(x, 1);

        var step = 1e-4;
        var energySlope = (lattice.energy(1 + step) - lattice.energy(1 - step)) / (2 * step);
        var entropySlope = (lattice.entropy(1 + step) - lattice.entropy(1 - step)) / (2 * step);

        assertThat(lattice.heatCapacity(1)).isCloseTo(energySlope, offset(5e-6));
        assertThat(lattice.heatCapacity(1)).isCloseTo(entropySlope, offset(5e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.5})
    void followsTheCubeOfTheTemperatureWhenCold(double kelvin) {
        var lattice = new Debye(38, 2);

        var cubic = 2 * 12 * Math.pow(Math.PI, 4) / 5 * R * Math.pow(kelvin / 38, 3);

        assertThat(lattice.heatCapacity(kelvin)).isCloseTo(cubic, withinPercentage(1e-10));
        assertThat(lattice.entropy(kelvin)).isCloseTo(cubic / 3, withinPercentage(1e-10));
        assertThat(lattice.energy(kelvin)).isCloseTo(cubic * kelvin / 4, withinPercentage(1e-10));
    }

    @Test
    void reachesThreeROfEachUnitWhenHot() {
        var lattice = new Debye(38, 4);

        assertThat(lattice.heatCapacity(1e6)).isCloseTo(4 * 3 * R, withinPercentage(1e-8));
        assertThat(lattice.energy(1e8)).isCloseTo(4 * 3 * R * 1e8, withinPercentage(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "NaN, 1", "38, 0", "38, -2", "38, NaN", "Infinity, 1"})
    void refusesWhatIsNoLattice(double kelvin, double units) {
        assertThatThrownBy(() -> new Debye(kelvin, units)).isInstanceOf(IllegalArgumentException.class);
    }
}
