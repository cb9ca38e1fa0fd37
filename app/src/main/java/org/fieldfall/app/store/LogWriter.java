package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;

/**
 * The append-only log of a run, format 1. Any thread may record; one thread of the log's own writes and forces.
 *
 * <p>{@link #heard} never throws and waits at most 200 ms, once, when the disk cannot keep up. An event is safe when
 * {@link #acknowledged()} has reached its number, normally within 100 ms.
 */
public final class LogWriter implements RunListener, AutoCloseable {

    private final LogQueue queue;
    private final LogKeeper keeper;
    private final Thread thread;
    private final InstantSource clock;
    private final LogAlarm alarm;
    private final LogSettings settings;

    private LogWriter(LogTape tape, InstantSource clock, LogAlarm alarm, LogSettings settings) {
        this.queue = new LogQueue(settings, alarm);
        this.keeper = new LogKeeper(queue, tape, alarm, settings, clock);
        this.clock = clock;
        this.alarm = alarm;
        this.settings = settings;
        this.thread = new Thread(keeper, "fieldfall-log");
        thread.setDaemon(true);
    }

    /** Creates the file and begins; the header is on the disk when this returns. Further segments come to stand beside it. */
    public static LogWriter open(Path file, UUID runId, InstantSource clock, LogAlarm alarm) {
        try {
            return begin(new FileSegments(new LogFiles(file)), runId, clock, alarm, LogSettings.USUAL);
        } catch (IOException failure) {
            throw new StoreException("run log " + file + ": cannot be created", failure);
        }
    }

    static LogWriter begin(LogSegments segments, UUID runId, InstantSource clock, LogAlarm alarm, LogSettings settings)
            throws IOException {
        var writer = new LogWriter(new LogTape(segments, runId, settings.segmentBytes()), clock, alarm, settings);
        writer.thread.start();
        return writer;
    }

    @Override
    public void heard(RunEvent event) {
        queue.offer(event, nanos(clock.instant()));
    }

    /** Number of the last frame covered by a finished force; 0 before the first. */
    public long acknowledged() {
        return keeper.acknowledged();
    }

    /** Number of the last frame taken into the queue; 0 before the first. */
    public long recorded() {
        return queue.lastSequence();
    }

    /** How many events wait for the log's thread; at a few thousand the disk does not keep up. */
    public int waiting() {
        return queue.size();
    }

    /** How many events could not be taken. */
    public long lost() {
        return queue.lostInAll();
    }

    /** Tells how long each finished force took, in nanoseconds, on the log's thread; return soon. */
    public void onForce(LongConsumer heard) {
        keeper.onForce(heard);
    }

    /** Writes and forces what is queued, waits for that at most 5 s and tells the alarm if it was not enough. */
    @Override
    public void close() {
        keeper.finish(settings.closeWithin());
        if (!hasEnded(settings.closeWithin().plusMillis(200))) {
            alarm.failed("run log: the disk did not answer within "
                    + settings.closeWithin().toMillis() + " ms of closing; nothing after frame " + acknowledged()
                    + " is known to be safe");
        }
    }

    // The record matters more than a quick exit: an interrupt is kept for later.
    private boolean hasEnded(Duration within) {
        long until = System.nanoTime() + within.toNanos();
        boolean wasInterrupted = false;
        while (thread.isAlive() && System.nanoTime() < until) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, until - System.nanoTime());
            } catch (InterruptedException interrupt) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    static long nanos(Instant wall) {
        return Math.addExact(Math.multiplyExact(wall.getEpochSecond(), 1_000_000_000L), wall.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
