package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The simulated rig and its user in two processes. */
class SimulateIT {

    @TempDir
    Path folder;

    @Test
    void anotherProcessFindsTheWholeRigBehindTheFileItWrote() throws Exception {
        try (var rig = SimulatedProcess.start(folder, "--rig", "twin")) {
            var terminal = Terminal.fieldfall(
                    "check",
                    "--json",
                    "--questions",
                    "3",
                    "--rig",
                    rig.rigFile().toString());
            var report = json(terminal);

            assertThat(terminal.exitCode()).isZero();
            assertThat(report.get("source").asText()).isEqualTo("simulator");
            assertThat(report.get("roles"))
                    .extracting(role -> role.get("role").asText())
                    .containsExactly(
                            "field-supply",
                            "sample-thermometer",
                            "field-monitor",
                            "bath",
                            "heat-switch",
                            "sample-heater");
            assertThat(report.get("roles"))
                    .extracting(role -> role.get("resource").asText())
                    .filteredOn(resource -> resource.startsWith("ASRL/dev/pts/"))
                    .hasSize(4);
            assertThat(rig.output()).contains("field-supply -> ASRL/dev/pts/", "SIMULATOR running");
            assertThat(rig.stopped()).isZero();
        }
    }

    @Test
    void aRunInAnotherProcessIsMarkedSimulator() throws Exception {
        try (var rig = SimulatedProcess.start(folder, "--rig", "twin-two-instruments")) {
            var terminal = Terminal.fieldfall(
                    "run",
                    shortProtocol().toString(),
                    "--json",
                    "--rig",
                    rig.rigFile().toString(),
                    "--runs",
                    folder.resolve("runs").toString());
            var summary = json(terminal);

            assertThat(terminal.exitCode()).isZero();
            assertThat(summary.get("source").asText()).isEqualTo("simulator");
            assertThat(summary.get("status").asText()).isEqualTo("success");
            // From a crystal that still drifts and without a monitor the rate is poorly known, and says so.
            assertThat(summary.get("rate_achieved_t_per_s").doubleValue())
                    .isCloseTo(
                            10,
                            within(5
                                    * summary.get("rate_achieved_sigma_t_per_s").doubleValue()));
            assertThat(summary.get("points")).hasSize(2);
            assertThat(rig.stopped()).isZero();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
    void aRunAgainstItSaysWhatADryRunSays() throws Exception {
        var runs = folder.resolve("runs").toString();
        var dry = json(
                Terminal.fieldfall("dry-run", "first-shot", "--rig", "twin-two-instruments", "--json", "--runs", runs));
        try (var rig = SimulatedProcess.start(folder, "--rig", "twin-two-instruments")) {
            var run = json(Terminal.fieldfall(
                    "run", "first-shot", "--json", "--rig", rig.rigFile().toString(), "--runs", runs));

            assertThat(run.get("status")).isEqualTo(dry.get("status"));
            for (int i = 0; i < dry.get("points").size(); i++) {
                var there = dry.get("points").get(i);
                var here = run.get("points").get(i);
                var sigma = Math.hypot(measured(there, "sigma_k"), measured(here, "sigma_k"));
                assertThat(Math.abs(measured(here, "delta_t_k") - measured(there, "delta_t_k")))
                        .isLessThan(3 * sigma);
            }
        }
    }

    private static double measured(JsonNode point, String what) {
        return point.get("measured_" + what).doubleValue();
    }

    /** Nothing is waited for: a drift and a start that first-shot would not accept. */
    private Path shortProtocol() throws Exception {
        var text = Files.readString(Path.of("..", "config", "protocols", "first-shot.yaml"))
                .replace("settle: 60 s", "settle: 0 s")
                .replace("wait-at-least: 390 s", "wait-at-least: 5 s")
                .replace("within: 1 mK", "within: 3 K")
                .replace("temperature-tolerance: 50 mK", "temperature-tolerance: 3 K")
                .replace("baseline: 60 s", "baseline: 3 s")
                .replace("relax: 600 s", "relax: 5 s");
        return Files.writeString(folder.resolve("short.yaml"), text);
    }

    private static JsonNode json(Terminal terminal) throws Exception {
        assertThat(terminal.out())
                .as(() -> Stream.of(terminal.err()).toList().toString())
                .startsWith("{");
        return new ObjectMapper().readTree(terminal.out());
    }
}
