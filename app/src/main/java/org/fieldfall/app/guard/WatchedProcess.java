package org.fieldfall.app.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The process of a run, seen from its guardian. A process of the same number that was started at another time is not it.
 *
 * @param started when, in the kernel's ticks since it was booted, which no setting of the clock changes; empty if not known
 */
record WatchedProcess(long pid, String started) {

    private static final long PAUSE_MILLIS = 5;

    /** Fields of {@code /proc/<pid>/stat} after the name, which is the second one (proc(5)). */
    private static final int STATE = 0;

    private static final int THREADS = 17;
    private static final int START_TIME = 19;

    static WatchedProcess current() {
        long pid = ProcessHandle.current().pid();
        return new WatchedProcess(pid, field(pid, START_TIME).orElse(""));
    }

    /** The name may hold anything, parentheses and blanks too. */
    private static Optional<String> field(long pid, int number) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
            return number < fields.length ? Optional.of(fields[number]) : Optional.empty();
        } catch (IOException noProcOrNoProcess) {
            return Optional.empty();
        }
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started.isEmpty()
                        || field(pid, START_TIME).map(started::equals).orElse(false))
                .filter(process -> !isZombie());
    }

    /**
     * It has ended, holds no line any more, and only its parent has not taken note. While other threads of it are still
     * ending, so are its lines.
     */
    private boolean isZombie() {
        boolean isEnded = field(pid, STATE)
                .map(state -> state.equals("Z") || state.equals("X"))
                .orElse(false);
        return isEnded
                && field(pid, THREADS).map(threads -> threads.matches("[01]")).orElse(true);
    }

    boolean isGone() {
        return handle().isEmpty();
    }

    /**
     * Ends it, hung or stopped as it may be.
     *
     * @return true if it was there to be ended
     */
    boolean kill() {
        var there = handle();
        there.ifPresent(ProcessHandle::destroyForcibly);
        return there.isPresent();
    }

    /** @return true if it was seen gone in time */
    boolean awaitGone(Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (!isGone()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }
}
