package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    @TempDir
    private Path folder;

    @Test
    void givesTheVerdictFirstAndThenTheFirstShot() {
        var typed = Terminal.fieldfall("plan", "first-shot");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out().lines().limit(2))
                .containsExactly(
                        "first-shot: mn12ac-experiment on twin-two-instruments (simulator)",
                        "ALLOWED with 2 warnings:");
        assertThat(typed.out())
                .contains("not sudden: the completed ΔT, -2.026 K, differs by 4.0 % from eq. (9), -1.947 K")
                .contains("4.85 V of 10 V (L dI/dt + R I), at most 10 A")
                .contains("180 of 1002 points, 5 mT each 0.5 ms: 10 T/s reached, for 0.09 s")
                .contains("sudden -1.947 K (-1.682 K with addenda), completed -2.026 K (+4.0 %, not sudden)")
                .contains("780000 of 1000000 readings")
                .contains("0.195 ml of liquid helium")
                .containsPattern("isolate +13 min \\d\\d s +6 min 30 s +50 min 05 s")
                .doesNotContain("NaN", "Optional");
    }

    @Test
    void answersAsOneObjectWithUnitsInItsKeys() throws IOException {
        JsonNode plan = json("plan", "first-shot", "--json");

        assertThat(plan.get("verdict").asText()).isEqualTo("allowed");
        assertThat(plan.get("refusals")).isEmpty();
        assertThat(names(plan))
                .containsExactly(
                        "protocol",
                        "sample",
                        "rig",
                        "source",
                        "verdict",
                        "refusals",
                        "warnings",
                        "bias_field_t",
                        "expected_s",
                        "shortest_s",
                        "longest_s",
                        "record_bytes",
                        "disk_free_bytes",
                        "shots");
        JsonNode shot = plan.get("shots").get(0);
        assertThat(shot.get("phases").findValuesAsText("phase"))
                .containsExactly("prepare", "settle", "load", "isolate", "arm", "sweep", "relax", "recover");
        assertThat(shot.get("supply").get("peak_v").doubleValue()).isEqualTo(4.85);
        assertThat(names(shot.get("theory")))
                .contains(
                        "sudden_delta_t_k", "completed_delta_t_k", "tau_initial_s", "share_crossed_in_ramp", "reached");
        assertThat(names(shot.get("heat"))).contains("eddy_j", "self_heating_k", "circuit_j", "helium_l");
        assertThat(names(shot.get("thermometer"))).contains("readings", "memory_lasts_drains", "lag_k");
    }

    @Test
    void plansSeveralProtocolsAndEveryShotOfEach() throws IOException {
        JsonNode both =
                json("plan", "first-shot", "shot-with-controls", "--json").get("plans");

        assertThat(both).hasSize(2);
        assertThat(both.get(1).get("shots").findValuesAsText("kind"))
                .containsExactly("zero-check", "heater-pulse", "zero", "sweep", "reverse");
        double together = 0;
        for (JsonNode shot : both.get(1).get("shots")) {
            for (JsonNode phase : shot.get("phases")) {
                together += phase.get("expected_s").doubleValue();
            }
        }
        assertThat(both.get(1).get("expected_s").doubleValue()).isCloseTo(together, within(1e-6));
    }

    /** One fault a key, several of them together, and what only the run as a whole can refuse. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "final-field: 0.1 T => final-field: 1.4 T|1",
                "final-field: 0.1 T => final-field: -0.2 T|1",
                "rate: 10 T/s    => rate: 30 T/s|2",
                "rate: 10 T/s    => rate: 1 T/s|1",
                "initial-temperature: 4.0 K => initial-temperature: 25 K|1",
                "sampling: 1 ms => sampling: 0.1 ms|1",
                "relax: 600 s => relax: 2000 s|1",
                "rate: 10 T/s    => rate: 30 T/s; final-field: 0.1 T => final-field: -1.4 T; relax: 600 s => relax: 9000 s|5"
            })
    void refusesWhatADryRunRefusesInTheSameWords(String edits, int reasons) throws IOException {
        var file = edited(edits);

        var planned = Terminal.fieldfall("plan", file.toString());
        var dry = Terminal.fieldfall(
                "dry-run", file.toString(), "--runs", folder.resolve("runs").toString());

        assertThat(planned.exitCode()).as(planned.out()).isEqualTo(2);
        assertThat(dry.exitCode()).isEqualTo(2);
        assertThat(refusals(planned.out(), "REFUSED, "))
                .hasSize(reasons)
                .containsExactlyElementsOf(refusals(dry.err(), "is refused, "));
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void givesNoNumbersOfWhatItRefuses() throws IOException {
        JsonNode plan =
                json("plan", edited("final-field: 0.1 T => final-field: -0.2 T").toString(), "--json");

        assertThat(plan.get("verdict").asText()).isEqualTo("refused");
        assertThat(plan.get("refusals")).hasSize(1);
        assertThat(plan.get("shots")
                        .get(0)
                        .get("theory")
                        .get("sudden_delta_t_k")
                        .isNull())
                .isTrue();
        assertThat(plan.get("shots").get(0).get("supply").get("program_points").intValue())
                .isEqualTo(240);
    }

    @Test
    void namesWhatIsWrongWithAllOfItsFiles() {
        var typed = Terminal.fieldfall("plan", "no-such-shot", "nor-this-one");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("no-such-shot").contains("nor-this-one");
    }

    @Test
    void drawsThePlannedFieldAboveThePredictedTemperature() throws IOException {
        var svg = folder.resolve("plan.svg");

        var typed = Terminal.fieldfall("plan", "first-shot", "--picture", svg.toString());

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("picture: " + svg);
        assertThat(Files.readString(svg))
                .contains("isolate", "relax", "sudden limit", "completed", "reachable", "nothing measured");
    }

    @Test
    void drawsEachSweepOfSeveralShots() {
        var png = folder.resolve("plan.png");

        var typed = Terminal.fieldfall("plan", "shot-with-controls", "--picture", png.toString());

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(png).isNotEmptyFile();
        assertThat(folder.resolve("plan-02.png")).isNotEmptyFile();
        assertThat(folder.resolve("plan-03.png")).doesNotExist();
    }

    @Test
    void drawsOneProtocolIntoAKnownKindOfFile() {
        var unknown = Terminal.fieldfall("plan", "first-shot", "--picture", "plan.gif");
        var several = Terminal.fieldfall("plan", "first-shot", "first-shot", "--picture", "plan.svg");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("due a file that ends with .svg or .png");
        assertThat(several.exitCode()).isEqualTo(2);
        assertThat(several.err()).contains("draws one protocol, came 2");
    }

    private Path edited(String edits) throws IOException {
        var text = Files.readString(Path.of("..", "config", "protocols", "first-shot.yaml"));
        for (var edit : edits.split("; ", -1)) {
            var sides = edit.split(" => ", -1);
            assertThat(text).contains(sides[0]);
            text = text.replace(sides[0], sides[1]);
        }
        return Files.writeString(folder.resolve("shot.yaml"), text);
    }

    private static List<String> refusals(String said, String headline) {
        return said.lines()
                .dropWhile(line -> !line.contains(headline))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .map(String::strip)
                .collect(Collectors.toList());
    }

    private static JsonNode json(String... arguments) throws IOException {
        return new ObjectMapper().readTree(Terminal.fieldfall(arguments).out());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
