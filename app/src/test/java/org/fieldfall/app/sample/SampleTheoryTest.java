package org.fieldfall.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TwoWells;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTheoryTest {

    private static final Configs SHIPPED = Configs.of(Path.of(".."), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void anAxialSpinIsThatOfTheClosedFormToTheLastDigit() {
        var theory = SampleTheory.of(SHIPPED.sample("mn12ac-paper"));
        var spin = new AxialSpin(10, -0.5 * Constants.KELVIN_PER_WAVENUMBER, 2.05);

        assertThat(sudden(theory, 1, 0.1, 4)).isEqualTo(new SuddenLimit(spin, new Debye(38, 1)).finalKelvin(1, 0.1, 4));
        assertThat(theory.wells().main().spin()).isEqualTo(spin);
        assertThat(theory.validity().belowKelvin()).isInfinite();
    }

    /** physics.md §2.2: A = 0.548 K, B4 = 1.173e-3 K; B44 does next to nothing to eq. (9) at 4 K. */
    @Test
    void theFullMn12AcetateHasTheWellsOfItsAxialPart() {
        var theory = SampleTheory.of(SHIPPED.sample("mn12ac-full"));

        var spin = theory.wells().main().spin();

        assertThat(spin.anisotropyKelvin()).isCloseTo(-0.548, within(5e-4));
        assertThat(spin.quarticKelvin()).isCloseTo(1.173e-3, within(1e-6));
        assertThat(spin.g()).isEqualTo(1.94);
        assertThat(theory.leftOutOfTheWells()).containsExactly("B44");
        assertThat(sudden(theory, 1, 0.1, 4))
                .isNotEqualTo(new SuddenLimit(spin, theory.lattice()).finalKelvin(1, 0.1, 4))
                .isCloseTo(new SuddenLimit(spin, theory.lattice()).finalKelvin(1, 0.1, 4), within(1e-3));
    }

    @Test
    void theKineticsOfTheFullMn12AcetateHasAllOfIt() {
        var wells = SampleTheory.of(SHIPPED.sample("mn12ac-full")).wells();

        assertThat(wells.species()).hasSize(2);
        assertThat(wells.species().get(1).share()).isEqualTo(0.06);
        assertThat(wells.species().get(1).relaxation().barrierKelvin()).isEqualTo(23);
        assertThat(wells.main().resonances().resonances()).hasSize(4);
        assertThat(wells.dipolarTesla()).isEqualTo(0.03);
        var course = new TwoWells(wells, new Debye(38, 1), Surroundings.isolated())
                .predict(4, FieldHistory.ramp(1, 0.1, 0, 10), new double[] {0, 0.09, 10});
        assertThat(course.kelvin()[2]).isBetween(2.5, 3.5);
    }

    /** Singlet at −3J/4, triplet at J/4: Z = 1 + e^(−J/T) (1 + 2 cosh(β/T)), J = +5.23 K whatever the file's sign. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0, 4", "2, 1.5", "-3, 2"})
    void theDimerHasTheEntropyOfSingletAndTriplet(double tesla, double kelvin) {
        var theory = SampleTheory.of(SHIPPED.sample("cu-nitrate-dimer"));

        var entropy = value(theory, tesla, kelvin);

        var beta = 2.23 * Constants.BOHR_MAGNETON_KELVIN * tesla;
        var e = new double[] {0, 5.23, 5.23 + beta, 5.23 - beta};
        assertThat(entropy).isCloseTo(entropy(e, kelvin), within(1e-10));
    }

    /** Two doublets at −3J/4 and a quartet at 3J/4. */
    @ParameterizedTest
    @CsvSource({"0, 2", "0, 80", "1, 3"})
    void theRingHasTheEntropyOfTwoDoubletsAndAQuartet(double tesla, double kelvin) {
        var theory = SampleTheory.of(SHIPPED.sample("cu3-ring"));

        var entropy = value(theory, tesla, kelvin);

        var b = 2.1 * Constants.BOHR_MAGNETON_KELVIN * tesla;
        var up = 1.5 * 154;
        var e = new double[] {-b / 2, b / 2, -b / 2, b / 2, up - 1.5 * b, up - b / 2, up + b / 2, up + 1.5 * b};
        assertThat(entropy).isCloseTo(entropy(e, kelvin), within(1e-10));
    }

    /** Without a field a powder is like any of its crystals: a doublet, and D = 11.43 cm⁻¹ above it M = 0. */
    @Test
    void thePowderHasTheEntropyOfItsCrystalsWithoutAField() {
        var theory = SampleTheory.of(SHIPPED.sample("ni-scorpionate"));
        var d = 11.43 * Constants.KELVIN_PER_WAVENUMBER;

        assertThat(value(theory, 0, 6)).isCloseTo(entropy(new double[] {0, 0, d}, 6), within(1e-10));
        assertThat(theory.spins()
                        .values(spin -> new double[] {spin.at(1).entropy(2)})
                        .orientations())
                .isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ni-scorpionate|sample ni-scorpionate has no two-well kinetics: its file has no relaxation",
                "cu3-ring|sample cu3-ring has no two-well kinetics: its file has no relaxation",
            })
    void saysWhyASampleHasNoKinetics(String name, String why) {
        assertThatThrownBy(() -> SampleTheory.of(SHIPPED.sample(name)).wells())
                .isInstanceOf(UnfitSampleException.class)
                .hasMessage(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: powder, tolerance: 1 mK|the crystals of a powder have no barrier in common",
                "kind: single, theta: 30 deg|the field is 30 deg from the z axis, at most 20 deg can be told",
                "kind: mosaic, spread: 15 deg, tolerance: 1 mK|the mosaic spreads by 15 deg, at most 10 deg can be told",
            })
    void refusesWellsWhereTheFieldIsFarFromTheAxis(String orientation, String why) {
        var theory = edited(
                "mn12ac-full",
                "g-parallel: 1.94",
                "g: 1.94",
                "lattice:",
                "orientation: { " + orientation + ", source: mine }\nlattice:");

        assertThat(theory.whyNoWells()).contains(why);
    }

    @Test
    void aTiltedSpinFeelsTheFieldAlongItsAxis() {
        var theory = edited(
                "mn12ac-full",
                "g-parallel: 1.94",
                "g: 1.94",
                "lattice:",
                "orientation: { kind: single, theta: 10 deg, source: mine }\nlattice:");

        assertThat(theory.wells().main().spin().g()).isCloseTo(1.94 * Math.cos(Math.toRadians(10)), within(1e-12));
    }

    @Test
    void refusesWellsWithoutAnEasyAxis() {
        assertThat(edited("mn12ac-paper", "D: -0.5", "D: 0.5", "", "")
                        .whyNoWells()
                        .orElseThrow())
                .startsWith("it needs an easy axis, D below 0 K");
    }

    private SampleTheory edited(String name, String first, String instead, String second, String insteadOfIt) {
        try {
            var text = Files.readString(Path.of("../config/samples/" + name + ".yaml"));
            var file = folder.resolve(name + ".yaml");
            Files.writeString(file, text.replace(first, instead).replaceFirst("(?m)^" + second, insteadOfIt));
            return SampleTheory.of(Configs.of(folder, Optional.empty()).sample(file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double sudden(SampleTheory theory, double bi, double bf, double ti) {
        return theory.spins()
                .values(spin -> new double[] {new SuddenLimit(spin, theory.lattice()).finalKelvin(bi, bf, ti)})
                .values()[0];
    }

    private static double value(SampleTheory theory, double tesla, double kelvin) {
        return theory.spins()
                .values(spin -> new double[] {spin.at(tesla).entropy(kelvin)})
                .values()[0];
    }

    /** In kB, of levels counted one by one. */
    private static double entropy(double[] energies, double kelvin) {
        double z = 0, u = 0;
        for (var e : energies) {
            z += Math.exp(-e / kelvin);
            u += e * Math.exp(-e / kelvin);
        }
        return Math.log(z) + u / z / kelvin;
    }
}
