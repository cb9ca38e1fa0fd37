package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Goes through a log while another process may be writing it, from segment to segment, without locks and in bounded
 * memory. Each {@link #poll} hands over the events that came since the last one. Used by one thread.
 *
 * <p>What it hands over may not be forced yet: after a power cut the log may end sooner.
 */
public final class LogFollower implements AutoCloseable {

    private final LogFiles files;
    private final LogTally tally = new LogTally();
    private SegmentWalk walk;

    private LogFollower(LogFiles files) throws IOException {
        this.files = files;
        int first =
                next(-1).orElseThrow(() -> new NoSuchFileException(files.first().toString()));
        this.walk = new SegmentWalk(files, first, tally);
        if (first > 0) {
            tally.passed(1);
            nameMissing(0, first);
        }
    }

    private LogFollower(LogFiles files, LogPosition at) throws IOException {
        this.files = files;
        this.walk = new SegmentWalk(files, at, tally);
        tally.passed(at.sequence());
    }

    /** At the beginning of a log, of which at least one file must be there. */
    public static LogFollower of(Path log) {
        try {
            return new LogFollower(new LogFiles(log));
        } catch (IOException failure) {
            throw unreadable(log, failure);
        }
    }

    /** At a frame that was found before; damages before it are not named. */
    static LogFollower from(Path log, LogPosition at) {
        try {
            return new LogFollower(new LogFiles(log), at);
        } catch (IOException failure) {
            throw unreadable(log, failure);
        }
    }

    /** Hands every event over that can be read by now and was not handed over before, in order. */
    public void poll(Consumer<LogEntry> heard) {
        pollWhile(entry -> {
            heard.accept(entry);
            return true;
        });
    }

    /** Hands events over likewise until {@code wanted} has enough. */
    void pollWhile(Predicate<LogEntry> wanted) {
        try {
            boolean goesOn = walk.advance(wanted);
            for (var next = next(walk.number()); goesOn && next.isPresent(); next = next(walk.number())) {
                // Whatever its writer put into the last segment before it began the next is there by now.
                goesOn = walk.advance(wanted);
                if (goesOn) {
                    moveTo(next.get());
                    goesOn = walk.advance(wanted);
                }
            }
        } catch (IOException failure) {
            throw unreadable(files.first(), failure);
        }
    }

    /** Where the event stands that is being handed over. */
    LogPosition position() {
        return walk.position();
    }

    private Optional<Integer> next(int after) throws IOException {
        return files.present().stream().filter(number -> number > after).findFirst();
    }

    private void moveTo(int number) throws IOException {
        walk.tail().ifPresent(tally::damage);
        nameMissing(walk.number() + 1, number);
        walk.close();
        walk = new SegmentWalk(files, number, tally);
    }

    private void nameMissing(int from, int to) {
        for (int number = from; number < to; number++) {
            tally.damage(missing(number));
        }
    }

    private Damage missing(int number) {
        return new Damage(files.name(number), 0, 0, Damage.Kind.MISSING_SEGMENT, "the file is missing");
    }

    /** What was found so far, as if nothing more were to come. */
    public LogSummary summary() {
        try {
            List<Damage> atTheEnd = new ArrayList<>();
            walk.tail().ifPresent(atTheEnd::add);
            for (int number = walk.number() + 1; number <= tally.announced(); number++) {
                atTheEnd.add(missing(number));
            }
            return tally.summary(atTheEnd);
        } catch (IOException failure) {
            throw unreadable(files.first(), failure);
        }
    }

    private static StoreException unreadable(Path log, IOException failure) {
        return new StoreException("run log " + log + ": cannot be read", failure);
    }

    @Override
    public void close() {
        try {
            walk.close();
        } catch (IOException failure) {
            throw unreadable(files.first(), failure);
        }
    }
}
