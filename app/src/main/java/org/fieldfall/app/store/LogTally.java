package org.fieldfall.app.store;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldfall.protocols.run.RunEvent;

/** What a walk through a log has found so far, over all its segments. */
final class LogTally {

    /** Before the first frame, where no header tells its number. */
    static final long UNKNOWN = -1;

    private final List<Damage> damages = new ArrayList<>();
    private Optional<LogHeader> header = Optional.empty();
    private long events;
    private long unknownFrames;
    private long lostEvents;
    private long lastSequence = UNKNOWN;
    private boolean isClosed;
    private int announced;

    long lastSequence() {
        return lastSequence;
    }

    /** Number of the last segment that another one announces; 0 if none does. */
    int announced() {
        return announced;
    }

    /** Takes the header of a segment; false if it is of another run. */
    boolean begins(LogHeader found) {
        if (header.isEmpty()) {
            header = Optional.of(found);
        }
        if (lastSequence == UNKNOWN) {
            lastSequence = found.firstSequence() - 1;
        }
        return header.get().runId().equals(found.runId());
    }

    void damage(Damage found) {
        damages.add(found);
    }

    /** All frames before this one are accounted for. */
    void passed(long sequence) {
        lastSequence = Math.max(lastSequence, sequence - 1);
    }

    /** Takes a whole frame. */
    void take(String file, long offset, FrameHead head, PayloadReader payload, Consumer<LogEntry> heard) {
        if (lastSequence != UNKNOWN && head.sequence() > lastSequence + 1) {
            damage(new Damage(file, offset, 0, Damage.Kind.MISSING_FRAMES, missingBefore(head.sequence())));
        }
        boolean bearsNumberOfNext = head.isFirst(LogFormat.CONTINUED);
        lastSequence = bearsNumberOfNext ? head.sequence() - 1 : head.sequence();
        isClosed = false;
        Optional<RunEvent> event = Optional.empty();
        try {
            event = decoded(head, payload);
        } catch (IllegalArgumentException | BufferUnderflowException wrong) {
            String what = "frame " + head.sequence() + " of type " + head.type() + " has no such content: " + wrong;
            damage(new Damage(file, offset, head.frameBytes(), Damage.Kind.CONTENT, what));
        }
        event.ifPresent(found -> hand(head, found, heard));
    }

    private void hand(FrameHead head, RunEvent event, Consumer<LogEntry> heard) {
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
        } else if (head.isFirst(LogFormat.CONTINUED)) {
            announced = payload.i32();
        } else if (!isClosed) {
            unknownFrames++;
        }
        return Optional.empty();
    }

    /** Which frames are not there if the next one is {@code sequence}. */
    String missingBefore(long sequence) {
        long last = sequence - 1;
        if (lastSequence == UNKNOWN) {
            return "frames up to " + last + " are damaged or missing";
        }
        return last == lastSequence
                ? "foreign bytes before frame " + sequence
                : "frames " + (lastSequence + 1) + " to " + last + " are damaged or missing";
    }

    LogSummary summary(List<Damage> atTheEnd) {
        var all = new ArrayList<>(damages);
        all.addAll(atTheEnd);
        return new LogSummary(header, events, unknownFrames, lostEvents, isClosed, all);
    }
}
