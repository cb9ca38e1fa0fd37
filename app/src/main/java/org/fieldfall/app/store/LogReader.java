package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldfall.protocols.run.RunEvent;

/**
 * Walks through a log of format 1, whole, damaged or still being written, in bounded memory.
 *
 * <p>Every whole frame outside a damage is returned and every damage is named. Frames of an unknown type are passed over
 * and counted.
 */
public final class LogReader {

    private static final long UNKNOWN = -1;

    private final LogBytes bytes;
    private final LogScan scan;
    private final Consumer<LogEntry> heard;
    private final List<Damage> damages = new ArrayList<>();
    private long events;
    private long unknownFrames;
    private long lostEvents;
    private long lastSequence = UNKNOWN;
    private boolean isClosed;

    private LogReader(LogBytes bytes, Consumer<LogEntry> heard) {
        this.bytes = bytes;
        this.scan = new LogScan(bytes);
        this.heard = heard;
    }

    /** Hands every event of the file to {@code heard}, in order, and tells what else was found. */
    public static LogSummary read(Path log, Consumer<LogEntry> heard) {
        try (var file = FileChannel.open(log, StandardOpenOption.READ)) {
            return new LogReader(new LogBytes(file), heard).walk();
        } catch (IOException failure) {
            throw new StoreException("run log " + log + ": cannot be read", failure);
        }
    }

    private LogSummary walk() throws IOException {
        var header = LogHeader.decoded(bytes.at(0, LogFormat.FILE_HEADER_BYTES));
        header.ifPresent(found -> lastSequence = found.firstSequence() - 1);
        long offset = header.isPresent() ? LogFormat.FILE_HEADER_BYTES : passFileHeader();
        while (offset < bytes.size()) {
            offset = step(offset);
        }
        return new LogSummary(header, events, unknownFrames, lostEvents, isClosed, damages);
    }

    // A frame may stand sooner than it should if part of the header was cut out.
    private long passFileHeader() throws IOException {
        long end = Math.min(LogFormat.FILE_HEADER_BYTES, scan.nextWhole(0, UNKNOWN));
        damages.add(new Damage(0, end, Damage.Kind.FILE_HEADER, "the file header is damaged or cut"));
        return end;
    }

    private long step(long offset) throws IOException {
        var whole = scan.wholeAt(offset, lastSequence);
        if (whole.isEmpty()) {
            return passDamage(offset);
        }
        var head = whole.get();
        if (lastSequence != UNKNOWN && head.sequence() > lastSequence + 1) {
            damages.add(new Damage(offset, 0, Damage.Kind.MISSING_FRAMES, missingBefore(head)));
        }
        lastSequence = head.sequence();
        isClosed = false;
        take(offset, head);
        return offset + head.frameBytes();
    }

    private long passDamage(long offset) throws IOException {
        long next = scan.nextWhole(offset + 1, lastSequence);
        var behind = scan.wholeAt(next, lastSequence);
        boolean isTorn = behind.isEmpty() && scan.isTornAt(offset);
        var kind = isTorn ? Damage.Kind.TORN_TAIL : Damage.Kind.GARBLED;
        String end = isTorn ? "the file ends inside a frame" : "no whole frame up to the end of the file";
        damages.add(new Damage(
                offset, next - offset, kind, behind.map(this::missingBefore).orElse(end)));
        behind.ifPresent(head -> lastSequence = head.sequence() - 1);
        return next;
    }

    private String missingBefore(FrameHead head) {
        long last = head.sequence() - 1;
        if (lastSequence == UNKNOWN) {
            return "frames up to " + last + " are damaged or missing";
        }
        return last == lastSequence
                ? "foreign bytes before frame " + head.sequence()
                : "frames " + (lastSequence + 1) + " to " + last + " are damaged or missing";
    }

    private void take(long offset, FrameHead head) throws IOException {
        var payload = scan.payload(offset, head);
        Optional<RunEvent> event = Optional.empty();
        try {
            event = decoded(head, payload);
        } catch (IllegalArgumentException | BufferUnderflowException wrong) {
            String what = "frame " + head.sequence() + " of type " + head.type() + " has no such content: " + wrong;
            damages.add(new Damage(offset, head.frameBytes(), Damage.Kind.CONTENT, what));
        }
        event.ifPresent(found -> hand(head, found));
    }

    private void hand(FrameHead head, RunEvent event) {
        events++;
        heard.accept(new LogEntry(head.sequence(), LogWriter.instant(head.wallNanos()), event));
    }

    private Optional<RunEvent> decoded(FrameHead head, PayloadReader payload) {
        var form = EventForm.of(head);
        if (form.isPresent()) {
            return Optional.of(form.get().decode(payload));
        }
        isClosed = head.isFirst(LogFormat.CLOSED);
        if (head.isFirst(LogFormat.EVENTS_LOST)) {
            lostEvents += payload.i64();
        } else if (!isClosed) {
            unknownFrames++;
        }
        return Optional.empty();
    }
}
