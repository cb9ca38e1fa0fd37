package org.fieldfall.app.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.store.LogFollower;

/** Messages that went out before, from the run's log. They are numbered as they were; used by one thread. */
final class History {

    /** What is answered where nothing can be read again. */
    static final String GONE = "gone from memory, and the log is not whole";

    /** What one answer carries at most. */
    static final int MOST_MESSAGES = 256;

    static final int MOST_BYTES = Wire.MOST_BYTES / 2;

    private History() {}

    /** The first messages of a range that are in the log, as many as one answer carries. */
    static List<Frame> fromLog(Path log, Frames frames, String channel, long fromSeq, long toSeq) {
        List<Frame> found = new ArrayList<>();
        Numbering numbers = new Numbering();
        try (LogFollower follower = LogFollower.of(log)) {
            follower.poll(entry -> {
                for (Told told : numbers.told(entry.event())) {
                    boolean isAsked = told.channel().equals(channel) && told.seq() >= fromSeq && told.seq() <= toSeq;
                    if (isAsked && found.size() < MOST_MESSAGES) {
                        found.add(frames.of(told));
                    }
                }
            });
        }
        return bounded(found);
    }

    /** As many from the beginning as one answer carries, at least one. */
    static List<Frame> bounded(List<Frame> all) {
        List<Frame> taken = new ArrayList<>();
        int bytes = 0;
        for (Frame frame : all) {
            bytes += frame.size();
            if (!taken.isEmpty() && (bytes > MOST_BYTES || taken.size() == MOST_MESSAGES)) {
                break;
            }
            taken.add(frame);
        }
        return taken;
    }

    /** The run without a hole that begins at {@code fromSeq}; empty where its first message is not there. */
    static Optional<List<Frame>> unbroken(List<Frame> kept, long fromSeq) {
        List<Frame> row = new ArrayList<>();
        for (Frame frame : kept) {
            if (frame.seq() != fromSeq + row.size()) {
                break;
            }
            row.add(frame);
        }
        return row.isEmpty() ? Optional.empty() : Optional.of(row);
    }
}
