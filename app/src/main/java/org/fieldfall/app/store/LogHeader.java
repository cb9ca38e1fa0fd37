package org.fieldfall.app.store;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * The first 48 bytes of a log file: which run it belongs to and where in the run's numbering it begins.
 *
 * @param version of the format
 * @param segment number of this file among the files of the run, from 0
 * @param firstSequence number of the first frame in this file
 */
public record LogHeader(int version, int segment, UUID runId, long firstSequence) {

    ByteBuffer encoded() {
        var bytes = LogFormat.littleEndian(LogFormat.FILE_HEADER_BYTES);
        bytes.putLong(LogFormat.MAGIC).putShort((short) version).putShort((short) LogFormat.FILE_HEADER_BYTES);
        bytes.putInt(segment);
        bytes.putLong(runId.getMostSignificantBits()).putLong(runId.getLeastSignificantBits());
        bytes.putLong(firstSequence).putInt(0);
        return bytes.putInt(LogFormat.checksum(bytes, 0, 44)).flip();
    }

    /** The header that {@code bytes} begin with; empty if there is none or it is damaged. */
    static Optional<LogHeader> decoded(ByteBuffer bytes) {
        if (bytes.remaining() < LogFormat.FILE_HEADER_BYTES || bytes.getLong(0) != LogFormat.MAGIC) {
            return Optional.empty();
        }
        if (bytes.getInt(44) != LogFormat.checksum(bytes, 0, 44)) {
            return Optional.empty();
        }
        var runId = new UUID(bytes.getLong(16), bytes.getLong(24));
        return Optional.of(new LogHeader(bytes.getShort(8), bytes.getInt(12), runId, bytes.getLong(32)));
    }
}
