package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A protocol that cannot be read or cannot be done: exit code 2, every fault in one message, nothing opened. */
class BadProtocolTest {

    private static final Path CONFIG = Path.of("..", "config").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void refusesARateThatTheSupplyCannotReach() throws IOException {
        var said = refusal(shot().replace("rate: 10 T/s   ", "rate: 11.9 T/s   "), "5 V");

        assertThat(said).contains("refused, 1 reason").contains("rate: 11.9").contains("compliance is 5 V");
    }

    @Test
    void refusesAFinalFieldBeyondTheLimitsAndAWrongTemperatureTogether() throws IOException {
        var said = refusal(
                shot().replace("final-field: 0.1 T", "final-field: 1.4 T")
                        .replace("initial-temperature: 4.0 K", "initial-temperature: 25 K"),
                "10 V");

        assertThat(said)
                .contains("refused, 2 reasons")
                .contains("final-field: 1.4")
                .contains("initial-temperature: 25");
    }

    @Test
    void namesEveryFaultOfAFileThatCannotBeRead() throws IOException {
        var file = Files.writeString(
                folder.resolve("bad.yaml"),
                shot().replace("rate: 10 T/s   ", "rate: 10 K/s   ")
                        .replace("relax: 600 s", "relaxx: 600 s")
                        .replace("initial-field: 1 T", "initial-field: 1 K"));

        var typed = Terminal.fieldfall("dry-run", file.toString(), "--runs", runs());

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err())
                .contains("4 problems")
                .contains("initial-field: came \"1 K\" (wrong unit K)")
                .contains("rate: came \"10 K/s\"")
                .contains("relax: came nothing")
                .contains("relaxx: came an unknown key")
                .doesNotContain("\tat ");
        assertNothingHappened(typed);
    }

    @Test
    void saysThatAFileIsMissing() throws IOException {
        var typed = Terminal.fieldfall("dry-run", folder.resolve("none.yaml").toString(), "--runs", runs());

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("none.yaml").contains("no such file").doesNotContain("\tat ");
        assertNothingHappened(typed);
    }

    @Test
    void saysWhereAFileIsNoYaml() throws IOException {
        var file = Files.writeString(folder.resolve("torn.yaml"), "schema: fieldfall/protocol/1\nname: [torn\n");

        var typed = Terminal.fieldfall("dry-run", file.toString(), "--runs", runs());

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("torn.yaml:").doesNotContain("\tat ", "Exception");
        assertNothingHappened(typed);
    }

    /** Of a real rig whose lines do not exist: the refusal must come before anything is opened. */
    private String refusal(String protocol, String compliance) throws IOException {
        var text = Files.readString(CONFIG.resolve("rigs").resolve("twin-two-instruments.yaml"))
                .replaceFirst("source: simulator", "source: rig")
                .replaceFirst("resource: simulated", "resource: ASRL/dev/ttyNowhere7::INSTR")
                .replaceFirst("resource: simulated", "resource: TCPIP0::127.0.0.1::9::SOCKET")
                .replace("compliance: 10 V", "compliance: " + compliance)
                .replace("../calibrations", CONFIG.resolve("calibrations").toString());
        var rigFile = Files.writeString(folder.resolve("rig.yaml"), text);
        var file = Files.writeString(folder.resolve("shot.yaml"), protocol);

        var typed = Terminal.fieldfall("run", file.toString(), "--rig", rigFile.toString(), "--runs", runs());

        assertThat(typed.exitCode()).as(typed.err()).isEqualTo(2);
        assertThat(typed.err()).doesNotContain("\tat ", "Exception");
        assertNothingHappened(typed);
        return typed.err();
    }

    private void assertNothingHappened(Terminal typed) {
        assertThat(typed.out()).isEmpty();
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    private String runs() {
        return folder.resolve("runs").toString();
    }

    private static String shot() throws IOException {
        return Files.readString(CONFIG.resolve("protocols").resolve("first-shot.yaml"));
    }
}
