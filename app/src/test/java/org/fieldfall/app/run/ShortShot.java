package org.fieldfall.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.LogEntry;
import org.fieldfall.app.store.LogReader;
import org.fieldfall.app.store.LogSummary;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.sequence.RunControl;

/**
 * Dry runs of the shipped first shot that stop looking 65 s after the ramp, with everything that ships: rig, sample,
 * calibration, real wires. Also what such a run left on the disk.
 */
final class ShortShot {

    /** Folder fieldfall is in, seen from where the tests run. */
    static final Path HOME = Path.of("..");

    static final Path PROTOCOL = protocol("short-shot.yaml");

    /** The same phases in a hurry, for runs that are ended early. */
    static final Path HASTY = protocol("hasty-shot.yaml");

    private ShortShot() {}

    private static Path protocol(String name) {
        return Path.of("src", "test", "resources", "protocols", name).toAbsolutePath();
    }

    /** The shipped rig of two instruments on lines of one's own, as the text of a rig file that may be anywhere. */
    static String realRig(List<String> resources) throws IOException {
        var config = HOME.resolve("config").toAbsolutePath().normalize();
        var text = Files.readString(config.resolve("rigs").resolve("twin-two-instruments.yaml"))
                .replaceFirst("source: simulator", "source: rig")
                .replace("../calibrations", config.resolve("calibrations").toString());
        for (var resource : resources) {
            text = text.replaceFirst("resource: simulated", "resource: " + resource);
        }
        return text;
    }

    /** Performs it and waits for its end. */
    static Done perform(Path runs, long seed) {
        return perform(PROTOCOL, runs, seed, new RunControl(), event -> {});
    }

    /** Performs it at a speed of the world. */
    static Done perform(Path runs, long seed, Speed speed) {
        return perform(PROTOCOL, Optional.empty(), runs, seed, speed, new RunControl(), event -> {});
    }

    /** Performs it or its hasty variant with an ear of the test's own and a switch to end it by. */
    static Done perform(Path protocol, Path runs, long seed, RunControl stop, Ear ear) {
        return perform(protocol, Optional.empty(), runs, seed, stop, ear);
    }

    /** @param rig file instead of the protocol's own */
    static Done perform(Path protocol, Optional<Path> rig, Path runs, long seed, RunControl stop, Ear ear) {
        return perform(protocol, rig, runs, seed, Speed.AUTO, stop, ear);
    }

    private static Done perform(
            Path protocol, Optional<Path> rig, Path runs, long seed, Speed speed, RunControl stop, Ear ear) {
        var experiment = Configs.of(HOME, Optional.empty())
                .experiment(protocol.toString(), Optional.empty(), rig.map(Path::toString));
        var request = new Request(experiment, seed, speed, runs, "test", "a whole run");
        var result = new Execution(request, stop, ear, InstantSource.system()).run();
        return new Done(result, new Left(Path.of(result.summary().runFolder())));
    }

    /** Hears events; the beginning is of no interest. */
    @FunctionalInterface
    interface Ear extends RunObserver {
        @Override
        default void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path folder) {}
    }

    /** A run that ended. */
    record Done(Execution.Result result, Left left) {

        /** Measured minus true temperature difference in units of the stated uncertainty. */
        double pull(double afterRampSeconds) {
            var measured = measured(afterRampSeconds);
            return (measured.measured() - left.trueDelta(afterRampSeconds)) / measured.measuredSigma();
        }

        /** Achieved minus true rate in units of the stated uncertainty. */
        double ratePull() {
            var summary = result.summary();
            return (summary.rateAchieved() - left.truth().rate()) / summary.rateAchievedSigma();
        }

        ShotSummary.Point measured(double afterRampSeconds) {
            return result.summary().points().stream()
                    .filter(point -> point.afterRampSeconds() == afterRampSeconds)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The folder of a run, read back. */
    record Left(Path folder) {

        TruthKeeper.Shot truth() {
            return Json.read(folder.resolve("truth.json"), TruthKeeper.Shot.class);
        }

        double trueDelta(double afterRampSeconds) {
            return truth().points().stream()
                    .filter(point -> point.afterRampSeconds() == afterRampSeconds)
                    .findFirst()
                    .orElseThrow()
                    .deltaKelvin();
        }

        Manifest manifest() {
            return Manifest.read(folder.resolve("manifest.json"));
        }

        Log log() {
            List<LogEntry> entries = Collections.synchronizedList(new ArrayList<>());
            var found = LogReader.read(folder.resolve("run.log"), entries::add);
            return new Log(found, List.copyOf(entries));
        }
    }

    /** A log as it was read back. */
    record Log(LogSummary found, List<LogEntry> entries) {

        <T extends RunEvent> List<T> all(Class<T> kind) {
            return entries.stream()
                    .map(LogEntry::event)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }
    }
}
