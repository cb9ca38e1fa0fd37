package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said on the lines of a check is kept, played in place of the instruments, and says so. */
class CaptureIT {

    private static Path captures = Path.of("");

    @TempDir
    private Path folder;

    @BeforeAll
    static void captureACheckOfTheTwin(@TempDir Path shared) {
        captures = shared.resolve("captures");
        var terminal = check("twin", "2", "--capture-wire", captures.toString());
        assertThat(terminal.exitCode()).as(terminal.out()).isZero();
    }

    @Test
    void theSameCheckIsPlayedFromAFileForEachInstrumentAndMarkedReplay() throws Exception {
        try (var files = Files.list(captures)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "cryostat.wire", "meter.wire", "monitor.wire", "replay.yaml", "supply.wire", "switch.wire");
        }

        var terminal = check(captures.resolve("replay.yaml").toString(), "2");

        var report = json(terminal);
        assertThat(terminal.exitCode()).as(terminal.out()).isZero();
        assertThat(report.get("source").asText()).isEqualTo("replay");
        assertThat(report.get("roles"))
                .hasSize(6)
                .allSatisfy(role -> assertThat(role.get("resource").asText())
                        .startsWith("replay:" + captures)
                        .endsWith(".wire"));
    }

    @Test
    void aCheckThatAsksMoreThanWasAskedSaysWhereItDeparts() throws Exception {
        var terminal = check(captures.resolve("replay.yaml").toString(), "3");

        assertThat(terminal.exitCode()).isNotZero();
        assertThat(terminal.out())
                .contains("supply (replay:" + captures.resolve("supply.wire") + "): was told \\\"")
                .contains("of the capture holds", "which the capture does not hold; it is at its end");
    }

    @Test
    void aRunThatDepartsFromItsCaptureFailsAndItsRecordIsMarkedReplay() throws Exception {
        var terminal = Terminal.fieldfall(
                "run",
                "first-shot",
                "--json",
                "--rig",
                captures.resolve("replay.yaml").toString(),
                "--runs",
                folder.resolve("runs").toString());

        var summary = json(terminal);
        assertThat(summary.get("source").asText()).isEqualTo("replay");
        assertThat(summary.get("status").asText()).isEqualTo("failed");
        assertThat(terminal.err()).contains("REPLAY", "(replay:", "was told");
        var manifest = new ObjectMapper()
                .readTree(Path.of(summary.get("run_folder").asText())
                        .resolve("manifest.json")
                        .toFile());
        assertThat(manifest.get("run").get("source").asText()).isEqualTo("replay");
    }

    @Test
    void aFolderThatHoldsACaptureIsNotWrittenTo() {
        var terminal = check("twin", "1", "--capture-wire", captures.toString());

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(terminal.err()).contains("--capture-wire: the folder " + captures + " is not empty");
    }

    @Test
    void aFileThatIsNoCaptureIsNamedAndNothingIsOpened() throws Exception {
        var rig = Files.readString(captures.resolve("replay.yaml")).replace("supply.wire", "broken.wire");
        var file = Files.writeString(captures.resolve("broken.yaml"), rig);
        Files.writeString(captures.resolve("broken.wire"), "hello\n");

        var terminal = check(file.toString(), "1");

        Files.delete(file);
        Files.delete(captures.resolve("broken.wire"));
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(terminal.err()).contains(captures.resolve("broken.wire") + " is no capture");
    }

    private static Terminal check(String rig, String questions, String... more) {
        var arguments = new ArrayList<>(List.of("check", "--json", "--rig", rig, "--questions", questions));
        arguments.addAll(List.of(more));
        return Terminal.fieldfall(arguments.toArray(String[]::new));
    }

    private static JsonNode json(Terminal terminal) throws Exception {
        return new ObjectMapper().readTree(terminal.out());
    }
}
