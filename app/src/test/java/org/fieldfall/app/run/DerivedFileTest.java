package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.review.SyntheticRun;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.protocols.run.RunEnded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedFileTest {

    @TempDir
    private Path runs;

    private RecordedRun run;
    private Aftermath aftermath;
    private ShotSummary summary;

    @BeforeEach
    void perform() {
        var folder = SyntheticRun.under(runs).write(new RunEnded(6, "success", true, "every phase passed its tests"));
        run = RecordedRun.open(folder.path());
        aftermath = new Aftermath(run);
        summary = aftermath.write(new ArrayList<>());
    }

    @Test
    void isARemarkOfTheSummaryWhereItCannotBeWritten() {
        DerivedFile onAFullDisk = (record, manifest, known) -> {
            throw new StoreException("run.nxs: cannot be written: the disk is full", null);
        };
        DerivedFile withAFlaw = (record, manifest, known) -> {
            throw new IllegalArgumentException("an axis must rise");
        };

        var remarked = aftermath.write(List.of(onAFullDisk, withAFlaw), run.manifest(), summary, List.of("shot.png"));

        assertThat(remarked.status()).isEqualTo("success");
        assertThat(remarked.remarks())
                .containsSubsequence("shot.png", "run.nxs: cannot be written: the disk is full")
                .anyMatch(remark -> remark.endsWith("cannot be made: an axis must rise"));
        assertThat(Json.read(run.folder().summary(), ShotSummary.class)).isEqualTo(remarked);
    }

    @Test
    void leavesTheSummaryAsItIsWhereItCan() {
        var given = new ArrayList<ShotSummary>();

        var same = aftermath.write(
                List.of((record, manifest, known) -> given.add(known)), run.manifest(), summary, List.of());

        assertThat(same).isSameAs(summary);
        assertThat(given).containsExactly(summary);
    }
}
