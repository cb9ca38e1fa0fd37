package org.fieldfall.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.sample.UnfitSampleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinCrystalTest {

    @TempDir
    Path folder;

    @Test
    void takesTheAxialPartWithItsFourthOrder() {
        var crystal = TwinCrystal.of(shipped("mn12ac-full"));

        assertThat(crystal.anisotropyKelvin()).isCloseTo(-0.548, within(5e-4));
        assertThat(crystal.quarticKelvin()).isCloseTo(1.173e-3, within(1e-6));
        assertThat(crystal.g()).isEqualTo(1.94);
        assertThat(crystal.barrierKelvin()).isEqualTo(61.5);
    }

    @Test
    void saysWhatItsCrystalHasNot() {
        assertThat(TwinCrystal.leftOut(shipped("mn12ac-full")))
                .containsExactly("tunnelling resonances", "dipolar field", "fast species");
        assertThat(TwinCrystal.leftOut(shipped("mn12ac-experiment"))).isEmpty();
    }

    @Test
    void refusesASampleWithoutWells() {
        var dimer = shipped("cu-nitrate-dimer");

        assertThatThrownBy(() -> TwinCrystal.of(dimer))
                .isInstanceOf(UnfitSampleException.class)
                .hasMessageContaining("no two-well kinetics");
    }

    @Test
    void refusesAnotherLattice() throws IOException {
        var text = Files.readString(Path.of("../config/samples/mn12ac-paper.yaml"));
        var file = folder.resolve("two.yaml");
        Files.writeString(file, text.replace("  debye:", "  einstein: { temperature: 60 K, modes: 3 }\n  debye:"));
        var sample = Configs.of(folder, Optional.empty()).sample(file.toString());

        assertThatThrownBy(() -> TwinCrystal.of(sample))
                .isInstanceOf(UnfitSampleException.class)
                .hasMessageContaining("one Debye lattice and nothing else");
    }

    private static SampleConfig shipped(String name) {
        return Configs.of(Path.of(".."), Optional.empty()).sample(name);
    }
}
