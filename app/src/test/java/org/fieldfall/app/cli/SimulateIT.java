package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void takesCommandsWhileItRunsAndStaysUpWhenItsInputEnds() throws Exception {
        try (var rig = SimulatedProcess.start(folder, "--rig", "twin-two-instruments")) {
            rig.type("speed 50", "fault supply.trip", "view", "nonsense");
            rig.awaitOutput("refused: no command \"nonsense\"");
            rig.awaitOutput("supply.trip/field-supply happened at ");
            rig.closeInput();

            assertThat(rig.output()).contains("SIMULATOR speed 50", "lattice 4.", "m=-10: 0.4");
            assertThat(rig.stopped()).isZero();
        }
    }

    @Test
    void endsWhenItIsToldToQuit() throws Exception {
        try (var rig = SimulatedProcess.start(folder, "--rig", "twin-two-instruments")) {
            rig.type("quit");

            assertThat(rig.ended()).isZero();
            assertThat(rig.output()).endsWith("SIMULATOR stopped\n");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
    void aRunInAnotherProcessSaysWhatADryRunSays() throws Exception {
        var protocol = shortProtocol().toString();
        var twin = shortTwin().toString();

        var dry = performed("dry-run", protocol, "--rig", twin);
        try (var rig = SimulatedProcess.start(folder, "--rig", twin)) {
            var run = performed("run", protocol, "--rig", rig.rigFile().toString());

            assertSame(run, dry);
            assertThat(run.get("source").asText()).isEqualTo("simulator");
            assertThat(run.get("points")).hasSize(2);
            assertThat(rig.stopped()).isZero();
        }
    }

    /** Half an hour: what a dry run leaps over is waited for. */
    @Test
    @EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
    void theFirstShotInAnotherProcessSaysWhatADryRunSays() throws Exception {
        var dry = performed("dry-run", "first-shot", "--rig", "twin");
        try (var rig = SimulatedProcess.start(folder, "--rig", "twin")) {
            var run = performed("run", "first-shot", "--rig", rig.rigFile().toString());

            assertSame(run, dry);
            assertThat(run.get("points")).hasSize(4);
        }
    }

    private JsonNode performed(String command, String protocol, String... options) throws Exception {
        var words = Stream.concat(
                Stream.of(
                        command,
                        protocol,
                        "--json",
                        "--runs",
                        folder.resolve("runs").toString()),
                Stream.of(options));
        var terminal = Terminal.fieldfall(words.toArray(String[]::new));
        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        return json(terminal);
    }

    /** The same keys, the same plan to the digit, the same findings within their uncertainties. */
    private static void assertSame(JsonNode run, JsonNode dry) {
        assertThat(run.fieldNames()).toIterable().containsExactlyElementsOf(dry::fieldNames);
        for (var key :
                List.of("status", "initial_field_t", "final_field_t", "rate_asked_t_per_s", "rate_source", "is_safe")) {
            assertThat(run.get(key)).as(key).isEqualTo(dry.get(key));
        }
        for (var key : List.of("sudden_delta_t_k", "completed_delta_t_k", "isentropic_delta_t_k", "share_in_ramp")) {
            assertThat(run.get(key)).as(key).isEqualTo(dry.get(key));
        }
        assertThat(run.get("lines").fieldNames()).toIterable().containsExactlyElementsOf(dry.get("lines")::fieldNames);
        assertWithinSigma(run, dry, "rate_achieved_t_per_s", "rate_achieved_sigma_t_per_s");
        assertThat(run.get("points")).hasSameSizeAs(dry.get("points"));
        for (int i = 0; i < dry.get("points").size(); i++) {
            assertSamePoint(run.get("points").get(i), dry.get("points").get(i));
        }
    }

    /** Each by what is left of it beside its own prediction: the two drift a little when they start. */
    private static void assertSamePoint(JsonNode run, JsonNode dry) {
        var sigma = Math.hypot(number(run, "measured_sigma_k"), number(dry, "measured_sigma_k"));
        assertThat(number(run, "after_ramp_s")).isEqualTo(number(dry, "after_ramp_s"));
        assertThat(number(run, "measured_delta_t_k") - number(run, "predicted_delta_t_k"))
                .isCloseTo(number(dry, "measured_delta_t_k") - number(dry, "predicted_delta_t_k"), within(3 * sigma));
    }

    private static double number(JsonNode node, String key) {
        return node.get(key).doubleValue();
    }

    private static void assertWithinSigma(JsonNode run, JsonNode dry, String value, String sigma) {
        assertThat(number(run, value))
                .as(value)
                .isCloseTo(number(dry, value), within(3 * Math.hypot(number(run, sigma), number(dry, sigma))));
    }

    /** Nothing is waited for: a drift and a start that first-shot would not accept. */
    private Path shortProtocol() throws Exception {
        var text = Files.readString(Path.of("..", "config", "protocols", "first-shot.yaml"))
                .replace("initial-temperature: 4.0 K", "initial-temperature: 4.2 K")
                .replace("settle: 60 s", "settle: 0 s")
                .replace("wait-at-least: 390 s", "wait-at-least: 5 s")
                .replace("within: 1 mK", "within: 3 K")
                .replace("temperature-tolerance: 50 mK", "temperature-tolerance: 3 K")
                .replace("baseline: 60 s", "baseline: 3 s")
                .replace("relax: 600 s", "relax: 5 s");
        return Files.writeString(folder.resolve("short.yaml"), text);
    }

    /** The whole twin; its bath begins where the shot does and is believed at once, and a strong link soon shows its switch open. */
    private Path shortTwin() throws Exception {
        var rigs = Path.of("..", "config", "rigs").toAbsolutePath().normalize();
        var text = Files.readString(rigs.resolve("twin.yaml"))
                .replace("../calibrations", rigs.resolveSibling("calibrations").toString())
                .replace("link: 0.14 uW/K", "link: 1.4 uW/K")
                .replace("stable-for: 30 s", "stable-for: 1 s");
        return Files.writeString(folder.resolve("short-twin.yaml"), text);
    }

    private static JsonNode json(Terminal terminal) throws Exception {
        assertThat(terminal.out())
                .as(() -> Stream.of(terminal.err()).toList().toString())
                .startsWith("{");
        return new ObjectMapper().readTree(terminal.out());
    }
}
