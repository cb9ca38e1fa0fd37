package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sample that comes along, through {@code predict}. */
class PredictSamplesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mn12ac-paper",
                "mn12ac-experiment",
                "mn12ac-full",
                "fe8",
                "ni-scorpionate",
                "cu-nitrate-dimer",
                "cu3-ring"
            })
    void theIsentropeCoolsNoLessThanTheSuddenLimit(String sample) throws Exception {
        var grid = json("--sample", sample, "--from", "1T,3T", "--to", "0.1T,0.5T", "--at", "2K,4K");

        for (var point : grid.get("points")) {
            assertThat(point.get("sudden_final_k").doubleValue()).isPositive();
            assertThat(point.get("isentropic_final_k").doubleValue())
                    .isLessThanOrEqualTo(point.get("sudden_final_k").doubleValue() + 1e-7);
        }
    }

    @ParameterizedTest
    @CsvSource({"mn12ac-full, true", "fe8, true", "ni-scorpionate, false", "cu3-ring, false"})
    void tauIsThereOnlyWithARelaxation(String sample, boolean isThere) throws Exception {
        var point = json("--sample", sample, "--from", "1T", "--to", "0.5T", "--at", "3K");
        var terminal = predict("--sample", sample, "--from", "1T", "--to", "0.5T", "--at", "3K");

        assertThat(point.get("tau_initial_s").isNumber()).isEqualTo(isThere);
        assertThat(point.get("tau_final_s").isNumber()).isEqualTo(isThere);
        assertThat(point.get("sudden_valid_below_k").isNumber()).isEqualTo(isThere);
        assertThat(terminal.out().contains("tau           not known: the sample file has no relaxation"))
                .isNotEqualTo(isThere);
    }

    @Test
    void aPowderSaysHowFineItsAverageIs() throws Exception {
        var point = json("--sample", "ni-scorpionate", "--from", "1T", "--to", "0.5T", "--at", "3K");

        assertThat(point.get("orientations").intValue()).isGreaterThan(4);
        assertThat(point.get("orientation_error_k").doubleValue()).isBetween(0.0, 1e-4);
        assertThat(predict("--sample", "ni-scorpionate", "--from", "1T", "--to", "0.5T", "--at", "3K")
                        .out())
                .containsPattern("orientations  up to \\d+; the last refinement changed Tf by .* K at most");
    }

    /** physics.md §2.4: S = 10 alone is safe to about 10 K, and order sets in near 0.9 K. */
    @Test
    void flagsTemperaturesWhereTheMultipletIsNotAlone() throws Exception {
        var grid = json("--sample", "mn12ac-full", "--from", "1T", "--to", "0.1T", "--at", "2K,4K,12K");
        var terminal = predict("--sample", "mn12ac-full", "--from", "1T", "--to", "0.1T", "--at", "12K");

        var points = grid.get("points");
        assertThat(words(points.get(0)))
                .hasSize(2)
                .allSatisfy(word -> assertThat(word)
                        .matches("Tf of eq\\. \\((9|11)\\) = 0\\.\\d+ K is below 0\\.9 K, where .* \\(valid-above\\)"));
        assertThat(words(points.get(1))).singleElement().asString().startsWith("Tf of eq. (11) = 0.8901 K");
        assertThat(words(points.get(2)))
                .first()
                .asString()
                .isEqualTo("Ti = 12 K is beyond 10 K, where the multiplet of the sample file is no longer alone"
                        + " (valid-below)");
        assertThat(terminal.out()).contains("  warning       Ti = 12 K is beyond 10 K");
    }

    @Test
    void remarksOfTheFileAreWarnings() throws Exception {
        var point = json("--sample", "fe8", "--from", "1T", "--to", "0.5T", "--at", "3K");

        assertThat(words(point)).singleElement().asString().contains("fe8.yaml").contains("E/D is below zero");
    }

    /** In eq. (9) B44 and the fourth order matter little: within a tenth of what the paper's Hamiltonian gives. */
    @Test
    void theFullMn12AcetateCoolsMuchAsThePaperSays() throws Exception {
        var point = json("--sample", "mn12ac-full", "--from", "1T", "--to", "0.1T", "--at", "4K");

        assertThat(point.get("sudden_delta_t_k").doubleValue()).isCloseTo(-1.947, within(0.195));
    }

    @ParameterizedTest
    @CsvSource({
        "mn12ac-full, 3, --at=3K:5K:0.5K",
        "mn12ac-full, 5, --from=1T --to=0.1T:0.3T:0.1T",
        "cu-nitrate-dimer, '4,6', --from=3T --to=0.1T --at=2K:4K:1K",
        "ni-scorpionate, '4,6', --from=3T --to=0.1T --at=2K:4K:1K"
    })
    void drawsTheFiguresThatASampleAllows(String sample, String numbers, String options) {
        var arguments =
                new ArrayList<>(List.of("--sample", sample, "--figure", numbers, "--output", folder.toString()));
        arguments.addAll(List.of(options.split(" ", -1)));

        var terminal = predict(arguments.toArray(String[]::new));

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        assertThat(folder.toFile().list()).hasSize(3 * numbers.split(",", -1).length);
    }

    @Test
    void figureThreeNeedsARelaxation() {
        var terminal = predict("--sample", "cu3-ring", "--figure", "3", "--output", folder.toString());

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo("fieldfall: figure 3: cu3-ring has no relaxation in its sample file, so no tau to draw\n");
        assertThat(folder.toFile().list()).isEmpty();
    }

    private static List<String> words(JsonNode point) {
        return StreamSupport.stream(point.get("warnings").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static Terminal predict(String... options) {
        var arguments = new ArrayList<>(List.of("predict"));
        arguments.addAll(List.of(options));
        return Terminal.fieldfall(arguments.toArray(String[]::new));
    }

    private static JsonNode json(String... options) throws Exception {
        var arguments = new ArrayList<>(List.of(options));
        arguments.add("--json");
        var terminal = predict(arguments.toArray(String[]::new));
        assertThat(terminal.err()).isEmpty();
        return new ObjectMapper().readTree(terminal.out());
    }
}
