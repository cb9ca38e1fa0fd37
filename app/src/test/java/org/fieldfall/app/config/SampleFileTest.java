package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldfall.app.config.SampleConfig.Lattice.Debye;
import org.fieldfall.app.config.SampleConfig.Lattice.Einstein;
import org.fieldfall.app.config.SampleConfig.Orientation;
import org.fieldfall.app.config.SampleConfig.Relaxation.Resonance;
import org.fieldfall.app.config.SpinConfig.Cluster;
import org.fieldfall.app.config.SpinConfig.Coupling;
import org.fieldfall.app.config.SpinConfig.Giant;
import org.fieldfall.app.config.SpinConfig.Stevens;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sample file may hold beyond an axial spin on a Debye lattice. */
class SampleFileTest {

    private static final String HEAD = """
            schema: fieldfall/sample/1
            name: mine
            molar-mass: 500 g/mol
            mass: 2 mg
            """;

    private static final String LATTICE = """
            lattice:
              debye: { temperature: 38 K, units: 1 }
              source: mine
            """;

    @TempDir
    Path folder;

    @Test
    void readsAllTermsOfAGiantSpin() {
        var giant = giant("""
                spin:
                  S: 10
                  D: -0.0570 meV
                  E: 6.8e-4 meV
                  stevens: { convention: stevens, B40: -2.78e-6 meV, B4-3: 30 MHz, B66: 1e-9 cm-1 }
                  g: { x: 1.95, y: 1.96, z: 2.0, axes: { alpha: 30 deg, beta: 0.1 rad } }
                  source: mine
                """);

        assertThat(giant.anisotropyKelvin()).isCloseTo(-0.0570 * 11.604518, within(1e-7));
        assertThat(giant.rhombicKelvin()).isCloseTo(6.8e-4 * 11.604518, within(1e-9));
        assertThat(giant.terms()).extracting(Stevens::k).containsExactly(4, 4, 6);
        assertThat(giant.terms()).extracting(Stevens::q).containsExactly(0, -3, 6);
        assertThat(giant.terms().get(1).kelvin()).isCloseTo(0.030 * 0.04799243, within(1e-9));
        assertThat(giant.g().y()).isEqualTo(1.96);
        assertThat(giant.g().alphaRadians()).isCloseTo(Math.PI / 6, within(1e-15));
        assertThat(giant.g().isAcrossKnown()).isTrue();
    }

    @Test
    void takesB20ForAThirdOfDAndB22ForE() {
        var giant = giant("""
                spin:
                  S: 2
                  stevens: { convention: stevens, B20: -1 K, B22: 0.1 K }
                  g: 2
                  source: mine
                """);

        assertThat(giant.anisotropyKelvin()).isEqualTo(-3);
        assertThat(giant.rhombicKelvin()).isEqualTo(0.1);
        assertThat(giant.terms()).isEmpty();
    }

