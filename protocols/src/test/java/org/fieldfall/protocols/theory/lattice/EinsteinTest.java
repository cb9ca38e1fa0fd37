package org.fieldfall.protocols.theory.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.fieldfall.protocols.theory.level.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EinsteinTest {

    private static final double R = Constants.GAS;

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.4, 1, 5})
    void isTheSumOverTheLevelsOfOscillators(double kelvin) {
        double z = 0, e = 0, ee = 0;
        for (var n = 0; n < 2000; n++) {
            var share = Math.exp(-n / kelvin);
            z += share;
            e += n * share;
            ee += (double) n * n * share;
        }
        var lattice = new Einstein(1, 3);

        assertThat(lattice.energy(kelvin)).isCloseTo(3 * R * e / z, withinPercentage(1e-10));
        assertThat(lattice.heatCapacity(kelvin))
                .isCloseTo(3 * R * (ee / z - e / z * e / z) / (kelvin * kelvin), withinPercentage(1e-9));
        assertThat(lattice.entropy(kelvin)).isCloseTo(3 * R * (Math.log(z) + e / z / kelvin), withinPercentage(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 10, 60, 300})
    void hasTheHeatCapacityOfItsEnergyAndItsEntropy(double kelvin) {
        var lattice = new Einstein(60, 2);

        var step = 1e-4 * kelvin;
        var energySlope = (lattice.energy(kelvin + step) - lattice.energy(kelvin - step)) / (2 * step);
        var entropySlope = (lattice.entropy(kelvin + step) - lattice.entropy(kelvin - step)) / (2 * step);

        assertThat(lattice.heatCapacity(kelvin)).isCloseTo(energySlope, offset(1e-5));
        assertThat(lattice.heatCapacity(kelvin)).isCloseTo(kelvin * entropySlope, offset(1e-5));
    }

    @Test
    void isWorthRAModeWhenHotAndNothingWhenCold() {
        assertThat(new Einstein(60, 6).heatCapacity(1e6)).isCloseTo(6 * R, withinPercentage(1e-7));
        assertThat(new Einstein(60, 6).heatCapacity(0.01)).isZero();
        assertThat(new Einstein(60, 6).energy(0.01)).isZero();
        assertThat(new Einstein(60, 6).entropy(0.01)).isCloseTo(0, within(1e-300));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "NaN, 1", "38, 0", "38, -2", "Infinity, 1"})
    void refusesWhatIsNoMode(double kelvin, double modes) {
        assertThatThrownBy(() -> new Einstein(kelvin, modes)).isInstanceOf(IllegalArgumentException.class);
    }
}
