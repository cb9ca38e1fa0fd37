package org.fieldfall.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.CrystalConfig;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.sample.UnfitSampleException;
import org.fieldfall.protocols.theory.level.StevensTerm;
import org.fieldfall.simulator.SampleForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinCrystalTest {

    private static final CrystalConfig TWO_WELLS = new CrystalConfig.TwoWells();

    @TempDir
    Path folder;

    @Test
    void takesTheAxialPartWithItsFourthOrder() {
        var crystal = TwinCrystal.of(shipped("mn12ac-full"), TWO_WELLS);

        assertThat(crystal.anisotropyKelvin()).isCloseTo(-0.548, within(5e-4));
        assertThat(crystal.quarticKelvin()).isCloseTo(1.173e-3, within(1e-6));
        assertThat(crystal.g()).isEqualTo(1.94);
        assertThat(crystal.barrierKelvin()).isEqualTo(61.5);
    }

    @Test
    void saysWhatItsCrystalHasNot() {
        assertThat(TwinCrystal.leftOut(shipped("mn12ac-full"), TWO_WELLS))
                .containsExactly("tunnelling resonances", "dipolar field", "fast species");
        assertThat(TwinCrystal.leftOut(shipped("mn12ac-experiment"), TWO_WELLS)).isEmpty();
        assertThat(TwinCrystal.leftOut(shipped("mn12ac-full"), levels()))
                .containsExactly("relaxation time of the sample file");
        assertThat(TwinCrystal.leftOut(shipped("mn12ac-full"), new CrystalConfig.None()))
                .containsExactly("spins");
    }

    @Test
    void takesTheWholeHamiltonianForItsLevelsAndWhatElseTheFileHas() {
        var form = (SampleForm.Levels)
                TwinCrystal.of(shipped("mn12ac-full"), levels()).form();

        assertThat(form.terms()).singleElement().satisfies(term -> {
            assertThat(term.k()).isEqualTo(4);
            assertThat(term.q()).isEqualTo(4);
            assertThat(term.kelvin()).isCloseTo(3e-5 * 1.438776877, within(1e-12));
        });
        assertThat(form.soundMetresPerSecond()).isEqualTo(2000);
        assertThat(form.dipolarTesla()).isEqualTo(0.03);
        assertThat(form.fast()).contains(new SampleForm.Fast(0.06, 23, 2.1e-7));
    }

    @Test
    void tunnelsByTheRigsTermWhereTheSampleHasNone() {
        var axial = (SampleForm.Levels)
                TwinCrystal.of(shipped("mn12ac-experiment"), levels()).form();
        var rhombic =
                (SampleForm.Levels) TwinCrystal.of(shipped("fe8"), levels()).form();

        assertThat(axial.terms()).hasSize(1);
        assertThat(axial.fast()).isEmpty();
        assertThat(axial.dipolarTesla()).isZero();
        assertThat(rhombic.terms()).contains(new StevensTerm(2, 2, 0.046), new StevensTerm(4, 4, 8.6e-6));
    }

    @Test
    void refusesASampleWithoutWells() {
        var dimer = shipped("cu-nitrate-dimer");

        assertThatThrownBy(() -> TwinCrystal.of(dimer, TWO_WELLS))
                .isInstanceOf(UnfitSampleException.class)
                .hasMessageContaining("no two-well kinetics");
    }

    @Test
    void refusesAnotherLattice() throws IOException {
        var text = Files.readString(Path.of("../config/samples/mn12ac-paper.yaml"));
        var file = folder.resolve("two.yaml");
        Files.writeString(file, text.replace("  debye:", "  einstein: { temperature: 60 K, modes: 3 }\n  debye:"));
        var sample = Configs.of(folder, Optional.empty()).sample(file.toString());

        assertThatThrownBy(() -> TwinCrystal.of(sample, TWO_WELLS))
                .isInstanceOf(UnfitSampleException.class)
                .hasMessageContaining("one Debye lattice and nothing else");
    }

    private static CrystalConfig levels() {
        return Configs.of(Path.of(".."), Optional.empty())
                .rig("twin-levels")
                .simulation()
                .orElseThrow()
                .crystal();
    }

    private static SampleConfig shipped(String name) {
        return Configs.of(Path.of(".."), Optional.empty()).sample(name);
    }
}
