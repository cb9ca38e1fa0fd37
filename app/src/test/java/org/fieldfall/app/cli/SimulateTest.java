package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.5", "51", "NaN"})
    void refusesASpeedTheWorldCannotGo(String speed) {
        var terminal = Terminal.fieldfall("simulate", "--speed", speed);

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).startsWith("fieldfall: simulate: --speed is 1 to 50, not ");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void refusesARigOfRealInstruments() {
        var terminal = Terminal.fieldfall("simulate", "--rig", "example-lab");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo("fieldfall: simulate: the instruments of rig example-lab are not simulated\n");
    }

    @Test
    void refusesToWriteWhereItCannotBeforeAnythingStarts(@TempDir Path folder) {
        var absent = folder.resolve("absent").resolve("rig.yaml");

        for (var file : List.of(absent, folder)) {
            var terminal = Terminal.fieldfall("simulate", "--write-rig", file.toString());

            assertThat(terminal.exitCode()).isEqualTo(2);
            assertThat(terminal.err())
                    .isEqualTo("fieldfall: simulate: --write-rig cannot write " + file
                            + ": due is a file in a folder that is there\n");
            assertThat(terminal.out()).isEmpty();
        }
    }

    @Test
    void theHelpTellsTheTwoClocksApart() {
        var terminal = Terminal.fieldfall("simulate", "--help");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("wall clock", "--speed", "--write-rig");
    }
}
