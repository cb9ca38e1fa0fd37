package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.Speed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedRunTest {

    private static final Disk LARGE = new Disk(Path.of("runs"), Long.MAX_VALUE);

    private static Experiment experiment(String protocol) {
        return Configs.of(Path.of(".."), Optional.empty()).experiment(protocol, Optional.empty(), Optional.empty());
    }

    @Test
    void refusesARecordThatTheDiskCannotHold() {
        PlannedRun planned = PlannedRun.of(experiment("first-shot"), Speed.AUTO, new Disk(Path.of("runs"), 50_000_000));

        assertThat(planned.isAllowed()).isFalse();
        assertThat(planned.refusals()).containsExactly("disk: the record may take 64 MB, runs has 50 MB left");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(planned::allowed)
                .withMessageContaining("protocol first-shot is refused, 1 reason:\n  disk: ");
    }

    @Test
    void takesMoreThanARecordThatWasSeen() {
        // The first shot's 660 320 readings made 43 MB of log, table, NeXus file and pyramid.
        assertThat(PlannedRun.of(experiment("first-shot"), Speed.AUTO, LARGE)
                        .record()
                        .bytes())
                .isBetween(43_000_000L, 100_000_000L);
    }

    @Test
    void namesTheShotsThatAWarningIsOf() {
        PlannedRun planned = PlannedRun.of(experiment("shot-with-controls"), Speed.AUTO, LARGE);

        assertThat(planned.isAllowed()).isTrue();
        assertThat(planned.warnings()).anyMatch(warning -> warning.startsWith("shot 4: not sudden: "));
        assertThat(planned.total().expected())
                .isEqualTo(planned.shots().stream()
                        .mapToDouble(shot -> shot.plan().timetable().total().expected())
                        .sum());
    }

    @Test
    void letsTheBathTravelBeforeTheFirstShotOnly() {
        PlannedRun planned = PlannedRun.of(experiment("shot-with-controls"), Speed.AUTO, LARGE);

        assertThat(planned.facts().bath().start()).contains(4.2);
        assertThat(planned.shots())
                .allSatisfy(shot -> assertThat(shot.plan()
                                .timetable()
                                .span("settle")
                                .orElseThrow()
                                .expected())
                        .isEqualTo(62));
    }

    @Test
    void asksTheDiskOfAFolderThatIsNotThereYet(@TempDir Path folder) {
        assertThat(Disk.of(folder.resolve("not/yet/there")).freeBytes()).isPositive();
    }
}
