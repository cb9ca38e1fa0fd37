package org.fieldfall.app.store;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads a log of format 1, whole, damaged or still being written, in bounded memory.
 *
 * <p>Every whole frame outside a damage is returned and every damage is named. Frames of an unknown type are passed over
 * and counted.
 */
public final class LogReader {

    private LogReader() {}

    /**
     * Hands every event of a log to {@code heard}, in order, and tells what else was found.
     *
     * @param log its first file; the further segments beside it belong to it
     */
    public static LogSummary read(Path log, Consumer<LogEntry> heard) {
        try (var follower = LogFollower.of(log)) {
            follower.poll(heard);
            return follower.summary();
        }
    }
}
