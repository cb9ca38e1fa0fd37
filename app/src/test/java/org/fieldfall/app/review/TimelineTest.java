package org.fieldfall.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.fieldfall.app.store.Annotations;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.LineTimed;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {

    @TempDir
    private Path runs;

    private static List<String> texts(List<Moment> moments) {
        return moments.stream().map(Moment::text).toList();
    }

    @Test
    void tellsAPhaseWithItsDeadlineItsMarkAndWhatWasReadInIt() {
        var folder = SyntheticRun.under(runs)
                .write(
                        new PhaseStarted(4, "arm", 180),
                        new ScalarRead(5, "sample-temperature", 1, "V", 4.001, "K"),
                        new BlockTaken(5, "sample-temperature", 1, new SampleBlock(0, 1e-3, new double[10]), "V"),
                        new BlockTaken(
                                6,
                                "sample-temperature",
                                1,
                                new SampleBlock(15, 1e-3, new double[] {1, Double.NaN}),
                                "V"),
                        new PhaseEnded(64, "arm", Quality.MARKED, "the baseline drifts"));

        var timeline = Timeline.of(folder.path());

        assertThat(texts(timeline.moments()))
                .contains(
                        "arm begins; it must end within 180 s",
                        "arm MARKED after 60.0 s of at most 180 s: the baseline drifts",
                        "  sample-temperature: 4.00100 K",
                        "  sample-temperature (acquisition 1): 12 buffered readings in 2 blocks, 1 of them INVALID, 5"
                                + " MISSING between them");
        assertThat(timeline.moments().get(1).atSeconds()).isEqualTo(4 - SyntheticRun.RIG_SECONDS_AT_START);
    }

    @Test
    void tellsWhatEndedARunAndTheProofOfItsSafeState() {
        var folder = SyntheticRun.under(runs)
                .ended(EndStatus.FAILED)
                .write(
                        new PhaseStarted(4, "relax", 60),
                        new LineChanged(5, "meter (TCPIP0::x)", LineState.SILENT, "nothing for 2 s"),
                        new LineTimed(5, "meter", "TCPIP0::x", 12, 0.001, 0.002, 1, 0, 0),
                        new GuardTripped(6, "field", 1.3, 1.2, "T", "the run ends"),
                        new PhaseEnded(6, "relax", Quality.FAILED, "guard on field"),
                        new OperatorActed(7, "EMERGENCY", "Ada"),
                        new SafeStateStep(8, "field supply", "output off", "output is off", true),
                        new SafeStateStep(9, "heat switch", "give up", "NOT SEEN SAFE", false),
                        new RunEnded(9, "failed", false, "guard on field"));

        var timeline = Timeline.of(folder.path());

        assertThat(texts(timeline.moments())).noneMatch(text -> text.contains("LineTimed"));
        assertThat(texts(timeline.troubles()))
                .containsExactly(
                        "line of meter (TCPIP0::x) fell silent: nothing for 2 s",
                        "GUARD on field tripped: 1.3 T, limit 1.2 T; the run ends",
                        "relax FAILED after 2.0 s of at most 60 s: guard on field",
                        "EMERGENCY was asked for by Ada",
                        "heat switch: give up -> NOT SEEN SAFE  NOT SAFE",
                        "NOT EVERY INSTRUMENT WAS SEEN SAFE: heat switch",
                        "the run ended, failed: guard on field",
                        "the run is recorded as failed: as it was told; its data are good");
    }

    @Test
    void saysThatNothingProvesTheSafeStateOfAKilledRun() throws IOException {
        var folder = SyntheticRun.under(runs)
                .ended(EndStatus.UNKNOWN)
                .write(new PhaseStarted(4, "relax", 60), new ScalarRead(10, "field", 1, "A", 0.1, "T"));
        byte[] log = Files.readAllBytes(folder.log());
        // The last frame, which closes the log, is 36 bytes and a count.
        Files.write(folder.log(), Arrays.copyOf(log, log.length - 44));

        var troubles = texts(Timeline.of(folder.path()).troubles());

        assertThat(troubles)
                .containsExactly(
                        "the record ends in the phase relax, 6.0 s after it began",
                        "the record holds no safe state: nothing proves that the rig was left safe",
                        "the log holds 2 events and was NOT closed in order: cut, killed, or still being written",
                        "how the run ended is not known: the run has not ended in order");
    }

    @Test
    void namesADamageAndALogThatIsGone() throws IOException {
        var folder = SyntheticRun.under(runs).write(new PhaseStarted(4, "relax", 60));
        byte[] log = Files.readAllBytes(folder.log());
        log[60] ^= 1;
        Files.write(folder.log(), log);

        assertThat(texts(Timeline.of(folder.path()).troubles()))
                .anyMatch(text -> text.startsWith("the log is damaged: run.log at byte 48"));

        Files.delete(folder.log());

        assertThat(texts(Timeline.of(folder.path()).troubles())).isNotEmpty();
    }

    @Test
    void tellsAClockThatJumped() {
        var clocks = new Clocks(false);
        var noon = Instant.parse("2026-11-20T12:00:00Z");

        assertThat(clocks.jump(10, noon)).isEmpty();
        assertThat(clocks.jump(12, noon.plusMillis(2100))).isEmpty();
        assertThat(clocks.jump(13, noon.plusMillis(63_100)))
                .contains("the clocks parted: 61.000 s passed by the wall clock, 1.000 s by the rig's clock");
        assertThat(clocks.jump(14, noon)).contains("the wall clock went BACK by 63.100 s");
    }

    @Test
    void takesADryRunThatRunsAheadForWhatItIs() {
        var clocks = new Clocks(true);
        var noon = Instant.parse("2026-11-20T12:00:00Z");

        assertThat(clocks.jump(10, noon)).isEmpty();
        assertThat(clocks.jump(910, noon.plusSeconds(1))).isEmpty();
        assertThat(clocks.jump(911, noon.plusSeconds(5)))
                .hasValueSatisfying(text -> assertThat(text).contains("parted"));
    }

    @Test
    void showsWhatPeopleWroteAfterwardsAndLeavesTheLogAlone() throws IOException {
        var folder = SyntheticRun.under(runs).write(new PhaseStarted(4, "relax", 60));
        byte[] before = Files.readAllBytes(folder.log());

        var notes = new Annotations(folder.annotations());
        notes.add(new Annotations.Annotation(Instant.EPOCH, "Ada", "the bath was warm"));
        notes.add(new Annotations.Annotation(Instant.EPOCH, "Ada", "no, it \"was\" not\nreally"));

        assertThat(texts(Timeline.of(folder.path()).moments()))
                .endsWith("Ada wrote: the bath was warm", "Ada wrote: no, it \"was\" not\nreally");
        assertThat(Files.readAllBytes(folder.log())).isEqualTo(before);
    }
}
