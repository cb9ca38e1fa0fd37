package org.fieldfall.app.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEvent;

/**
 * Events on their way to the log's thread, numbered in the order they were taken. Shared by all threads that record.
 *
 * <p>A caller waits for room once at the beginning of a stall; until the stall is over, further events are counted as
 * lost at once, so that a dead disk cannot slow the run.
 */
final class LogQueue {

    /**
     * @param sequence number of the event's frame
     * @param readings how many numbers it carries
     * @param lostBefore events lost since the last one taken; if any, their frame has the number before this one
     */
    record Waiting(long sequence, long wallNanos, RunEvent event, long readings, long lostBefore) {}

    private static final int MOST_AT_ONCE = 256;
    private static final long MOST_READINGS_AT_ONCE = 1 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition arrival = lock.newCondition();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final int capacity;
    private final long mostReadings;
    private final Duration patience;
    private final LogAlarm alarm;
    private long lastSequence;
    private long waitingReadings;
    private long lostBefore;
    private long lostInAll;
    private boolean isStalled;
    private boolean isClosed;

    LogQueue(LogSettings settings, LogAlarm alarm) {
        this.capacity = settings.queueEvents();
        this.mostReadings = settings.queueReadings();
        this.patience = settings.patience();
        this.alarm = alarm;
    }

    /** Takes the event, or counts it as lost when there is no room within the patience. Never throws on interrupt. */
    void offer(RunEvent event, long wallNanos) {
        Runnable news = () -> {};
        lock.lock();
        try {
            if (!isClosed && !isStalled) {
                await(room, patience.toNanos(), () -> isClosed || hasRoom());
            }
            news = isClosed || !hasRoom() ? lose() : accept(event, wallNanos);
        } finally {
            lock.unlock();
        }
        news.run();
    }

    /** Up to 256 events, or about a million readings, in order; waits at most {@code nanos} for the first. */
    List<Waiting> take(long nanos) {
        lock.lock();
        try {
            await(arrival, nanos, () -> isClosed || !waiting.isEmpty());
            var taken = new ArrayList<Waiting>();
            long readings = 0;
            while (!waiting.isEmpty() && taken.size() < MOST_AT_ONCE && readings < MOST_READINGS_AT_ONCE) {
                taken.add(waiting.remove());
                readings += taken.get(taken.size() - 1).readings();
            }
            waitingReadings -= readings;
            room.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** From now on events are lost. */
    void close() {
        lock.lock();
        try {
            isClosed = true;
            arrival.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns after {@code nanos}, or sooner once the queue is being closed. */
    void awaitClosing(long nanos) {
        lock.lock();
        try {
            await(arrival, nanos, () -> isClosed);
        } finally {
            lock.unlock();
        }
    }

    boolean isDrained() {
        return locked(() -> isClosed && waiting.isEmpty());
    }

    long lastSequence() {
        return locked(() -> lastSequence);
    }

    int size() {
        return locked(waiting::size);
    }

    long lostInAll() {
        return locked(() -> lostInAll);
    }

    // The last block may be larger than the room that is left, or else a small event behind it would find some.
    private boolean hasRoom() {
        return waiting.size() < capacity && waitingReadings < mostReadings;
    }

    private static long readings(RunEvent event) {
        if (event instanceof BlockTaken taken) {
            return taken.block().size();
        }
        return event instanceof RowsTaken taken
                ? taken.size() * (1L + taken.columns().size())
                : 0;
    }

    private Runnable accept(RunEvent event, long wallNanos) {
        long readings = readings(event);
        lastSequence += lostBefore > 0 ? 2 : 1;
        waiting.add(new Waiting(lastSequence, wallNanos, event, readings, lostBefore));
        waitingReadings += readings;
        arrival.signal();
        long lost = lostBefore;
        lostBefore = 0;
        isStalled = false;
        return lost == 0 ? () -> {} : () -> alarm.recovered("run log: writing again after " + lost + " lost events");
    }

    private Runnable lose() {
        lostBefore++;
        lostInAll++;
        boolean isNews = !isStalled;
        isStalled = true;
        return isNews ? news(report()) : () -> {};
    }

    private Runnable news(String report) {
        return () -> alarm.stalled(report);
    }

    private String report() {
        return "run log: " + waiting.size() + " events wait for the disk and none was written for "
                + patience.toMillis() + " ms, or the log is closed; events are being lost";
    }

    // An interrupt is for the caller's own next wait and must not cost the event at hand: it is kept for later.
    private static void await(Condition change, long nanos, BooleanSupplier isOver) {
        long until = System.nanoTime() + nanos;
        boolean wasInterrupted = false;
        while (!isOver.getAsBoolean() && until - System.nanoTime() > 0) {
            try {
                change.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException interrupt) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
