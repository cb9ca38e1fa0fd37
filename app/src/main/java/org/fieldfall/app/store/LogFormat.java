package org.fieldfall.app.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The numbers of log format 1, as in {@code app/docs/log-format.md}. All integers are little-endian. */
final class LogFormat {

    static final int VERSION = 1;
    static final int FILE_HEADER_BYTES = 48;
    static final int FRAME_HEADER_BYTES = 32;
    static final int CHECKSUM_BYTES = 4;

    /** First bytes of a file; like PNG's, they show damage by a text-mode copy. */
    static final long MAGIC = 0x0A0D_474F_4C46_4689L;

    /** First bytes of every frame; no UTF-8 text holds them. */
    static final int SYNC = 0x465A_FFF5;

    /** The largest payload a reader believes in: 8 million readings. */
    static final int LARGEST_PAYLOAD = 1 << 26;

    /** Type of the frame that stands for events the writer could not take. */
    static final int EVENTS_LOST = 0x40;

    /** Type of the last frame of a log that was closed in order. */
    static final int CLOSED = 0x41;

    /** Type of the last frame of a segment that is followed by another; it bears the number of the next frame. */
    static final int CONTINUED = 0x42;

    private LogFormat() {}

    static int checksum(ByteBuffer bytes, int from, int count) {
        var crc = new CRC32C();
        crc.update(bytes.duplicate().limit(from + count).position(from));
        return (int) crc.getValue();
    }

    static ByteBuffer littleEndian(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }
}
