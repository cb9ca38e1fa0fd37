package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateTest {

    @TempDir
    Path folder;

    @Test
    void saysWhatEachGoodFileIs() {
        var terminal = Terminal.fieldfall(
                "validate",
                "config/samples/mn12ac-paper.yaml",
                "config/rigs/twin.yaml",
                "config/protocols/first-shot.yaml");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out().lines())
                .containsExactly(
                        "config/samples/mn12ac-paper.yaml: ok, a sample",
                        "config/rigs/twin.yaml: ok, a rig",
                        "config/protocols/first-shot.yaml: ok, a protocol");
    }

    @Test
    void remarksOnWhatIsAllowedAndOdd() {
        var terminal = Terminal.fieldfall("validate", "config/samples/fe8.yaml");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out().lines())
                .hasSize(2)
                .startsWith("config/samples/fe8.yaml: ok, a sample")
                .last()
                .asString()
                .contains("remark: ")
                .contains("spin.E: E/D is below zero");
    }

    @Test
    void reportsTheProblemsOfAllFilesTogether() throws IOException {
        var nameless = Files.writeString(folder.resolve("nameless.yaml"), "name: x\n");
        var strange = Files.writeString(folder.resolve("strange.yaml"), "schema: fieldfall/magnet/1\n");
        var broken = Files.writeString(folder.resolve("broken.yaml"), "name: [x\n");

        var terminal = Terminal.fieldfall("validate", nameless.toString(), strange.toString(), broken.toString());

        var schemas = "fieldfall/page/1 or fieldfall/protocol/1 or fieldfall/rig/1 or fieldfall/sample/1";
        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err().lines())
                .startsWith(
                        "fieldfall: configuration: 3 problems",
                        "  " + nameless + ": schema: came nothing, due " + schemas,
                        "  " + strange + ":1: schema: came \"fieldfall/magnet/1\" (unknown word), due " + schemas)
                .last()
                .asString()
                .startsWith("  " + broken + ":2: came malformed YAML");
    }

    @Test
    void aProtocolHasToNameASampleAndARigThatAreThere() throws IOException {
        var text = Files.readString(Path.of("..", "config", "protocols", "first-shot.yaml"))
                .replaceFirst("rig: \\S+", "rig: twn");
        var protocol = Files.writeString(folder.resolve("shot.yaml"), text);

        var terminal = Terminal.fieldfall("validate", protocol.toString());

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err())
                .contains(
                        "rigs/twn.yaml: came no such file, due one of example-lab, twin, twin-bias-field, twin-dmm6500, twin-fast-ps, twin-lakeshore-336, twin-lakeshore-372, twin-levels, twin-sr865a, twin-two-instruments, twin-with-source (nearest: twin)");
    }

    @Test
    void aRigIsNotOkWithoutItsCalibration() throws IOException {
        var curve = Files.writeString(folder.resolve("curve.340"), "hello world\n");
        var text = Files.readString(Path.of("..", "config", "rigs", "twin.yaml"))
                .replace("../calibrations/cx1050-typical.340", "curve.340");
        var rig = Files.writeString(folder.resolve("rig.yaml"), text);

        var terminal = Terminal.fieldfall("validate", rig.toString());

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).startsWith("fieldfall: " + curve + ": line 1: \"hello world\" is neither");
    }
}
