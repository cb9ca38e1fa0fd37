package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fieldfall.app.store.Damage;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;
import org.fieldfall.protocols.sequence.RunControl;
import org.fieldfall.protocols.sequence.RunEnd;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever ends a run, in whatever phase and however often, leaves a rig without field and a record that says so. */
@Order(5)
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class OperatorIT {

    private static final long SEED = 4;
    private static final double NO_FIELD_TESLA = 0.001;

    @TempDir
    private Path folder;

    static List<String> phases() {
        return Boolean.getBoolean("fieldfall.long")
                ? List.of("prepare", "settle", "load", "isolate", "arm", "sweep", "relax", "recover")
                : List.of("isolate", "sweep", "relax");
    }

    @ParameterizedTest
    @MethodSource("phases")
    void aStopInAnyPhaseEndsWithoutField(String phase) throws IOException {
        var stop = new RunControl();
        var press = new PressIn(phase, stop);

        var done = ShortShot.perform(ShortShot.HASTY, folder, SEED, stop, press::heard);

        assertThat(done.result().end().status()).isEqualTo(RunEnd.Status.ABORTED);
        assertThat(done.result().end().isSafe()).isTrue();
        assertEndedSafely(done.left(), phase);
    }

    @Test
    void aStopBeforeTheSweepIsSentKeepsItFromBeingSent() {
        var stop = new RunControl();

        var done = ShortShot.perform(ShortShot.HASTY, folder, SEED, stop, event -> {
            if (event instanceof PhaseStarted started && started.phase().equals("sweep")) {
                stop.stop("test");
            }
        });

        assertThat(done.left().log().all(SendMarked.class))
                .extracting(SendMarked::mark)
                .doesNotContain("sweep");
    }

    @Test
    void oneCtrlCWhileTheFieldRisesEndsWithoutField() throws Exception {
        try (Child child = Child.dryRun(ShortShot.HASTY, folder, SEED)) {
            child.awaitSaid("prepare  begins");
            child.pass(1000);
            child.signal("INT");

            assertThat(child.exitCode()).as(child.err()).isEqualTo(Child.OPERATOR);
            assertThat(child.err())
                    .contains("STOP: the rig goes to its safe state")
                    .doesNotContain("Exception");
        }
        assertEndedSafely(onlyRun(), "prepare");
    }

    @Test
    void twoCtrlCsInTheRelaxationEndWithoutField() throws Exception {
        try (Child child = Child.dryRun(ShortShot.HASTY, folder, SEED)) {
            child.awaitSaid("relax    begins");
            child.signal("INT");
            child.awaitSaid("STOP: the rig goes");
            child.signal("INT");

            assertThat(child.exitCode()).as(child.err()).isEqualTo(Child.OPERATOR);
            assertThat(child.err()).contains("EMERGENCY: only the safe-state commands");
        }
        assertEndedSafely(onlyRun(), "relax");
        assertThat(onlyRun().log().all(OperatorActed.class))
                .extracting(OperatorActed::act)
                .endsWith("EMERGENCY");
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
    @CsvSource({
        "prepare, 1", "settle, 1", "load, 1", "isolate, 1", "arm, 1", "sweep, 1", "relax, 1", "recover, 1",
        "prepare, 2", "settle, 2", "load, 2", "isolate, 2", "arm, 2", "sweep, 2", "relax, 2", "recover, 2"
    })
    void ctrlCInAnyPhaseOnceOrTwiceEndsWithoutField(String phase, int times) throws Exception {
        try (Child child = Child.dryRun(ShortShot.HASTY, folder, SEED)) {
            child.awaitSaid(String.format(Locale.ROOT, "%-8s begins", phase));
            for (int i = 0; i < times; i++) {
                child.signal("INT");
                child.pass(20);
            }

            assertThat(child.exitCode()).as(child.err()).isEqualTo(Child.OPERATOR);
        }
        assertThat(onlyRun().manifest().ending().status()).isEqualTo(EndStatus.ABORTED);
        assertFieldIsSafe(onlyRun());
    }

    @Test
    void aKilledRunLeavesALogThatOpensAndAnUnknownEnd() throws Exception {
        try (Child child = Child.dryRun(ShortShot.HASTY, folder, SEED)) {
            child.awaitSaid("relax    begins");
            child.pass(300);
            child.signal("KILL");

            assertThat(child.exitCode()).isEqualTo(128 + 9);
        }
        var log = onlyRun().log();
        assertThat(onlyRun().manifest().ending().status()).isEqualTo(EndStatus.UNKNOWN);
        assertThat(log.found().isClosed()).isFalse();
        assertThat(log.found().damages()).allMatch(damage -> damage.kind() == Damage.Kind.TORN_TAIL);
        assertThat(log.all(PhaseStarted.class)).extracting(PhaseStarted::phase).endsWith("sweep", "relax");
    }

    private ShortShot.Left onlyRun() throws IOException {
        try (var files = Files.walk(folder)) {
            var manifests = files.filter(file -> file.endsWith("manifest.json")).toList();
            assertThat(manifests).hasSize(1);
            return new ShortShot.Left(manifests.get(0).resolveSibling(""));
        }
    }

    private static void assertEndedSafely(ShortShot.Left left, String phase) throws IOException {
        var log = left.log();
        var last = lastOf(log.all(PhaseEnded.class));

        assertThat(left.manifest().ending().status()).isEqualTo(EndStatus.ABORTED);
        assertThat(log.found().damages()).isEmpty();
        assertThat(log.found().isClosed()).isTrue();
        assertThat(last.phase()).isEqualTo(phase);
        assertThat(last.quality()).isEqualTo(Quality.FAILED);
        assertThat(log.all(OperatorActed.class)).isNotEmpty();
        assertFieldIsSafe(left);
    }

    /** By what the supply read back, and by what the field really was. */
    private static void assertFieldIsSafe(ShortShot.Left left) throws IOException {
        var steps = left.log().all(SafeStateStep.class);
        assertThat(steps).isNotEmpty().allMatch(SafeStateStep::isSafe);
        assertThat(steps).extracting(SafeStateStep::readback).contains("output is off");
        var rows = Files.readAllLines(left.folder().resolve("truth.csv"));
        double tesla = Double.parseDouble(rows.get(rows.size() - 1).split(",", -1)[1]);
        assertThat(tesla).isCloseTo(0, within(NO_FIELD_TESLA));
    }

    private static <T> T lastOf(List<T> list) {
        return list.get(list.size() - 1);
    }

    /** Presses STOP in the middle of a phase: at its second reading, at its send, else where it begins. */
    private static final class PressIn {

        private final String phase;
        private final RunControl stop;
        private boolean isThere;
        private int readings;

        PressIn(String phase, RunControl stop) {
            this.phase = phase;
            this.stop = stop;
        }

        void heard(RunEvent event) {
            if (event instanceof PhaseStarted started) {
                isThere = started.phase().equals(phase);
            }
            if (isThere && isMoment(event)) {
                stop.stop("test");
            }
        }

        private boolean isMoment(RunEvent event) {
            readings += event instanceof ScalarRead ? 1 : 0;
            return switch (phase) {
                case "load" -> true;
                case "sweep" -> event instanceof SendMarked;
                case "recover" -> readings >= 1;
                default -> readings >= 2;
            };
        }
    }
}
