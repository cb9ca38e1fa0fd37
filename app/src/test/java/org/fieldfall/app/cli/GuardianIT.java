package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.guard.Leases;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.GuardianLog;
import org.fieldfall.app.store.GuardianLog.Kind;
import org.fieldfall.app.store.Manifest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process of a run is killed or stopped at any moment, and the field goes to its safe value all the same. */
@Order(3)
class GuardianIT {

    private static final boolean IS_LONG = Boolean.getBoolean("fieldfall.long");
    private static final int TIMES = Integer.getInteger("fieldfall.guardian.times", IS_LONG ? 100 : 3);

    /** From the first phase; the sweep comes some 9 s after it. */
    private static final int WINDOW_MILLIS = IS_LONG ? 13_000 : 6_000;

    private static final double SAFE_RATE_TESLA_PER_SECOND = 1;
    private static final double SILENCE_SECONDS = 2;
    private static final double MOST_SECONDS = 3;
    private static final Duration TO_BE_SAFE = Duration.ofSeconds(30);
    private static final Pattern FIELD = Pattern.compile("measure field -> (-?[0-9.]+) T");
    /** For whoever wants to know how long it took. */
    private static final Path FIGURES = Path.of("target", "guardian-times.txt");

    private static final String PROTOCOL = "guarded-shot.yaml";

    @TempDir
    private Path folder;

    @Test
    void aLostRunLeavesNoField() throws Exception {
        var random = new Random(7);
        var times = new ArrayList<Times>();
        try (var rig = SimulatedProcess.start(folder, "--rig", strongLink().toString())) {
            for (int i = 0; i < TIMES; i++) {
                times.add(lost(rig.rigFile(), random.nextInt(WINDOW_MILLIS), random.nextBoolean() ? "KILL" : "STOP"));
                Files.writeString(FIGURES, times.get(i) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            assertThat(rig.stopped()).isZero();
        }
        assertThat(times)
                .allSatisfy(time -> assertThat(time.afterLossSeconds())
                        .as(time.toString())
                        .isLessThan(MOST_SECONDS + time.rampSeconds()));
        assertThat(times)
                .allSatisfy(time -> assertThat(time.toLossSeconds())
                        .as(time.toString())
                        .isLessThan(time.signal().equals("STOP") ? SILENCE_SECONDS + 0.5 : 0.5));
    }

    /**
     * What a loss took.
     *
     * @param tesla the field that the guardian found
     * @param toLossSeconds from the signal until the guardian knew
     * @param afterLossSeconds from there until the field was seen at its safe value
     */
    private record Times(String signal, long delayMillis, double tesla, double toLossSeconds, double afterLossSeconds) {

        double rampSeconds() {
            return Math.abs(tesla) / SAFE_RATE_TESLA_PER_SECOND;
        }
    }

    private Times lost(Path rig, int delayMillis, String signal) throws Exception {
        var leases = folder.resolve("leases");
        var runs = Files.createTempDirectory(folder, "runs");
        try (var run = CommandProcess.start(
                folder, leases, "run", protocol(), "--rig", rig.toString(), "--runs", runs.toString())) {
            run.awaitSaid("prepare  begins");
            assertThat(run.pass(delayMillis)).as(run.err()).isTrue();
            var before = Instant.now();
            run.signal(signal);
            var record = onlyRun(runs);
            var log = new GuardianLog(record.resolve("guardian.log"));
            awaitVerdict(log);

            var times = times(log, before, delayMillis, signal);
            assertThat(run.exitCode()).isEqualTo(128 + 9);
            assertThat(trueTesla(rig)).isCloseTo(0, within(0.005));
            assertThat(new Leases(leases).holders()).isEmpty();
            assertThat(new Leases(leases).latches()).isEmpty();
            assertRecordSaysSo(record);
            return times;
        }
    }

    private static Path onlyRun(Path runs) throws IOException {
        try (var files = Files.walk(runs)) {
            return files.filter(file -> file.endsWith("manifest.json"))
                    .findFirst()
                    .orElseThrow()
                    .resolveSibling("");
        }
    }

    private static void awaitVerdict(GuardianLog log) throws InterruptedException {
        long end = System.nanoTime() + TO_BE_SAFE.toNanos();
        while (log.all().stream().noneMatch(entry -> entry.kind() == Kind.SAFE || entry.kind() == Kind.FAULT)) {
            assertThat(System.nanoTime()).as(() -> log.all().toString()).isLessThan(end);
            Thread.sleep(20);
        }
        // It leaves its lease a moment later.
        Thread.sleep(300);
    }

    private static Times times(GuardianLog log, Instant signalled, long delayMillis, String signal) {
        List<GuardianLog.Entry> all = log.all();
        assertThat(all)
                .extracting(GuardianLog.Entry::kind)
                .startsWith(Kind.ARMED, Kind.LOST, Kind.GONE)
                .endsWith(Kind.SAFE);
        double tesla = all.stream()
                .map(entry -> FIELD.matcher(entry.text()))
                .filter(Matcher::find)
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .findFirst()
                .orElseThrow();
        Instant lost = all.get(1).at();
        Instant safe = all.stream()
                .filter(entry -> entry.text().startsWith("field supply: ramp to 0 T") && entry.kind() == Kind.STEP)
                .findFirst()
                .orElseThrow()
                .at();
        return new Times(signal, delayMillis, tesla, seconds(signalled, lost), seconds(lost, safe));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    /** Asked by somebody who was not there before. */
    private static double trueTesla(Path rigFile) {
        var configs = Configs.of(Path.of(".."), Optional.empty());
        var rig = configs.rig(rigFile.toString());
        var curve = OpenRig.calibration(rig).curve();
        try (var open = OpenRig.of(rig, configs.sample("mn12ac-experiment"), curve, 0, Speed.AUTO)) {
            return open.supply().measureField(Duration.ofSeconds(5)).tesla();
        }
    }

    private static void assertRecordSaysSo(Path record) {
        var recover = Terminal.fieldfall("review", "recover", record.toString());
        assertThat(recover.exitCode()).as(recover.err()).isZero();
        assertThat(recover.out()).contains("the guardian lost the run", "brought the rig to its safe state");
        assertThat(Manifest.read(record.resolve("manifest.json")).ending().status())
                .isEqualTo(EndStatus.RECOVERED);
        assertThat(Terminal.fieldfall("review", "timeline", record.toString()).out())
                .contains("lost: ", "safe: every instrument was seen in its safe state")
                .doesNotContain("nothing proves");
    }

    private static String protocol() {
        return Path.of("src", "test", "resources", "protocols", PROTOCOL)
                .toAbsolutePath()
                .toString();
    }

    /** A link so strong that the sample is settled within seconds. */
    private Path strongLink() throws IOException {
        var rigs = Path.of("..", "config", "rigs").toAbsolutePath().normalize();
        var text = Files.readString(rigs.resolve("twin-two-instruments.yaml"))
                .replace("../calibrations", rigs.resolveSibling("calibrations").toString())
                .replace("link: 0.14 uW/K", "link: 14 uW/K");
        return Files.writeString(folder.resolve("strong-link.yaml"), text);
    }
}
