package org.fieldfall.app.guard;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock on one resource: a file with the holder's text, locked as long as the process lives. Safe to share between
 * threads.
 *
 * <p>The run locks the first byte, its guardian the second, so that there is no moment between the two at which another
 * could step in; a newcomer must find both free. The file stays when it is over, because whoever waits for one that is
 * removed gets the lock of a file that is nobody's.
 */
final class ResourceLock implements AutoCloseable {

    /** Who locks. */
    enum Part {
        RUN,
        GUARDIAN
    }

    private static final Logger LOG = LoggerFactory.getLogger(ResourceLock.class);

    /** A look at a lock by {@code fieldfall status} holds it for less. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final long PAUSE_MILLIS = 20;

    // A process loses its locks on a file as soon as it closes any channel to it: so no file is opened twice in a
    // process.
    private static final Map<Path, ResourceLock> OURS = new ConcurrentHashMap<>();

    private final LeaseFolder folder;
    private final String name;
    private final Part part;
    private @Nullable FileChannel channel;
    private Optional<Object> key = Optional.empty();
    private String text = "";

    private ResourceLock(LeaseFolder folder, String name, Part part) {
        this.folder = folder;
        this.name = name;
        this.part = part;
    }

    /** Takes the lock; empty if another holds it. */
    static Optional<ResourceLock> take(LeaseFolder folder, String name, Part part) {
        folder.make();
        var lock = new ResourceLock(folder, name, part);
        if (OURS.putIfAbsent(lock.path(), lock) != null) {
            return Optional.empty();
        }
        boolean isTaken = false;
        try {
            isTaken = lock.isTaken();
            return isTaken ? Optional.of(lock) : Optional.empty();
        } catch (IOException failed) {
            throw new GuardException("lease " + lock.path() + " cannot be had: " + failed, failed);
        } finally {
            if (!isTaken) {
                OURS.remove(lock.path());
            }
        }
    }

    String name() {
        return name;
    }

    private Path path() {
        return folder.file(name).toAbsolutePath().normalize();
    }

    private synchronized boolean isTaken() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isTakenNow()) {
            if (System.nanoTime() > end || !isPaused()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPaused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The file that was opened may have been removed before it was locked: then it counts for nothing. */
    private boolean isTakenNow() throws IOException {
        var before = folder.key(name);
        var opened = folder.open(name);
        if (opened.isEmpty()) {
            return false;
        }
        // One that was made just now is looked at again.
        boolean isOurs = before.isPresent() && isLocked(opened.get()) && before.equals(folder.key(name));
        if (!isOurs) {
            opened.get().close();
            return false;
        }
        channel = opened.get();
        key = before;
        return true;
    }

    private boolean isLocked(FileChannel file) throws IOException {
        if (part == Part.GUARDIAN) {
            return file.tryLock(1, 1, false) != null;
        }
        FileLock own = file.tryLock(0, 1, false);
        if (own == null) {
            return false;
        }
        FileLock guardian = file.tryLock(1, 1, false);
        if (guardian == null) {
            own.release();
            return false;
        }
        guardian.release();
        return true;
    }

    /** True while a run or a guardian holds it. */
    static boolean isHeld(LeaseFolder folder, String name) {
        if (OURS.containsKey(folder.file(name).toAbsolutePath().normalize())) {
            return true;
        }
        if (folder.key(name).isEmpty()) {
            return false;
        }
        try (var file = folder.open(name).orElse(null)) {
            if (file == null) {
                return false;
            }
            try (FileLock lock = file.tryLock(0, 2, true)) {
                return lock == null;
            }
        } catch (IOException unknown) {
            LOG.debug("{} cannot be looked at: {}", name, unknown.toString());
            return false;
        }
    }

    /** What its holder wrote, or the last one that did. */
    static Optional<String> text(LeaseFolder folder, String name) {
        var ours = OURS.get(folder.file(name).toAbsolutePath().normalize());
        return ours != null ? Optional.of(ours.text()) : folder.text(name);
    }

    private synchronized String text() {
        return text;
    }

    synchronized void write(String words) {
        text = words;
        try {
            if (channel != null) {
                LeaseFolder.write(channel, words);
            }
        } catch (IOException failed) {
            LOG.warn("lease {}: who holds it cannot be written: {}", name, failed.toString());
        }
    }

    /**
     * Sees to it that the file is still there: temp folders are swept, and a file that is not touched goes first.
     *
     * @return what went wrong
     */
    synchronized Optional<String> keep() {
        if (channel == null || key.equals(folder.key(name))) {
            write(text);
            return Optional.empty();
        }
        var lost = channel;
        try {
            if (!isTaken()) {
                return Optional.of(
                        "lease " + path() + " was removed and another process holds the new one: TWO WRITERS");
            }
            lost.close();
            write(text);
            return Optional.of("lease " + path() + " had been removed; it was made anew");
        } catch (IOException failed) {
            return Optional.of("lease " + path() + " was removed and cannot be made anew: " + failed);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (channel != null) {
                if (part == Part.RUN) {
                    LeaseFolder.write(channel, "");
                }
                channel.close();
                channel = null;
            }
        } catch (IOException failed) {
            LOG.debug("lease {}: {}", name, failed.toString());
        } finally {
            OURS.remove(path(), this);
        }
    }
}
