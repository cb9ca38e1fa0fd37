package org.fieldfall.app.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The end of the log: the newest segment, and the next one once that is full. Frames go behind the last byte known to be
 * on the disk. Used by the log's thread only.
 */
final class LogTape implements Closeable {

    private final LogSegments segments;
    private final long segmentBytes;
    private LogHeader header;
    private LogChannel channel;
    private long safeEnd = LogFormat.FILE_HEADER_BYTES;

    /** Begins segment 0; its header is on the disk when this returns. */
    LogTape(LogSegments segments, UUID runId, long segmentBytes) throws IOException {
        this.segments = segments;
        this.segmentBytes = segmentBytes;
        this.header = new LogHeader(LogFormat.VERSION, 0, runId, 1);
        try {
            this.channel = begin(header);
        } catch (IOException failure) {
            segments.close();
            throw failure;
        }
    }

    private LogChannel begin(LogHeader first) throws IOException {
        var fresh = segments.create(first.segment());
        try {
            writeAll(fresh, first.encoded(), 0);
            fresh.force();
            return fresh;
        } catch (IOException failure) {
            fresh.close();
            segments.discard(first.segment());
            throw failure;
        }
    }

    private static void writeAll(LogChannel channel, ByteBuffer bytes, long position) throws IOException {
        long end = position + bytes.remaining();
        while (bytes.hasRemaining()) {
            write(channel, bytes, end - bytes.remaining());
        }
    }

    private static int write(LogChannel channel, ByteBuffer bytes, long position) throws IOException {
        int count = channel.write(bytes, position);
        if (count <= 0) {
            throw new IOException("the disk took none of " + bytes.remaining() + " bytes");
        }
        return count;
    }

    /** Writes some of {@code bytes}, {@code after} bytes behind the safe end, and tells how many. */
    int write(ByteBuffer bytes, int after) throws IOException {
        return write(channel, bytes, safeEnd + after);
    }

    /** Returns when the {@code written} bytes behind the safe end are safe too. */
    void force(int written) throws IOException {
        channel.force();
        safeEnd += written;
    }

    /** Cuts off what stands further than {@code written} bytes behind the safe end. */
    void cut(int written) throws IOException {
        channel.truncate(safeEnd + written);
    }

    /** Takes hold of the segment again if its disk was away. */
    void renew() {
        channel.renew(header.encoded(), safeEnd);
    }

    /**
     * Goes on in a new segment if this one is full; everything written must be safe. Where there can be no new one this
     * one grows on: a border between files is not worth an event.
     *
     * @param nextSequence number of the next frame
     */
    void rollIfFull(long nextSequence) {
        if (safeEnd < segmentBytes) {
            return;
        }
        try {
            var next = new LogHeader(header.version(), header.segment() + 1, header.runId(), nextSequence);
            var fresh = begin(next);
            leave(next);
            header = next;
            channel = fresh;
            safeEnd = LogFormat.FILE_HEADER_BYTES;
        } catch (IOException noRoom) {
            // What is wrong with the disk will show, and be told, when frames are written.
        }
    }

    // The note that there is more is for a reader who lost the next segment; without it nothing else is lost.
    private void leave(LogHeader next) {
        try (var full = channel) {
            try {
                writeAll(full, continued(next), safeEnd);
                full.force();
            } catch (IOException unsaid) {
                full.truncate(safeEnd);
            }
        } catch (IOException uncut) {
            // The reader names the torn note.
        }
    }

    private static ByteBuffer continued(LogHeader next) {
        var frame = new PayloadWriter();
        FrameHead.frame(frame, LogFormat.CONTINUED, 1, next.firstSequence(), 0, () -> frame.i32(next.segment()));
        return frame.writtenFrom(0);
    }

    @Override
    public void close() throws IOException {
        try (segments) {
            channel.close();
        }
    }
}
