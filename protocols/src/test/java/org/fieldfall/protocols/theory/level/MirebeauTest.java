package org.fieldfall.protocols.theory.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of physics.md, section 2.2, for the Hamiltonian of Mirebeau 1999. */
class MirebeauTest {

    private static final AxialSpin AXIAL = Molecules.MN12_AXIAL;

    /** A and B₄ rounded as section 2.2 has them, from which its gap and its resonances follow to every digit. */
    private static final AxialSpin ROUNDED = new AxialSpin(10, -0.548, Molecules.MN12_G, 1.173e-3);

    @Test
    void expandsToAAndB4() {
        assertThat(-AXIAL.anisotropyKelvin()).isCloseTo(0.548, within(5e-4));
        assertThat(AXIAL.quarticKelvin()).isCloseTo(1.173e-3, within(5e-7));
    }

    @Test
    void hasTheBarriersAndTheFirstGap() {
        var energies = AXIAL.at(0).energiesKelvin();

        assertThat(energies[10] - energies[0]).isCloseTo(66.5, within(0.05));
        assertThat(energies[13] - energies[0]).isCloseTo(61.5, within(0.05));
        assertThat(energies[1] - energies[0]).isCloseTo(14.442, within(5e-4));
        var rounded = ROUNDED.at(0).energiesKelvin();
        assertThat(rounded[1] - rounded[0]).isCloseTo(14.45, within(0.005));
    }

    @Test
    void hasTheSameLevelsInClosedFormAndDiagonalised() {
        var withoutB44 =
                new GiantSpin(10, Molecules.MN12.g(), Molecules.MN12.terms().subList(0, 2));
        var again = GiantSpin.of(AXIAL);

        var closed = AXIAL.at(0.7).equilibrium(4);

        for (var model : new Hamiltonian[] {withoutB44, again}) {
            var solved = model.along(Direction.Z).at(0.7).equilibrium(4);
            assertThat(solved.entropy()).isCloseTo(closed.entropy(), within(1e-11));
            assertThat(solved.heatCapacity()).isCloseTo(closed.heatCapacity(), within(1e-11));
            assertThat(solved.momentMagnetons()).isCloseTo(closed.momentMagnetons(), within(1e-10));
            assertThat(solved.magnetonsPerTesla()).isCloseTo(closed.magnetonsPerTesla(), within(1e-9));
        }
    }

    /**
     * B₄⁰ O₄⁰ + B₄⁴ O₄⁴ = −A Sz² − B₄ Sz⁴ + (C/2)(S₊⁴ + S₋⁴): C is B₄⁴. For m = 3 the section has 5.6 mK; this and NumPy
     * give 5.7 mK with the same constants, which give the other four as they stand.
     */
    @ParameterizedTest
    @CsvSource({"2, 0.49, 5e-3", "3, 5.7e-3, 5e-5", "4, 12e-3, 5e-4", "5, 29e-6, 5e-7", "6, 48e-6, 5e-7"})
    void splitsItsDoubletsByTheTransverseTermsAndField(int m, double kelvin, double rounding) {
        var levels = InField.of(Molecules.MN12, Direction.X).at(0.03).energiesKelvin();

        var pair = 2 * (10 - m);
        assertThat(levels[pair + 1] - levels[pair]).isCloseTo(kelvin, within(rounding));
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 0.443", "4, 2, 0.877", "4, 3, 1.307", "10, 1, 0.583", "10, 2, 1.136", "10, 3, 1.664"})
    void bringsLevelsTogetherAtTheResonances(int m, int n, double tesla) {
        var spin = ROUNDED;
        var steepness = spin.zeemanKelvin(1) * (2 * m - n);

        // −m and m − n meet where the field has made up for the difference they have without it.
        var energies = spin.at(0).energiesKelvin();
        var meeting = (energies[10 + m - n] - energies[10 - m]) / -steepness;

        assertThat(Math.abs(meeting)).isCloseTo(tesla, within(5e-4));
    }
}
