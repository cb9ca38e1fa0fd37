package org.fieldfall.app.store;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What stands before a frame's payload.
 *
 * @param flags none is defined in format 1; a frame with one set is passed over
 * @param wallNanos wall time in nanoseconds since 1970-01-01T00:00Z
 * @param length of the payload in bytes
 */
record FrameHead(int type, int version, int flags, long sequence, long wallNanos, int length) {

    /** Writes a frame: room for the head, the payload, then head and checksum. */
    static void frame(PayloadWriter out, int type, int version, long sequence, long wallNanos, Runnable payload) {
        int start = out.reserve(LogFormat.FRAME_HEADER_BYTES);
        payload.run();
        int length = out.position() - start - LogFormat.FRAME_HEADER_BYTES;
        if (length > LogFormat.LARGEST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "a frame holds at most " + LogFormat.LARGEST_PAYLOAD + " bytes, not " + length);
        }
        new FrameHead(type, version, 0, sequence, wallNanos, length).put(out.bytes(), start);
        out.i32(LogFormat.checksum(out.bytes(), start, LogFormat.FRAME_HEADER_BYTES + length));
    }

    private void put(ByteBuffer bytes, int at) {
        bytes.putInt(at, LogFormat.SYNC);
        bytes.put(at + 4, (byte) type).put(at + 5, (byte) version).putShort(at + 6, (short) flags);
        bytes.putLong(at + 8, sequence).putLong(at + 16, wallNanos).putInt(at + 24, length);
        bytes.putInt(at + 28, LogFormat.checksum(bytes, at, 28));
    }

    /** The head that {@code bytes} begin with; empty if there is none or it is damaged. */
    static Optional<FrameHead> decoded(ByteBuffer bytes) {
        if (bytes.remaining() < LogFormat.FRAME_HEADER_BYTES || bytes.getInt(0) != LogFormat.SYNC) {
            return Optional.empty();
        }
        int length = bytes.getInt(24);
        boolean isSound = bytes.getInt(28) == LogFormat.checksum(bytes, 0, 28)
                && length >= 0
                && length <= LogFormat.LARGEST_PAYLOAD;
        return isSound ? Optional.of(decodedSound(bytes, length)) : Optional.empty();
    }

    private static FrameHead decodedSound(ByteBuffer bytes, int length) {
        int type = Byte.toUnsignedInt(bytes.get(4));
        int version = Byte.toUnsignedInt(bytes.get(5));
        int flags = Short.toUnsignedInt(bytes.getShort(6));
        return new FrameHead(type, version, flags, bytes.getLong(8), bytes.getLong(16), length);
    }

    /** True for a frame of this type in its first version, without flags. */
    boolean isFirst(int wantedType) {
        return type == wantedType && version == 1 && flags == 0;
    }

    int frameBytes() {
        return LogFormat.FRAME_HEADER_BYTES + length + LogFormat.CHECKSUM_BYTES;
    }
}
