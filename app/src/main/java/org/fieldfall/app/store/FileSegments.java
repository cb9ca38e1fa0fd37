package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;

/** Segments as files of a folder, locked for as long as they are written. */
final class FileSegments implements LogSegments {

    private final LogFiles files;
    private final LogLock lock;

    FileSegments(LogFiles files) {
        this.files = files;
        this.lock = LogLock.hold(files);
    }

    @Override
    public LogChannel create(int number) throws IOException {
        if (number == 0 && !files.present().isEmpty()) {
            throw new FileAlreadyExistsException(files.first().toString());
        }
        var channel = new FileLogChannel(files.segment(number));
        Durable.force(files.folder());
        return channel;
    }

    @Override
    public void discard(int number) throws IOException {
        Files.deleteIfExists(files.segment(number));
    }

    @Override
    public void close() {
        lock.close();
    }
}
