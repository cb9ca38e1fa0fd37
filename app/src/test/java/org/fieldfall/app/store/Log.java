package org.fieldfall.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fieldfall.protocols.run.RunEvent;

/** A log as read back: events and what else was found. */
record Log(List<LogEntry> entries, LogSummary summary) {

    static final UUID RUN = UUID.fromString("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
    static final Instant WALL = Instant.parse("2026-11-22T23:59:59.123456789Z");

    static Log read(Path file) {
        var entries = new ArrayList<LogEntry>();
        var summary = LogReader.read(file, entries::add);
        return new Log(entries, summary);
    }

    static Log of(Path scratch, byte[] bytes) {
        try {
            return read(Files.write(scratch, bytes));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes the events to a new file and closes it in order. */
    static Path written(Path file, List<RunEvent> events) {
        var alarm = new HeardAlarm();
        try (var log = LogWriter.open(file, RUN, () -> WALL, alarm)) {
            events.forEach(log::heard);
        }
        alarm.assertSilent();
        return file;
    }

    /** Writes the events, in fifty goes at least, to files of about {@code bytes} each. */
    static Path inSegments(Path file, long bytes, List<RunEvent> events) {
        var alarm = new HeardAlarm();
        var settings = LogSettings.USUAL.withSegments(bytes).flushing(Duration.ZERO);
        try (var log = LogWriter.begin(new FileSegments(new LogFiles(file)), RUN, () -> WALL, alarm, settings)) {
            for (var event : events) {
                log.heard(event);
                while (log.recorded() - log.acknowledged() >= Math.max(1, events.size() / 50)) {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        alarm.assertSilent();
        return file;
    }

    /** Numbers of the frames in one segment, as if it were alone. */
    static List<Long> numbersIn(Path segment) throws IOException {
        return of(segment.resolveSibling("alone.log"), Files.readAllBytes(segment))
                .sequences();
    }

    List<Long> sequences() {
        return entries.stream().map(LogEntry::sequence).toList();
    }

    List<RunEvent> events() {
        return entries.stream().map(LogEntry::event).toList();
    }

    List<Damage> damages() {
        return summary.damages();
    }
}