    @Test
    void aSpinOneHalfNeedsNoAnisotropy() {
        assertThat(giant("spin: { S: 0.5, g: 2, source: mine }").anisotropyKelvin())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"'+J S.S', 3", "'-J S.S', -3", "'-2J S.S', -6"})
    void turnsEachConventionOfExchangeIntoPlusJ(String convention, double kelvin) {
        var cluster = (Cluster) read("""
                cluster:
                  ions:
                    - { name: Mn, S: 2, D: -3 K, g-parallel: 1.9, g-perpendicular: 2 }
                    - { name: Cu, S: 0.5, g: 2.2 }
                  exchange: { convention: "%s", couplings: [ { between: "Cu, Mn", J: 3 K } ] }
                  source: mine
                """.formatted(convention) + LATTICE).spin();

        assertThat(cluster.couplings()).containsExactly(new Coupling(1, 0, kelvin));
        assertThat(cluster.ions().get(0).anisotropyKelvin()).isEqualTo(-3);
        assertThat(cluster.ions().get(0).g().x()).isEqualTo(2);
    }

    @Test
    void addsUpALatticeOfSeveralParts() {
        EditedFile.write(folder, "c.csv", """
                # Cp of the diamagnetic twin
                temperature (K), C (mJ/(mol K))
                2, 300

                4, 2400
                """);

        var lattice = read("""
                spin: { S: 1, D: 1 K, g: 2, source: mine }
                lattice:
                  debye:
                    - { temperature: 38 K, units: 1 }
                    - { temperature: 90 K, units: 2.5 }
                  einstein: { temperature: 60 K, modes: 3 }
                  table: c.csv
                  source: mine
                """).lattice();

        assertThat(lattice.debye()).containsExactly(new Debye(38, 1), new Debye(90, 2.5));
        assertThat(lattice.einstein()).containsExactly(new Einstein(60, 3));
        assertThat(lattice.table().orElseThrow().kelvin()).containsExactly(2.0, 4.0);
        assertThat(lattice.table().orElseThrow().joulePerMoleKelvin()).containsExactly(0.3, 2.4);
    }

    @Test
    void readsAMosaic() {
        var sample = read("""
                spin: { S: 1, D: 1 K, g: 2, source: mine }
                orientation: { kind: mosaic, theta: 10 deg, spread: 2 deg, tolerance: 0.1 mK, source: mine }
                """ + LATTICE);

        var orientation = sample.orientation().orElseThrow();
        assertThat(orientation.kind()).isEqualTo(Orientation.Kind.MOSAIC);
        assertThat(orientation.thetaRadians()).isCloseTo(Math.PI / 18, within(1e-15));
        assertThat(orientation.phiRadians()).isZero();
        assertThat(orientation.toleranceKelvin()).isEqualTo(1e-4);
    }

    @Test
    void readsAllOfTheFullMn12Acetate() {
        var sample = Configs.of(Path.of(".."), Optional.empty()).sample("mn12ac-full");

        var law = sample.relaxation().orElseThrow();
        assertThat(law.resonances().orElseThrow().at())
                .hasSize(4)
                .contains(new Resonance(0, 2.5, 0.05), new Resonance(0.443, 1.5, 0.05));
        assertThat(law.dipolar().orElseThrow().lambdaTesla()).isEqualTo(0.03);
        assertThat(law.fastSpecies().orElseThrow().share()).isEqualTo(0.06);
        assertThat(sample.validBelow().orElseThrow().kelvin()).isEqualTo(10);
        assertThat(sample.remarks()).isEmpty();
    }

    @Test
    void movesEachNumberThatHasASpreadByItAlone() {
        var sample = read("""
                spin:
                  S: 10
                  D: -0.5 K ± 2 %
                  stevens: { convention: stevens, B40: -3e-5 K +- 1e-6 K }
                  g-parallel: 2 ± 0.1
                  source: mine
                lattice:
                  debye: [ { temperature: 38 K ± 1 K, units: 1 }, { temperature: 90 K, units: 2 } ]
                  source: mine
                relaxation: { barrier: 60 K, tau0: 2e-7 s ± 10 %, source: mine }
                """);

        assertThat(sample.moved()).hasSize(5);
        assertThat(sample.moved())
                .extracting(SampleFileTest::numbers)
                .containsExactly(
                        List.of(-0.49, -3e-5, 2.0, 38.0, 2e-7),
                        List.of(-0.5, -2.9e-5, 2.0, 38.0, 2e-7),
                        List.of(-0.5, -3e-5, 2.1, 38.0, 2e-7),
                        List.of(-0.5, -3e-5, 2.0, 39.0, 2e-7),
                        List.of(-0.5, -3e-5, 2.0, 38.0, 2.2e-7));
    }

    /** Nine digits. */
    private static List<Double> numbers(SampleConfig sample) {
        var giant = (Giant) sample.spin();
        return Stream.of(
                        giant.anisotropyKelvin(),
                        giant.terms().get(0).kelvin(),
                        giant.g().z(),
                        sample.lattice().debye().get(0).kelvin(),
                        sample.relaxation().orElseThrow().tau0Seconds())
                .map(value -> new BigDecimal(value).round(new MathContext(9)).doubleValue())
                .toList();
    }

    @Test
    void turnsTheBarrierAboutTheTemperatureWhereTauIsBestKnown() {
        var file = """
                spin: { S: 10, D: -0.7 K, g: 2, source: mine }
                %srelaxation: { barrier: 60 K ± 2 K, tau0: 2e-7 s%s, source: mine }
                """;

        var turned = read(file.formatted(LATTICE, ", best-known-at: 4 K"));
        var alone = read(file.formatted(LATTICE, ""));

        assertThat(moved(turned).seconds(4) / law(turned).seconds(4)).isCloseTo(1, within(1e-12));
        assertThat(moved(turned).seconds(2) / law(turned).seconds(2))
                .isCloseTo(Math.exp(2 / 2.0 - 2 / 4.0), within(1e-9));
        assertThat(moved(alone).seconds(2) / law(alone).seconds(2)).isCloseTo(Math.exp(2 / 2.0), within(1e-9));
    }

    private static Arrhenius moved(SampleConfig sample) {
        assertThat(sample.moved()).hasSize(1);
        return law(sample.moved().get(0));
    }

    private static Arrhenius law(SampleConfig sample) {
        var law = sample.relaxation().orElseThrow();
        return new Arrhenius(law.barrierKelvin(), law.tau0Seconds());
    }

    @Test
    void remarksOnAxesThatAreNotNamedAsUsual() {
        var steep = read("spin: { S: 1, D: -3 K, E: -1.2 K, g: 2, source: mine }\n" + LATTICE);
        var swapped = read("spin: { S: 1, D: -3 K, E: 0.5 K, g: 2, source: mine }\n" + LATTICE);

        assertThat(steep.remarks()).singleElement().asString().contains("mine.yaml:5: spin.E: |E| is above |D|/3");
        assertThat(swapped.remarks()).singleElement().asString().contains("spin.E: E/D is below zero");
    }

    private Giant giant(String spin) {
        return (Giant) read(spin + "\n" + LATTICE).spin();
    }

    private SampleConfig read(String text) {
        var file = EditedFile.write(folder, "mine.yaml", HEAD + text);
        return Configs.of(folder, Optional.empty()).sample(file.toString());
    }
}
