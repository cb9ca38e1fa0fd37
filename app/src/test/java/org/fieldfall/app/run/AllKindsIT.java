package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.store.Json;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.RunControl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One run with every kind of shot on a rig with every role, and the blank, which goes with no crystal, in its own. */
@Order(2)
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllKindsIT {

    private static final int SEED = 5;

    private final Live live = new Live();
    private ShortShot.Done all;
    private ShortShot.Done blank;

    @BeforeAll
    void perform(@TempDir Path runs) throws IOException {
        all = perform("all-kinds.yaml", Optional.empty(), runs);
        blank = perform("blank.yaml", Optional.of(triggered(runs)), runs);
    }

    private ShortShot.Done perform(String protocol, Optional<Path> rig, Path runs) {
        var file = Path.of("src", "test", "resources", "protocols", protocol).toAbsolutePath();
        return ShortShot.perform(file, rig, runs, SEED, new RunControl(), live);
    }

    /** The same rig with its trigger line plugged in. */
    private static Path triggered(Path folder) throws IOException {
        var config = ShortShot.HOME.resolve("config").toAbsolutePath();
        var text = Files.readString(config.resolve("rigs").resolve("twin-with-source.yaml"))
                .replace("shared-line: false", "shared-line: true")
                .replace("../calibrations", config.resolve("calibrations").toString());
        return Files.writeString(folder.resolve("triggered.yaml"), text);
    }

    private static ShotLine line(ShortShot.Done run, String kind) {
        return run.result().summary().shots().stream()
                .filter(shot -> shot.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static double figure(ShotLine line, String name) {
        return Optional.ofNullable(line.figures().get(name)).orElseThrow();
    }

    @Test
    void succeedsWithEveryShotAndEveryInstrumentSafe() {
        for (var run : List.of(all, blank)) {
            var log = run.left().log();

            assertThat(run.result().summary().status())
                    .as(run.result().summary().why())
                    .isEqualTo("success");
            assertThat(log.found().damages()).isEmpty();
            assertThat(log.found().lostEvents()).isZero();
            assertThat(log.all(PhaseEnded.class))
                    .extracting(PhaseEnded::quality)
                    .containsOnly(Quality.GOOD);
            assertThat(log.all(SafeStateStep.class))
                    .allMatch(SafeStateStep::isSafe)
                    .extracting(SafeStateStep::instrument)
                    .contains("field supply", "sample heater", "heat switch", "excitation");
        }
        assertThat(all.result().summary().shots())
                .extracting(ShotLine::kind)
                .containsExactly("zero-check", "heater-pulse", "zero", "sweep", "reverse");
    }

    /** Backward minus forward cancels the sensor; the EMF then drifts on while the others are performed. */
    @Test
    void measuresTheThermalEmf() {
        var check = line(all, "zero-check");
        var truth = Optional.ofNullable(all.left().truth().drawn().get("emf_v")).orElseThrow();

        assertThat(figure(check, "emf_v")).isCloseTo(truth, within(0.5e-6));
        assertThat(figure(check, "emf_v"))
                .isCloseTo(figure(check, "voltage_off_v"), within(5 * figure(check, "emf_sigma_v")));
        assertThat(check.verdict()).startsWith("thermal EMF ");
    }

    @Test
    void measuresThePlatformByAPulse() {
        var pulse = line(all, "heater-pulse");
        var expected = figure(pulse, "expected_heat_capacity_j_per_k");

        assertThat(pulse.verdict()).startsWith("C = ").contains("K = ", " ± ");
        assertThat(figure(pulse, "heat_capacity_j_per_k")).isCloseTo(expected, within(0.1 * expected));
    }

    /** Only the drift goes on, up to 50 mK in which the link takes 78 s: it is not of the shot's doing. */
    @Test
    void seesNothingButTheDriftWhereNothingMoves() {
        var zero = line(all, "zero");

        assertThat(zero.verdict()).startsWith("ΔT beyond the drift ").contains(" K at 0 s, ", " K at 10 s");
        for (int time : new int[] {0, 1, 10}) {
            var delta = figure(zero, "measured_delta_t_" + time + "_s_k");
            var sigma = figure(zero, "measured_sigma_" + time + "_s_k");
            assertThat(delta).as("at %s s", time).isCloseTo(0, within(4 * sigma));
        }
    }

    @Test
    void measuresTheTrueCoolingOfTheSweepAndAWarmingOnTheWayBack() {
        for (double time : new double[] {0, 1, 10}) {
            assertThat(Math.abs(all.pull(time))).as("at %s s", time).isLessThan(4);
        }
        assertThat(line(all, "sweep").verdict()).startsWith("peak -");
        assertThat(line(all, "reverse").verdict()).startsWith("peak +");
    }

    @Test
    void measuresTheRampOfEverySweptShotOnBothClocks() {
        for (var swept : List.of(line(all, "sweep"), line(all, "reverse"), line(blank, "blank"))) {
            assertThat(figure(swept, "rate_achieved_t_per_s")).as(swept.kind()).isCloseTo(10, within(0.2));
            assertThat(figure(swept, "monitor_readings_in_sweep_received"))
                    .isEqualTo(figure(swept, "monitor_readings_in_sweep_expected"));
            // What the host knows of when each acquisition began is good to some 20 ms.
            assertThat(figure(swept, "ramp_start_after_send_s"))
                    .as(swept.kind())
                    .isCloseTo(0, within(0.06));
        }
        assertThat(figure(line(all, "sweep"), "clock_skew_s")).isCloseTo(0, within(0.06));
    }

    /** A blank's thermometer does not see the ramp, and a skew would be that of the monitor to itself. */
    @Test
    void tellsNoSkewWhereOneClockAloneSawTheRamp() {
        assertThat(line(blank, "blank").figures()).doesNotContainKey("clock_skew_s");
    }

    /** Its clock starts with the program, so that only the host's send time and the lags of supply and field are left. */
    @Test
    void countsTheStartOfATriggeredMonitorFromTheEdge() {
        assertThat(figure(line(blank, "blank"), "ramp_start_after_send_s")).isCloseTo(0, within(0.01));
    }

    /** Each sample of the thermometer is a number again though the current was reversed and taken off before. */
    @Test
    void recordsTheExcitationAndTheGaugeBesideTheShots() throws Exception {
        var log = all.left().log();

        assertThat(values(log, "excitation")).hasSize(7).allMatch(amperes -> Math.abs(amperes - 0.45e-6) < 4.5e-9);
        assertThat(values(log, "auxiliary helium")).hasSizeGreaterThan(20).allMatch(level -> level > 58 && level < 63);
        assertThat(log.all(PhaseStarted.class)).extracting(PhaseStarted::phase).contains("1 zero-check: zero-check");
        assertThat(Files.readString(all.left().folder().resolve("trace-04.csv")))
                .doesNotContain("NaN");
    }

    @Test
    void marksEveryPhaseInTheSummary() {
        var phases = all.result().summary().phases();

        assertThat(phases).hasSize(3 + 6 + 3 * 8);
        assertThat(phases)
                .allMatch(phase -> phase.quality().equals("good") && phase.endedSeconds() > phase.beganSeconds());
        assertThat(phases.get(0).name()).isEqualTo("1 zero-check: prepare");
        assertThat(all.result().summary().equilibrium())
                .hasValueSatisfying(spins -> assertThat(spins.departureAtMost()).isLessThan(1e-3));
        assertThat(blank.result().summary().equilibrium()).isEmpty();
    }

    /** The phases wrote their notes while it happened; whoever has only the record has to find the same. */
    @Test
    void tellsInItsRecordAllThatThePhasesNoted() {
        var replayed = new ArrayList<PerformedShot>();
        for (var run : List.of(all, blank)) {
            replayed.addAll(RecordedRun.open(run.left().folder()).shots());
        }

        assertThat(replayed).hasSameSizeAs(live.shots);
        for (int i = 0; i < replayed.size(); i++) {
            var found = replayed.get(i).notes();
            var noted = live.shots.get(i).notes();
            assertThat(found)
                    .as("shot %s, %s", i + 1, replayed.get(i).shot().kind())
                    .usingRecursiveComparison()
                    .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
                    .ignoringFields("thermometer", "monitor")
                    .isEqualTo(noted);
            assertThat(found.trace().map(Trace::raw))
                    .usingRecursiveComparison()
                    .isEqualTo(noted.trace().map(Trace::raw));
            assertThat(found.monitorTrace().map(Trace::raw))
                    .usingRecursiveComparison()
                    .isEqualTo(noted.monitorTrace().map(Trace::raw));
        }
    }

    @Test
    void givesTheSameSummaryFromItsRecordToTheBit() throws IOException {
        for (var run : List.of(all, blank)) {
            var folder = run.left().folder();
            var again = RecordedRun.open(folder).summary();

            assertThat(Json.text(again)).isEqualTo(Files.readString(folder.resolve("summary.json")));
            assertThat(Json.text(run.result().summary())).isEqualTo(Json.text(again));
        }
    }

    /** Keeps the shots as they are performed. */
    private static final class Live implements ShortShot.Ear {
        private final List<FieldQuenchShot> shots = new ArrayList<>();

        @Override
        public void began(List<FieldQuenchShot> begun, RigConfig.Source source, Path folder) {
            shots.addAll(begun);
        }

        @Override
        public void heard(RunEvent event) {}
    }

    private static List<Double> values(ShortShot.Log log, String channel) {
        return log.all(ScalarRead.class).stream()
                .filter(read -> read.channel().equals(channel))
                .map(ScalarRead::value)
                .toList();
    }
}
