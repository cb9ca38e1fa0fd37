package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Finds whole frames: those whose two checksums hold and whose number is higher than the last one's. */
final class LogScan {

    private static final int SEARCH_BYTES = 1 << 16;

    private final LogBytes bytes;

    LogScan(LogBytes bytes) {
        this.bytes = bytes;
    }

    /** The head of the whole frame that begins at {@code offset}. */
    Optional<FrameHead> wholeAt(long offset, long afterSequence) throws IOException {
        var head = FrameHead.decoded(bytes.at(offset, LogFormat.FRAME_HEADER_BYTES))
                .filter(found -> found.sequence() > afterSequence && offset + found.frameBytes() <= bytes.size());
        return head.isPresent() && isSound(offset, head.get()) ? head : Optional.empty();
    }

    /** Where the first whole frame at or behind {@code offset} begins; the size of the file if there is none. */
    long nextWhole(long offset, long afterSequence) throws IOException {
        long candidate = nextSync(offset);
        while (candidate < bytes.size() && wholeAt(candidate, afterSequence).isEmpty()) {
            candidate = nextSync(candidate + 1);
        }
        return candidate;
    }

    /** True if the file ends inside the frame that begins at {@code offset}. */
    boolean isTornAt(long offset) throws IOException {
        var start = bytes.at(offset, LogFormat.FRAME_HEADER_BYTES);
        if (start.remaining() == LogFormat.FRAME_HEADER_BYTES) {
            return FrameHead.decoded(start)
                    .filter(head -> offset + head.frameBytes() > bytes.size())
                    .isPresent();
        }
        var sync = LogFormat.littleEndian(4).putInt(0, LogFormat.SYNC);
        int count = Math.min(4, start.remaining());
        return start.slice(0, count).equals(sync.limit(count));
    }

    /** The payload of a whole frame. */
    PayloadReader payload(long offset, FrameHead head) throws IOException {
        return new PayloadReader(bytes.at(offset + LogFormat.FRAME_HEADER_BYTES, head.length()));
    }

    private boolean isSound(long offset, FrameHead head) throws IOException {
        var frame = bytes.at(offset, head.frameBytes());
        int checked = head.frameBytes() - LogFormat.CHECKSUM_BYTES;
        return frame.remaining() == head.frameBytes() && frame.getInt(checked) == LogFormat.checksum(frame, 0, checked);
    }

    private long nextSync(long offset) throws IOException {
        long from = offset;
        while (from + 4 <= bytes.size()) {
            int found = indexOfSync(bytes.at(from, SEARCH_BYTES));
            if (found >= 0) {
                return from + found;
            }
            from += SEARCH_BYTES - 3;
        }
        return bytes.size();
    }

    private static int indexOfSync(ByteBuffer part) {
        for (int i = 0; i + 4 <= part.limit(); i++) {
            if (part.getInt(i) == LogFormat.SYNC) {
                return i;
            }
        }
        return -1;
    }
}
