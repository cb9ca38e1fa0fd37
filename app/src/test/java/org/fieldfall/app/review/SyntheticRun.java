package org.fieldfall.app.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.LogAlarm;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.Source;
import org.fieldfall.protocols.run.RunEvent;

/** The folder of a run that never was: the shipped files in its manifest, events of one's own in its log. */
public final class SyntheticRun {

    /** Rig time 0 is this long before a run begins. */
    public static final double RIG_SECONDS_AT_START = 3;

    private static final Path CONFIG = Path.of("..", "config");

    private final Path root;
    private Instant started = Instant.parse("2026-11-20T08:00:00Z");
    private String protocol = text("protocols", "first-shot");
    private EndStatus status = EndStatus.SUCCESS;
    private String rig = "twin-two-instruments";
    private String why = "to see it";
    private Manifest.Asked asked = new Manifest.Asked(4, 1, 0.1);

    private SyntheticRun(Path root) {
        this.root = root;
    }

    public static SyntheticRun under(Path root) {
        return new SyntheticRun(root);
    }

    public SyntheticRun started(String instant) {
        started = Instant.parse(instant);
        return this;
    }

    public SyntheticRun ended(EndStatus earned) {
        status = earned;
        return this;
    }

    public SyntheticRun asked(double initialKelvin, double initialTesla, double finalTesla) {
        asked = new Manifest.Asked(initialKelvin, initialTesla, finalTesla);
        return this;
    }

    /** The first shot with a part of its text replaced. */
    public SyntheticRun protocol(String from, String to) {
        protocol = protocol.replace(from, to);
        return this;
    }

    /** One of the shipped rigs. */
    public SyntheticRun rig(String name) {
        rig = name;
        return this;
    }

    public SyntheticRun why(String note) {
        why = note;
        return this;
    }

    /** Writes manifest and log. */
    public RunFolder write(RunEvent... events) {
        var folder = RunFolder.claim(root, "mn12ac-experiment", id(), started);
        manifest(folder).write(folder.manifest());
        try (var log = LogWriter.open(folder.log(), folder.runId(), () -> started, new NoAlarm())) {
            List.of(events).forEach(log::heard);
        }
        return folder;
    }

    /** Writes the manifest alone, at once: for lists of thousands. */
    public RunFolder writeManifest() {
        var folder = RunFolder.claim(root, "mn12ac-experiment", id(), started);
        manifest(folder).write(folder.manifest());
        return folder;
    }

    /** The same start and place in the day give the same id. */
    private UUID id() {
        return UUID.nameUUIDFromBytes(started.toString().getBytes(StandardCharsets.UTF_8));
    }

    public Manifest manifest(RunFolder folder) {
        var run = new Manifest.Run(
                folder.runId(),
                folder.number(),
                "Ada",
                why,
                Source.SIMULATOR,
                OptionalLong.of(1),
                started,
                started.minusMillis((long) (1000 * RIG_SECONDS_AT_START)));
        var documents = new Manifest.Documents(
                Manifest.Document.of("mn12ac-experiment", text("samples", "mn12ac-experiment")),
                Manifest.Document.of(rig, text("rigs", rig)),
                Manifest.Document.of("first-shot", protocol),
                List.of(Manifest.Document.of("CX-1050", calibration())));
        var begun = Manifest.begun(run, documents)
                .asking(asked)
                .withInstruments(List.of(), Map.of("field-supply", "ASRL/dev/pts/1::INSTR"));
        return status == EndStatus.UNKNOWN
                ? begun
                : begun.withEnding(
                        new Manifest.Ending(status, "as it was told", started.plusSeconds(60)),
                        new Manifest.DataQuality("good", List.of()));
    }

    private static String text(String kind, String name) {
        return read(CONFIG.resolve(kind).resolve(name + ".yaml"));
    }

    private String calibration() {
        var name = text("rigs", rig).replaceAll("(?s).*curve: (\\S+).*", "$1");
        return read(CONFIG.resolve("rigs").resolve(name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class NoAlarm implements LogAlarm {
        @Override
        public void stalled(String report) {
            throw new AssertionError(report);
        }

        @Override
        public void failed(String report) {
            throw new AssertionError(report);
        }

        @Override
        public void recovered(String report) {}
    }
}
