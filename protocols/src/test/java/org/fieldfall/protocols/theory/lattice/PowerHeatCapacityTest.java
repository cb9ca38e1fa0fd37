package org.fieldfall.protocols.theory.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.fieldfall.protocols.theory.level.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerHeatCapacityTest {

    @ParameterizedTest
    @CsvSource({"0.5, 1", "2, 1", "4, 1.5", "7, 3"})
    void hasTheHeatCapacityOfItsEnergyAndItsEntropy(double kelvin, double exponent) {
        var addenda = new PowerHeatCapacity(1e-6, 4, exponent);

        var step = 1e-4 * kelvin;
        var energySlope = (addenda.energy(kelvin + step) - addenda.energy(kelvin - step)) / (2 * step);
        var entropySlope = (addenda.entropy(kelvin + step) - addenda.entropy(kelvin - step)) / (2 * step);

        assertThat(addenda.heatCapacity(kelvin)).isCloseTo(energySlope, withinPercentage(1e-5));
        assertThat(addenda.heatCapacity(kelvin)).isCloseTo(kelvin * entropySlope, withinPercentage(1e-5));
    }

    @Test
    void isADebyeLatticeInTheCold() {
        var debye = new Debye(38, 1);
        var cubic = new PowerHeatCapacity(12 * Math.pow(Math.PI, 4) / 5 * Constants.GAS, 38, 3);

        assertThat(cubic.heatCapacity(0.5)).isCloseTo(debye.heatCapacity(0.5), withinPercentage(1e-8));
        assertThat(cubic.energy(0.5)).isCloseTo(debye.energy(0.5), withinPercentage(1e-8));
        assertThat(cubic.entropy(0.5)).isCloseTo(debye.entropy(0.5), withinPercentage(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"0, 4, 1", "-1, 4, 1", "1, 0, 1", "1, 4, 0", "1, 4, 100", "NaN, 4, 1"})
    void refusesWhatStoresNoHeat(double joulePerKelvin, double kelvin, double exponent) {
        assertThatThrownBy(() -> new PowerHeatCapacity(joulePerKelvin, kelvin, exponent))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
