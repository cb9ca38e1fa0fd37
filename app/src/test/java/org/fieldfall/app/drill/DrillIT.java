package org.fieldfall.app.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.run.Execution;
import org.fieldfall.protocols.sequence.RunEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A few cases of the drill that a seed draws; all of them where there is time. The tables stay in {@code target/drill}. */
class DrillIT {

    private static final long SEED = 6;
    private static final int FEW = 4;
    private static final Path REPORTS = Path.of("target", "drill");

    private final Experiment experiment = Configs.of(Path.of(".."), Optional.empty())
            .experiment(Drill.PROTOCOL, Optional.empty(), Optional.of("twin"));

    @TempDir
    private Path folder;

    @Test
    @Timeout(240)
    void aFewCasesEndAsIsDue() throws Exception {
        var drill = drill(FEW);
        var cases = new ArrayList<>(drill.cases(Drill.usual(experiment.rig()), DrillCase.PHASES));
        // Those that wait a minute for a line that never comes back are for the long drill.
        cases.removeIf(one -> one.fault().name().startsWith("line.")
                && one.fault().lastsSeconds().isEmpty());
        Collections.shuffle(cases, new Random(SEED));

        assertAsDue(drill.perform(cases.subList(0, FEW), result -> {}), "drill-few");
    }

    @Test
    @EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
    void everyFaultInEveryPhaseEndsAsIsDue() throws Exception {
        var drill = drill(2 * Runtime.getRuntime().availableProcessors());
        var cases = drill.cases(Drill.usual(experiment.rig()), DrillCase.PHASES);

        assertAsDue(drill.perform(cases, result -> {}), "drill");
    }

    private Drill drill(int jobs) {
        return new Drill(experiment, SEED, folder, jobs, DrillIT::exitCode);
    }

    private static int exitCode(Execution.Result done) {
        return done.end().status() == RunEnd.Status.SUCCESS && done.isRecorded() ? 0 : 1;
    }

    private static void assertAsDue(List<DrillResult> results, String name) throws IOException {
        var table = new DrillTable(results);
        Files.createDirectories(REPORTS);
        Files.writeString(REPORTS.resolve(name + ".md"), table.markdown("Drill on the simulated rig, seed " + SEED));
        Files.writeString(REPORTS.resolve(name + ".csv"), table.csv());

        assertThat(table.failed()).isEmpty();
    }
}
