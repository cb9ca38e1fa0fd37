package org.fieldfall.protocols.theory.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxialSpinTest {

    @Test
    void constantsAgreeWithTheirSpectroscopicValues() {
        var boltzmannWavenumbers = 1 / Constants.KELVIN_PER_WAVENUMBER;
        var magnetonWavenumbers = Constants.BOHR_MAGNETON_KELVIN / Constants.KELVIN_PER_WAVENUMBER;

        assertThat(boltzmannWavenumbers).isCloseTo(0.6950348, within(5e-8));
        assertThat(magnetonWavenumbers).isCloseTo(0.4668645, within(5e-8));
        assertThat(Constants.GAS).isCloseTo(8.314462618, within(5e-10));
    }

    @Test
    void hasTheLevelMinusSLowestInAPositiveField() {
        var levels = Mn12.SPIN.at(1);

        var energies = levels.energiesKelvin();

        assertThat(levels.size()).isEqualTo(21);
        assertThat(levels.magneticNumbers()[0]).isEqualTo(-10);
        assertThat(energies[0]).isEqualTo(levels.lowestKelvin());
        assertThat(energies[20] - energies[0]).isCloseTo(20 * Mn12.SPIN.zeemanKelvin(1), within(1e-12));
    }

    @Test
    void hasTheFirstGapOfThePapersHamiltonian() {
        var energies = Mn12.SPIN.at(0).energiesKelvin();

        assertThat(energies[1] - energies[0]).isCloseTo(13.67, within(0.005));
        assertThat(energies[10] - energies[0]).isCloseTo(71.94, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 7, 9.5, 10})
    void keepsTheCentreOfGravityOfTheLevelsAtZero(double spin) {
        var energies = new AxialSpin(spin, -3.7, 1.9).at(0.8).energiesKelvin();

        assertThat(energies).hasSize((int) (2 * spin + 1));
        assertThat(Arrays.stream(energies).sum()).isCloseTo(0, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.25, 9.9, Double.NaN, Double.POSITIVE_INFINITY, 1e9})
    void refusesWhatIsNoSpin(double spin) {
        assertThatThrownBy(() -> new AxialSpin(spin, -0.7, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiple of 1/2");
    }

    @Test
    void refusesParametersThatAreNotFinite() {
        assertThatThrownBy(() -> new AxialSpin(1, Double.NaN, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AxialSpin(1, -1, Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Mn12.SPIN.at(Double.NaN)).hasMessageContaining("field must be finite");
    }
}
