package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fieldfall.app.review.SyntheticRun;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.ScalarRead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {

    @TempDir
    private Path runs;

    private RunFolder first;
    private RunFolder second;

    @BeforeEach
    void store() {
        first = SyntheticRun.under(runs)
                .ended(EndStatus.ABORTED)
                .write(
                        new PhaseStarted(4, "prepare", 60),
                        new ScalarRead(5, "field", 0, "A", 0, "T"),
                        new RunEnded(6, "aborted", true, "STOP by Ada"));
        second = SyntheticRun.under(runs)
                .started("2026-11-21T08:00:00Z")
                .protocol("rate: 10 T/s", "rate: 8 T/s")
                .write(new RunEnded(6, "success", true, "every phase passed its tests"));
    }

    private Terminal review(String command, String... arguments) {
        var all = new ArrayList<>(List.of("review", command, "--runs", runs.toString()));
        all.addAll(List.of(arguments));
        return Terminal.fieldfall(all.toArray(String[]::new));
    }

    private static JsonNode json(Terminal terminal) throws IOException {
        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        return new ObjectMapper().readTree(terminal.out());
    }

    @Test
    void listsRunsWithTheirSource() throws IOException {
        var list = review("list", "--status", "aborted", "--ti", "3.9K:4.1K", "--bf", "100mT", "--date", "2026-11-20");

        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.out().lines()).hasSize(2);
        assertThat(list.out()).contains("SIMULATOR  aborted", RunFolder.shortId(first.runId()), "4 K");
        assertThat(json(review("list", "--json")).at("/runs/0/initial_field_t").asDouble())
                .isEqualTo(1);
        assertThat(review("list", "--bi", "2T").out()).startsWith("no such run");
    }

    @Test
    void refusesFiltersItDoesNotUnderstand() {
        assertThat(review("list", "--ti", "4").err()).contains("no unit", "like 4 K");
        assertThat(review("list", "--bi", "2T:1T").exitCode()).isEqualTo(2);
        assertThat(review("list", "--status", "good").err()).contains("due one of success, ");
        assertThat(review("list", "--date", "2026-11-20", "--since", "2026-11-20")
                        .exitCode())
                .isEqualTo(2);
        assertThat(review("show", "9").err()).contains("run 9: there is none under");
        assertThat(Terminal.fieldfall("review").err()).contains("a command is missing");
    }

    /** It never came to a summary: the record alone has to do. */
    @Test
    void showsARunThatNeverCameToASummary() throws IOException {
        var shown = review("show", RunFolder.shortId(first.runId()));

        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out())
                .startsWith("SIMULATOR  run 1 (")
                .contains("aborted: STOP by Ada", "not swept", "isentrope -3.034 K");
        var summary = json(review("show", first.path().toString(), "--json")).path("summary");
        assertThat(summary.path("is_safe").asBoolean()).isTrue();
        assertThat(summary.path("rate_achieved_t_per_s").isNull()).isTrue();
    }

    @Test
    void tellsTheCourseOfARun() throws IOException {
        var told = review("timeline", first.path().toString());

        assertThat(told.out())
                .startsWith("SIMULATOR  run 1 (")
                .contains("1.000 s  08:00:00", "prepare begins; it must end within 60 s", "! run ");
        assertThat(json(review("timeline", first.path().toString(), "--json"))
                        .at("/moments/1/at_s")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void comparesSettingsAndFigures() throws IOException {
        var compared = review("compare", first.path().toString(), second.path().toString());

        assertThat(compared.out()).contains("protocol  rate: 10 T/s | 8 T/s").contains("rate_asked_t_per_s");
        var json = json(review("compare", first.path().toString(), second.path().toString(), "--json"));
        assertThat(json.path("settings")).hasSize(1);
        assertThat(json.path("figures")).anySatisfy(pair -> {
            assertThat(pair.path("key").asText()).isEqualTo("rate_asked_t_per_s");
            assertThat(pair.path("difference").asDouble()).isEqualTo(-2);
            assertThat(pair.path("in_sigma").isNull()).isTrue();
        });
        var undrawn = review(
                "compare",
                first.path().toString(),
                second.path().toString(),
                "--output",
                runs.resolve("x.svg").toString());
        assertThat(undrawn.exitCode()).isEqualTo(2);
        assertThat(undrawn.err()).contains("has no swept shot to draw");
    }

    @Test
    void takesANoteThatShowsEverywhere() {
        var path = first.path().toString();

        assertThat(review("annotate", path, "--by", "Ada", "the bath was warm").exitCode())
                .isZero();

        assertThat(review("show", path).out()).contains("Ada: the bath was warm");
        assertThat(review("timeline", path).out()).contains("Ada wrote: the bath was warm");
        assertThat(review("list", "--json").out()).contains("\"annotations\" : 1");
        assertThat(review("annotate", path, "the bath was warm").err()).contains("--by");
        assertThat(review("annotate", path, "--by", "Ada", " ").exitCode()).isEqualTo(2);
    }

    @Test
    void makesTheSummaryOfARunThatHasNoneAndTheSameAgain() throws IOException {
        var made = review("reprocess", first.path().toString());

        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out()).contains("there was no summary to compare with", "written into");

        var again = review("reprocess", first.path().toString());
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("every number is the same to the bit");
    }

    @Test
    void recoversAKilledRunAndRefusesOneThatEnded() throws IOException {
        var killed = SyntheticRun.under(runs)
                .started("2026-11-22T08:00:00Z")
                .ended(EndStatus.UNKNOWN)
                .write(new PhaseStarted(4, "prepare", 60), new ScalarRead(5, "field", 0, "A", 0, "T"));
        byte[] log = Files.readAllBytes(killed.log());
        Files.write(killed.log(), Arrays.copyOf(log, log.length - 44));

        var recovered = review("recover", killed.path().toString());

        assertThat(recovered.exitCode()).as(recovered.err()).isZero();
        assertThat(recovered.out())
                .startsWith("SIMULATOR  run 1 (")
                .contains("recovered", "in the phase prepare", "holds    field: 1 readings");
        assertThat(review("list", "--status", "recovered").out()).contains(RunFolder.shortId(killed.runId()));
        var refused = review("recover", first.path().toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("ended as aborted", "nothing to recover");
    }

    @Test
    void namesWhatDiffersAndWhy() throws IOException {
        assertThat(review("reprocess", first.path().toString()).exitCode()).isZero();
        Files.writeString(
                first.summary(),
                Files.readString(first.summary())
                        .replaceFirst("\"sudden_delta_t_k\" : -1.9", "\"sudden_delta_t_k\" : -1.8"));
        Files.writeString(
                first.manifest(),
                Files.readString(first.manifest())
                        .replace("\"fieldfall\" : \"unpacked\"", "\"fieldfall\" : \"0.0.1\""));

        var again = review("reprocess", first.path().toString());

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.out())
                .contains(
                        "1 values differ",
                        "sudden_delta_t_k: -1.8",
                        "| -1.9",
                        "version of fieldfall: 0.0.1 made the record");
        var json = new ObjectMapper()
                .readTree(review("reprocess", first.path().toString(), "--json").out());
        assertThat(json.path("differences")).hasSize(1);
        assertThat(json.path("same_to_the_bit").asBoolean()).isFalse();
    }
}
