package org.fieldfall.app.store;

import java.nio.ByteBuffer;
import org.fieldfall.protocols.run.RunEvent;

/** Frames that no finished force covers yet, as bytes; kept until one does, so that they can be written again. */
final class LogBatch {

    private final PayloadWriter frames = PayloadWriter.direct();
    private long lastSequence;

    /** @param acknowledged number of the last frame before this batch */
    LogBatch(long acknowledged) {
        lastSequence = acknowledged;
    }

    /** @param isCompressed there is time to make readings short */
    void add(LogQueue.Waiting next, boolean isCompressed) {
        if (next.lostBefore() > 0) {
            lost(next.sequence() - 1, next.wallNanos(), next.lostBefore(), "the queue was full");
        }
        int start = frames.position();
        try {
            event(next, isCompressed ? EventForm.compressed(next.event()) : EventForm.plain(next.event()));
        } catch (RuntimeException unwritable) {
            frames.backTo(start);
            lost(next.sequence(), next.wallNanos(), 1, "it cannot be written: " + unwritable);
        }
    }

    private void event(LogQueue.Waiting next, EventForm<RunEvent> form) {
        frame(
                form.type(),
                form.version(),
                next.sequence(),
                next.wallNanos(),
                () -> form.encoder().accept(next.event(), frames));
    }

    private void lost(long sequence, long wallNanos, long count, String why) {
        frame(LogFormat.EVENTS_LOST, 1, sequence, wallNanos, () -> {
            frames.i64(count);
            frames.text(why);
        });
    }

    /** The last frame of a log that is closed in order. */
    void closed(long wallNanos, long lostInAll) {
        frame(LogFormat.CLOSED, 1, lastSequence + 1, wallNanos, () -> frames.i64(lostInAll));
    }

    private void frame(int type, int version, long sequence, long wallNanos, Runnable payload) {
        FrameHead.frame(frames, type, version, sequence, wallNanos, payload);
        lastSequence = sequence;
    }

    int size() {
        return frames.position();
    }

    boolean isEmpty() {
        return size() == 0;
    }

    ByteBuffer from(int offset) {
        return frames.writtenFrom(offset);
    }

    /** How many of the first {@code count} bytes belong to whole frames. */
    int wholeBytes(int count) {
        int whole = 0;
        int next = frameEnd(0);
        while (next <= count && next > whole) {
            whole = next;
            next = frameEnd(whole);
        }
        return whole;
    }

    /** Forgets the first {@code count} bytes, whole frames, and tells the number of the last of them. */
    long drop(int count) {
        long last = count == size() ? lastSequence : frames.bytes().getLong(count + 8) - 1;
        frames.dropFirst(count);
        return last;
    }

    private int frameEnd(int start) {
        boolean isThere = start + LogFormat.FRAME_HEADER_BYTES <= size();
        return isThere
                ? start + LogFormat.FRAME_HEADER_BYTES + frames.bytes().getInt(start + 24) + LogFormat.CHECKSUM_BYTES
                : start;
    }
}
