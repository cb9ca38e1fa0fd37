package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    private static final Path CONFIG = Path.of("..", "config").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void refusesToAskNothing() {
        var terminal = Terminal.fieldfall("check", "--questions", "0");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("fieldfall: check: --questions is 1 to 10000, not 0\n");
    }

    @Test
    void anUnknownRigIsAnErrorOfConfiguration() {
        var terminal = Terminal.fieldfall("check", "--rig", "twn");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).contains("rigs/twn.yaml: came no such file").contains("(nearest: twin)");
    }

    /** Nothing listens on one line and the other says nothing: both are told, in their order. */
    @Test
    void aLineThatIsAbsentDoesNotSpareTheNext() throws Exception {
        try (var silent = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
            var rig = rig("ASRL/dev/no-such-port::INSTR", socket(silent.getLocalPort()));

            var terminal = Terminal.fieldfall("check", "--rig", rig.toString(), "--json");
            var report = new ObjectMapper().readTree(terminal.out());

            assertThat(terminal.exitCode()).isEqualTo(5);
            assertThat(report.get("verdict").asText()).isEqualTo("no_answer");
            assertThat(report.get("roles")).hasSize(2);
            assertThat(silence(report, 0)).contains("/dev/no-such-port");
            assertThat(silence(report, 1)).contains("*IDN?").contains("meter (TCPIP0");
            assertThat(report.get("roles").get(1).get("identity").isNull()).isTrue();
        }
    }

    @Test
    void printsTheReportForPeople() throws Exception {
        var rig = rig("ASRL/dev/no-such-port::INSTR", socket(closedPort()));

        var terminal = Terminal.fieldfall("check", "--rig", rig.toString());

        assertThat(terminal.exitCode()).isEqualTo(5);
        assertThat(terminal.out().lines())
                .contains("field-supply  (supply, ASRL/dev/no-such-port::INSTR)")
                .contains("  ok      current      max-current 12 A; due at least 11 A for limits.field")
                .anyMatch(line -> line.startsWith("  SILENT  line"))
                .endsWith("verdict: an instrument did not answer");
    }

    /** What the file asks of its instruments is compared whether they answer or not. */
    @Test
    void saysWhatTheLimitsAskBeyondTheInstruments() throws Exception {
        var rig = rig("ASRL/dev/no-such-port::INSTR", socket(closedPort()));
        Files.writeString(
                rig,
                Files.readString(rig)
                        .replace("compliance: 10 V", "compliance: 5 V")
                        .replace("max-current: 12 A", "max-current: 10 A")
                        .replace("range: 100 mV", "range: 1 mV")
                        .replace("temperature: 1.5 K to 20 K", "temperature: 1 mK to 20 K"));

        var terminal = Terminal.fieldfall("check", "--rig", rig.toString(), "--json");
        var report = new ObjectMapper().readTree(terminal.out());

        assertThat(verdicts(report.get("roles").get(0)))
                .containsEntry("voltage", "misfit")
                .containsEntry("current", "misfit");
        assertThat(verdicts(report.get("roles").get(1)))
                .containsEntry("curve", "misfit")
                .containsEntry("range", "misfit");
    }

    private Path rig(String supply, String meter) throws IOException {
        var text = Files.readString(CONFIG.resolve("rigs/twin-two-instruments.yaml"))
                .replaceFirst("resource: simulated", "resource: " + supply)
                .replaceFirst("resource: simulated", "resource: " + meter)
                .replace("reply-deadline: 2 s", "reply-deadline: 0.2 s")
                .replace("../calibrations", CONFIG.resolve("calibrations").toString());
        return Files.writeString(folder.resolve("rig.yaml"), text);
    }

    private static String socket(int port) {
        return "TCPIP0::127.0.0.1::" + port + "::SOCKET";
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String silence(JsonNode report, int role) {
        for (var finding : report.get("roles").get(role).get("findings")) {
            if (finding.get("verdict").asText().equals("no_answer")) {
                return finding.get("came").asText();
            }
        }
        throw new AssertionError("it answered: " + report);
    }

    private static Map<String, String> verdicts(JsonNode role) {
        var verdicts = new HashMap<String, String>();
        role.get("findings")
                .forEach(finding -> verdicts.put(
                        finding.get("what").asText(), finding.get("verdict").asText()));
        return verdicts;
    }
}
