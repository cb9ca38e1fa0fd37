package org.fieldfall.app.review;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fieldfall.app.store.Annotations;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.GuardianLog;
import org.fieldfall.app.store.LogReader;
import org.fieldfall.app.store.LogSummary;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.Source;
import org.fieldfall.app.store.StoreException;

/**
 * The course of a run in plain words, from its manifest, its log and what people wrote to it.
 *
 * @param moments in the order of the record
 */
public record Timeline(Manifest manifest, List<Moment> moments) {

    private static final String GUARDIAN = "guardian";
    private static final String LOST = GuardianLog.Kind.LOST.name().toLowerCase(Locale.ROOT) + ": ";

    private static final Set<GuardianLog.Kind> TROUBLES =
            Set.of(GuardianLog.Kind.LOST, GuardianLog.Kind.GONE, GuardianLog.Kind.UNSAFE, GuardianLog.Kind.FAULT);

    public Timeline {
        moments = List.copyOf(moments);
    }

    /** Reads a run's folder; a log that cannot be read is one of the troubles told. */
    public static Timeline of(Path folder) {
        Manifest manifest = Manifest.read(folder.resolve("manifest.json"));
        List<Moment> moments = new ArrayList<>();
        moments.add(beginning(manifest));
        GuardianLog guardian = new GuardianLog(RunFolder.of(folder, manifest).guardianLog());
        Course course = new Course(startSeconds(manifest), manifest.run().source() == Source.SIMULATOR, moments::add);
        try {
            LogSummary log = LogReader.read(RunFolder.of(folder, manifest).log(), course::heard);
            course.over(log.isClosed(), guardian.intervention().isPresent());
            moments.addAll(ofTheGuardian(guardian));
            moments.addAll(ofTheLog(log));
        } catch (StoreException unreadable) {
            moments.add(timeless("record", true, String.valueOf(unreadable.getMessage())));
        }
        moments.add(ending(manifest));
        new Annotations(RunFolder.of(folder, manifest).annotations())
                .all()
                .forEach(note -> moments.add(new Moment(
                        Double.NaN, note.at().toString(), "note", false, note.by() + " wrote: " + note.text())));
        return new Timeline(manifest, moments);
    }

    /** Rig time at which the run began: the manifest tells what the wall clock said at rig time 0. */
    private static double startSeconds(Manifest manifest) {
        return Duration.between(manifest.run().rigTimeZero(), manifest.run().started())
                        .toNanos()
                * 1e-9;
    }

    private static Moment beginning(Manifest manifest) {
        Manifest.Run run = manifest.run();
        String seed = run.seed().isPresent() ? ", seed " + run.seed().getAsLong() : "";
        String text = String.format(
                Locale.ROOT,
                "run %d (%s) begins: protocol %s, sample %s, rig %s, by %s%s; readings from the %s%s",
                run.number(),
                RunFolder.shortId(run.id()),
                manifest.documents().protocol().name(),
                manifest.documents().sample().name(),
                manifest.documents().rig().name(),
                run.who(),
                run.why().isBlank() ? "" : " (" + run.why() + ")",
                run.source().name(),
                seed);
        return new Moment(0, run.started().toString(), "run", false, text);
    }

    private static Moment ending(Manifest manifest) {
        Manifest.Ending end = manifest.ending();
        if (end.status() == EndStatus.UNKNOWN) {
            return timeless("run", true, "how the run ended is not known: " + end.why());
        }
        String text = "the run is recorded as " + end.status().name().toLowerCase(Locale.ROOT) + ": " + end.why()
                + "; its data are " + quality(manifest.dataQuality());
        return new Moment(Double.NaN, end.at().toString(), "run", end.status() != EndStatus.SUCCESS, text);
    }

    private static String quality(Manifest.DataQuality quality) {
        return quality.remarks().isEmpty()
                ? quality.mark()
                : quality.mark() + " (" + String.join("; ", quality.remarks()) + ")";
    }

    private static List<Moment> ofTheLog(LogSummary log) {
        List<Moment> moments = new ArrayList<>();
        log.damages().forEach(damage -> moments.add(timeless("record", true, "the log is damaged: " + damage)));
        if (log.lostEvents() > 0) {
            moments.add(timeless(
                    "record", true, "the disk did not take " + log.lostEvents() + " events, they are not in the log"));
        }
        if (log.unknownFrames() > 0) {
            moments.add(timeless(
                    "record",
                    true,
                    log.unknownFrames() + " frames of the log are of a kind this version does not know"));
        }
        moments.add(timeless(
                "record",
                !log.isClosed(),
                log.isClosed()
                        ? "the log holds " + log.events() + " events and was closed in order"
                        : "the log holds " + log.events() + " events and was NOT closed in order: cut, killed, or still"
                                + " being written"));
        return moments;
    }

    /** What it did where it had to; that it was there and had nothing to do is one line. */
    private static List<Moment> ofTheGuardian(GuardianLog guardian) {
        boolean hasActed = guardian.intervention().isPresent();
        List<Moment> moments = new ArrayList<>(guardian.all().stream()
                .filter(entry -> hasActed || entry.kind() == GuardianLog.Kind.ARMED)
                .map(entry -> new Moment(
                        Double.NaN,
                        entry.at().toString(),
                        GUARDIAN,
                        TROUBLES.contains(entry.kind()),
                        entry.kind().name().toLowerCase(Locale.ROOT) + ": " + entry.text()))
                .toList());
        guardian.intervention()
                .ifPresent(words -> moments.add(timeless(GUARDIAN, !guardian.isBroughtToSafety(), words)));
        return moments;
    }

    private static Moment timeless(String kind, boolean isTrouble, String text) {
        return new Moment(Double.NaN, "", kind, isTrouble, text);
    }

    /** What the guardian did in place of the run; empty where it had nothing to do. */
    public List<Moment> takenOver() {
        List<Moment> all = moments.stream()
                .filter(moment -> moment.kind().equals(GUARDIAN))
                .toList();
        return all.stream().anyMatch(moment -> moment.text().startsWith(LOST)) ? all : List.of();
    }

    /** What a reader must not miss. */
    public List<Moment> troubles() {
        return moments.stream().filter(Moment::isTrouble).toList();
    }
}
