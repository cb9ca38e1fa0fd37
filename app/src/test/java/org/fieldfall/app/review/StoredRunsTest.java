package org.fieldfall.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.fieldfall.app.store.CatalogueEntry;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRunsTest {

    @TempDir
    private Path root;

    private StoredRuns runs;
    private RunFolder first;
    private RunFolder second;
    private RunFolder nextDay;

    @BeforeEach
    void store() {
        runs = new StoredRuns(root);
        first = SyntheticRun.under(root).started("2026-11-20T08:00:00Z").writeManifest();
        second = SyntheticRun.under(root)
                .started("2026-11-20T09:00:00Z")
                .asked(3.5, 2, 0.3)
                .ended(EndStatus.ABORTED)
                .writeManifest();
        nextDay = SyntheticRun.under(root).started("2026-11-21T08:00:00Z").writeManifest();
    }

    @Test
    void findsARunByWhatPeopleCallIt() {
        var path = root.relativize(first.path()).toString();

        assertThat(runs.find(RunFolder.shortId(first.runId()))).isEqualTo(first.path());
        assertThat(runs.find(first.runId().toString().toUpperCase(Locale.ROOT))).isEqualTo(first.path());
        assertThat(runs.find("2")).isEqualTo(second.path());
        assertThat(runs.find("0002")).isEqualTo(second.path());
        assertThat(runs.find(path)).isEqualTo(first.path());
        assertThat(runs.find("2026/11/21")).isEqualTo(nextDay.path());
        assertThat(runs.find(second.path().toString())).isEqualTo(second.path());
        assertThat(runs.find(second.manifest().toString())).isEqualTo(second.path());
    }

    @Test
    void namesTheRunsThatWouldFitWhereSeveralDo() {
        assertThatThrownBy(() -> runs.find("1"))
                .isInstanceOf(UnknownRunException.class)
                .hasMessageContaining("run 1: 2 runs fit")
                .hasMessageContaining(RunFolder.shortId(first.runId()))
                .hasMessageContaining(RunFolder.shortId(nextDay.runId()));
    }

    @Test
    void saysWhichRunsThereAreWhereNoneFits() {
        assertThatThrownBy(() -> runs.find("7"))
                .hasMessageContaining("there is none")
                .hasMessageContaining("0002_");
        assertThatThrownBy(() -> runs.find("")).isInstanceOf(UnknownRunException.class);
        assertThatThrownBy(() -> new StoredRuns(root.resolve("none")).find("1")).hasMessageContaining("no runs at all");
    }

    @Test
    void listsTheNewestFirstThroughItsFilters() {
        assertThat(runs.entries()).extracting(CatalogueEntry::number).containsExactly(1, 2, 1);

        var warm = new RunFilter.Between(3.4, 3.6);
        var day = Instant.parse("2026-11-21T00:00:00Z");
        assertThat(runs.entries().stream().filter(filter(Optional.of("mn12*"), Optional.of(day))::fits))
                .extracting(CatalogueEntry::id)
                .containsExactly(nextDay.runId().toString());
        assertThat(runs.entries().stream().filter(filter(Optional.of("fe8*"), Optional.empty())::fits))
                .isEmpty();
        assertThat(runs.entries().stream().filter(run -> warm.test(run.initialKelvin())))
                .extracting(CatalogueEntry::status)
                .containsExactly("aborted");
    }

    private static RunFilter filter(Optional<String> sample, Optional<Instant> since) {
        return new RunFilter(
                sample,
                since,
                Optional.empty(),
                Optional.of("success"),
                Optional.of("good"),
                Optional.empty(),
                Optional.of(new RunFilter.Between(1, 1)),
                Optional.empty());
    }
}
