package org.fieldfall.protocols.theory.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 1, 3, 30})
    void isTheSchottkyAnomalyForSpinOneHalf(double kelvin) {
        var spin = new AxialSpin(0.5, -2, 2);
        var gap = spin.zeemanKelvin(1.3);

        var averages = spin.at(1.3).averages(kelvin);

        var x = gap / kelvin;
        var upper = 1 / (1 + Math.exp(x));
        assertThat(averages.excess()).isCloseTo(gap * upper, within(1e-14));
        assertThat(averages.heatCapacity()).isCloseTo(x * x * upper * (1 - upper), within(1e-14));
        assertThat(averages.entropy()).isCloseTo(Math.log1p(Math.exp(-x)) + x * upper, within(1e-14));
        assertThat(averages.magneticNumber()).isCloseTo(-Math.tanh(x / 2) / 2, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5, 10})
    void isTheBrillouinFunctionForAFreeSpin(double s) {
        var spin = new AxialSpin(s, 0, 2.05);
        var x = spin.zeemanKelvin(1.7) / 3.1;

        var averages = spin.at(1.7).averages(3.1);

        var n = 2 * s + 1;
        var brillouin = n / 2 / Math.tanh(n * x / 2) - 0.5 / Math.tanh(x / 2);
        var partitionSum = Math.sinh(n * x / 2) / Math.sinh(x / 2);
        assertThat(averages.magneticNumber()).isCloseTo(-brillouin, within(1e-12));
        assertThat(averages.energy()).isCloseTo(-3.1 * x * brillouin, within(1e-12));
        assertThat(averages.entropy()).isCloseTo(Math.log(partitionSum) - x * brillouin, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.4204, 2.9485, 0.7316, 0.4002",
        "3, 1.8893, 3.3083, 3.4136, 1.8377",
        "4, 3.5645, 4.4375, 6.3193, 3.4997",
        "4.6, 4.4510, 5.1321, 7.6829, 4.3836",
        "6, 6.1230, 6.5417, 9.7352, 6.0510"
    })
    void hasTheHeatCapacitiesOfPhysicsSection13(
            double kelvin, double atZero, double atTenth, double atHalf, double oneWellAtTenth) {
        var rounding = within(5e-5);

        assertThat(Constants.GAS * Mn12.SPIN.at(0).heatCapacity(kelvin)).isCloseTo(atZero, rounding);
        assertThat(Constants.GAS * Mn12.SPIN.at(0.1).heatCapacity(kelvin)).isCloseTo(atTenth, rounding);
        assertThat(Constants.GAS * Mn12.SPIN.at(0.5).heatCapacity(kelvin)).isCloseTo(atHalf, rounding);
        assertThat(Constants.GAS * Mn12.SPIN.at(0.1).leftWell().heatCapacity(kelvin))
                .isCloseTo(oneWellAtTenth, rounding);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsItsAveragesConsistent(int seed) {
        var random = new Random(seed);
        var levels = anySpin(random).at(4 * random.nextDouble() - 2);
        var kelvin = Math.exp(4 * random.nextDouble() - 1);

        var step = 1e-4 * kelvin;
        var energySlope = (levels.meanEnergy(kelvin + step) - levels.meanEnergy(kelvin - step)) / (2 * step);
        var entropySlope = (levels.entropy(kelvin + step) - levels.entropy(kelvin - step)) / (2 * step);
        var momentSlope = (levels.averages(kelvin + step).magneticNumber()
                        - levels.averages(kelvin - step).magneticNumber())
                / (2 * step);
        var averages = levels.averages(kelvin);
        assertThat(averages.heatCapacity()).as("C = dU/dT, seed %d", seed).isCloseTo(energySlope, offset(2e-6));
        assertThat(averages.heatCapacity() / kelvin)
                .as("C/T = dS/dT, seed %d", seed)
                .isCloseTo(entropySlope, offset(2e-6));
        assertThat(averages.magneticNumberSlope()).as("d<M>/dT, seed %d", seed).isCloseTo(momentSlope, offset(2e-6));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasPopulationsThatGiveTheSameAverages(int seed) {
        var random = new Random(seed);
        var levels = anySpin(random).at(4 * random.nextDouble() - 2);
        var kelvin = Math.exp(4 * random.nextDouble() - 1);

        var populations = levels.populations(kelvin);

        var entropy = -Arrays.stream(populations)
                .filter(n -> n > 0)
                .map(n -> n * Math.log(n))
                .sum();
        assertThat(Arrays.stream(populations).sum()).isCloseTo(1, within(1e-14));
        assertThat(levels.lowestKelvin() + levels.excessOf(populations))
                .as("seed %d", seed)
                .isCloseTo(levels.meanEnergy(kelvin), within(1e-11));
        assertThat(entropy).as("-sum n ln n, seed %d", seed).isCloseTo(levels.entropy(kelvin), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addsUpFromItsTwoWells(int seed) {
        var random = new Random(seed);
        var levels = anySpin(random).at(4 * random.nextDouble() - 2);
        var kelvin = Math.exp(4 * random.nextDouble() - 1);

        var left = levels.leftWell().averages(kelvin);
        var right = levels.rightWell().averages(kelvin);

        var p = 1 / (1 + left.partitionRatioTo(right));
        assertThat((1 - p) * left.energy() + p * right.energy())
                .as("U, seed %d", seed)
                .isCloseTo(levels.meanEnergy(kelvin), within(1e-11));
        assertThat((1 - p) * left.magneticNumber() + p * right.magneticNumber())
                .as("<M>, seed %d", seed)
                .isCloseTo(levels.averages(kelvin).magneticNumber(), within(1e-11));
    }

    @Test
    void reachesTheEntropyOfAllLevelsWhenHotAndOfTheGroundDoubletWhenCold() {
        assertThat(Mn12.SPIN.at(0).entropy(1e7)).isCloseTo(Math.log(21), within(1e-9));
        assertThat(Mn12.SPIN.at(0).entropy(0.01)).isCloseTo(Math.log(2), within(1e-14));
        assertThat(Mn12.SPIN.at(0.1).entropy(1e-9)).isZero();
    }

    @Test
    void growsWithTemperatureInEnergyAndEntropy() {
        var levels = Mn12.SPIN.at(0.3);

        for (var kelvin = 0.5; kelvin < 50; kelvin *= 1.1) {
            assertThat(levels.meanEnergy(1.1 * kelvin)).isGreaterThan(levels.meanEnergy(kelvin));
            assertThat(levels.entropy(1.1 * kelvin)).isGreaterThan(levels.entropy(kelvin));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoTemperature(double kelvin) {
        var levels = Mn12.SPIN.at(1);

        assertThatThrownBy(() -> levels.averages(kelvin)).hasMessageContaining("above 0 K");
        assertThatThrownBy(() -> levels.populations(kelvin)).hasMessageContaining("above 0 K");
    }

    @Test
    void refusesPopulationsOfAnotherSpin() {
        assertThatThrownBy(() -> Mn12.SPIN.at(1).excessOf(new double[] {1, 0})).hasMessageContaining("21 levels");
    }

    /** Four exponentials for all levels, or one for each of a spin that hardly differs: the same to rounding. */
    @ParameterizedTest
    @MethodSource("seeds")
    void losesNothingByWalkingFromLevelToLevel(int seed) {
        var random = new Random(seed);
        var walked = anySpin(random);
        var single = new AxialSpin(walked.spin(), walked.anisotropyKelvin(), walked.g(), 1e-300);
        var tesla = 4 * random.nextDouble() - 2;
        var kelvin = Math.exp(10 * random.nextDouble() - 6);

        var quick = walked.at(tesla).populations(kelvin);
        var slow = single.at(tesla).populations(kelvin);

        for (var k = 0; k < quick.length; k++) {
            // Differences of energies of 100 K carry 1e-14 K, divided by the temperature in the exponent.
            var tolerance = (2e-14 + 1e-12 / kelvin) * slow[k];
            assertThat(quick[k]).as("seed %d, level %d", seed, k).isCloseTo(slow[k], within(tolerance + 1e-300));
        }
    }

    private static AxialSpin anySpin(Random random) {
        var spin = (1 + random.nextInt(24)) / 2.0;
        return new AxialSpin(spin, 3 * random.nextDouble() - 2, 1.5 + random.nextDouble());
    }
}
