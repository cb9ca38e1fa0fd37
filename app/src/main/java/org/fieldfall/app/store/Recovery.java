package org.fieldfall.app.store;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the log of a run still tells, however it ended: where it ends, what is damaged, how many readings of each channel
 * are there and how many are missing.
 *
 * @param manifest as it was found
 * @param log damages and lost events
 * @param last the last event; empty if there is none
 * @param phase the phase that was going on when the log ended; empty between phases
 * @param channels what the log holds of each channel, in the order of their first reading
 * @param isBeingWritten a process is writing the log at this moment
 */
public record Recovery(
        RunFolder folder,
        Manifest manifest,
        LogSummary log,
        Optional<LogEntry> last,
        Optional<String> phase,
        List<HeldReadings> channels,
        boolean isBeingWritten) {

    public Recovery {
        channels = List.copyOf(channels);
    }

    /** Reads the manifest and the whole log, changes nothing. */
    public static Recovery of(RunFolder folder) {
        var manifest = Manifest.read(folder.manifest());
        var files = new LogFiles(folder.log());
        boolean isBeingWritten = LogLock.isHeld(files);
        var census = new Census();
        var log = exists(files) ? LogReader.read(folder.log(), census) : none(files);
        return new Recovery(folder, manifest, log, census.last(), census.phase(), census.channels(), isBeingWritten);
    }

    private static boolean exists(LogFiles files) {
        try {
            return !files.present().isEmpty();
        } catch (IOException failure) {
            throw new StoreException("run folder " + files.folder() + ": cannot be read", failure);
        }
    }

    private static LogSummary none(LogFiles files) {
        var missing = new Damage(files.name(0), 0, 0, Damage.Kind.MISSING_SEGMENT, "the file is missing");
        return new LogSummary(Optional.empty(), 0, 0, 0, false, List.of(missing));
    }

    /** All places where readings are missing. */
    public List<Gap> gaps() {
        return channels.stream().flatMap(held -> held.gaps().stream()).toList();
    }

    /** Why this run is not to be recovered; empty if it is. */
    public Optional<String> refusal() {
        if (isBeingWritten) {
            return Optional.of(name() + ": the run goes on, its log is being written");
        }
        var status = manifest.ending().status();
        boolean isOpen = status == EndStatus.UNKNOWN || status == EndStatus.RECOVERED || !log.isClosed();
        return isOpen
                ? Optional.empty()
                : Optional.of(name() + ": the run ended as " + status.name().toLowerCase(Locale.ROOT)
                        + " and its log was closed in order; " + "there is nothing to recover");
    }

    private String name() {
        return String.valueOf(folder.path().getFileName());
    }

    /**
     * Writes the status {@code recovered} and what is missing into the manifest; the log stays as it is.
     *
     * @throws StoreException if there is a {@link #refusal}, or the manifest cannot be written
     */
    public Manifest write(InstantSource clock) {
        refusal().ifPresent(why -> {
            throw new StoreException(why, null);
        });
        var remarks = remarks();
        var ending = new Manifest.Ending(EndStatus.RECOVERED, why(), clock.instant());
        var quality = remarks.isEmpty() ? manifest.dataQuality() : new Manifest.DataQuality("marked", remarks);
        var recovered = manifest.withEnding(ending, quality);
        recovered.write(folder.manifest());
        LogLock.forget(new LogFiles(folder.log()));
        return recovered;
    }

    /** How the log ends, in words. */
    public String why() {
        String end = last.map(entry -> "the last event is frame " + entry.sequence() + " of " + entry.wall()
                        + phase.map(name -> ", in the phase " + name).orElse(", between phases"))
                .orElse("it holds no event");
        return (log.isClosed() ? "the log was closed in order; " : "the log ends without being closed; ")
                + end
                + new GuardianLog(folder.guardianLog())
                        .intervention()
                        .map(words -> "; " + words)
                        .orElse("");
    }

    /** What is missing, a sentence each; empty if nothing is. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        log.damages().forEach(damage -> remarks.add(damage.toString()));
        if (log.lostEvents() > 0) {
            remarks.add(log.lostEvents() + " events were lost while the disk did not take them");
        }
        channels.stream().filter(held -> !held.isComplete()).forEach(held -> remarks.add(held.toString()));
        gaps().forEach(gap -> remarks.add(gap.toString()));
        return remarks;
    }
}
