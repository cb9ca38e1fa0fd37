package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sign that a log is being written: a locked file beside it. The system lets go of it when the process ends, however
 * that happens. It keeps nobody from reading.
 *
 * <p>It is a file of its own because a process loses its locks on a file as soon as it closes it once, and the log may
 * be read where it is written.
 */
final class LogLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogLock.class);

    private final Path path;
    private final Optional<FileChannel> file;

    private LogLock(Path path, Optional<FileChannel> file) {
        this.path = path;
        this.file = file;
    }

    /** Takes the lock; where it cannot be had the log is written all the same. */
    static LogLock hold(LogFiles log) {
        return new LogLock(log.lock(), held(log.lock()));
    }

    private static Optional<FileChannel> held(Path path) {
        try {
            var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() != null) {
                return Optional.of(file);
            }
            file.close();
        } catch (IOException | OverlappingFileLockException refused) {
            LOG.debug("{} cannot be locked: {}", path, refused.toString());
        }
        return Optional.empty();
    }

    /** True while a process writes the log. */
    static boolean isHeld(LogFiles log) {
        try (var file = FileChannel.open(log.lock(), StandardOpenOption.READ);
                var lock = file.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        } catch (IOException noLock) {
            return false;
        }
    }

    /** Clears away what a process that was killed has left. */
    static void forget(LogFiles log) {
        try {
            Files.deleteIfExists(log.lock());
        } catch (IOException left) {
            LOG.debug("{} is left behind: {}", log.lock(), left.toString());
        }
    }

    @Override
    public void close() {
        try {
            if (file.isPresent()) {
                Files.deleteIfExists(path);
                file.get().close();
            }
        } catch (IOException left) {
            LOG.debug("{} is left behind: {}", path, left.toString());
        }
    }
}
