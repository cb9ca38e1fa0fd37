package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log file that did not exist before. An interrupt would close it: only the log's own thread touches it. */
final class FileLogChannel implements LogChannel {

    private static final Logger LOG = LoggerFactory.getLogger(FileLogChannel.class);

    private final Path path;
    private FileChannel file;

    FileLogChannel(Path path) throws IOException {
        this.path = path;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        return file.write(bytes, position);
    }

    @Override
    public void force() throws IOException {
        file.force(false);
    }

    @Override
    public void truncate(long size) throws IOException {
        file.truncate(size);
    }

    @Override
    public void renew(ByteBuffer header, long size) {
        try {
            var again = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (isSame(again, header, size)) {
                file.close();
                file = again;
            } else {
                again.close();
            }
        } catch (IOException stillAway) {
            LOG.debug("{} cannot be opened anew: {}", path, StoreException.reason(stillAway));
        }
    }

    private static boolean isSame(FileChannel again, ByteBuffer header, long size) throws IOException {
        var found = ByteBuffer.allocate(header.remaining());
        again.read(found, 0);
        return again.size() >= size && found.flip().equals(header);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
