package org.fieldfall.app.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.fieldfall.app.store.PyramidSeries.Chunk;

/** A pyramid's file while it is written: chunks as they fill up, then the directory, then where that begins. */
final class PyramidFile implements Closeable {

    /** Last bytes of the file. */
    static final long MAGIC = 0x0A0D_5259_504C_4689L;

    /** Directory's offset, length and checksum, the version, the magic. */
    static final int TRAILER_BYTES = 8 + 4 + 4 + 4 + 8;

    static final int VERSION = 1;

    private final FileChannel file;
    private long end;

    PyramidFile(Path part) throws IOException {
        file = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    /** Writes points and empties the buffer. */
    Chunk write(ByteBuffer points) throws IOException {
        points.flip();
        int checksum = LogFormat.checksum(points, 0, points.limit());
        var chunk = new Chunk(points.getDouble(0), end, points.limit() / 32, checksum);
        append(points);
        points.clear();
        return chunk;
    }

    /** @param logBytes size of the log the pyramid is made of */
    void finish(long logBytes, List<PyramidSeries> all) throws IOException {
        var directory = new PayloadWriter();
        directory.i64(logBytes);
        directory.i32(all.size());
        all.forEach(series -> series.put(directory));
        long start = end;
        int length = directory.position();
        int checksum = LogFormat.checksum(directory.bytes(), 0, length);
        append(directory.writtenFrom(0));
        var trailer = LogFormat.littleEndian(TRAILER_BYTES);
        trailer.putLong(start).putInt(length).putInt(checksum).putInt(VERSION).putLong(MAGIC);
        append(trailer.flip());
        file.force(true);
    }

    private void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            end += file.write(bytes, end);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
