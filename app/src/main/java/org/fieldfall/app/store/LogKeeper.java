package org.fieldfall.app.store;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * The work of the log's own thread: take events, write frames at once, force them soon, say what is safe.
 *
 * <p>After a failed write the torn frame is cut off; after a failed force everything since the last good one is written
 * again, because the system may have dropped it. Nobody may interrupt this thread: it would close the file.
 */
final class LogKeeper implements Runnable {

    private static final int LARGEST_BATCH = 1 << 24;
    private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();

    private static final long CLOSING_RETRY_NANOS = Duration.ofMillis(20).toNanos();

    private final LogQueue queue;
    private final LogTape tape;
    private final LogAlarm alarm;
    private final LogSettings settings;
    private final InstantSource clock;
    private final LogBatch batch = new LogBatch(0);
    private final Haste haste = new Haste();
    private int written;
    private long oldestNanos;
    private boolean isFailing;
    private volatile long acknowledged;
    private volatile boolean isClosing;
    private volatile long closeByNanos;
    private volatile LongConsumer forces = nanos -> {};

    LogKeeper(LogQueue queue, LogTape tape, LogAlarm alarm, LogSettings settings, InstantSource clock) {
        this.queue = queue;
        this.tape = tape;
        this.alarm = alarm;
        this.settings = settings;
        this.clock = clock;
    }

    /** Number of the last frame that is on the disk. May be asked by any thread. */
    long acknowledged() {
        return acknowledged;
    }

    /** Tells how long each finished force took, in nanoseconds, on the log's thread. */
    void onForce(LongConsumer heard) {
        forces = heard;
    }

    /** Ends the work when everything is written, or {@code within} from now. */
    void finish(Duration within) {
        closeByNanos = System.nanoTime() + within.toNanos();
        isClosing = true;
        queue.close();
    }

    @Override
    public void run() {
        try (tape) {
            while (!queue.isDrained() && !isTooLate()) {
                turn();
            }
            lastTurn();
        } catch (IOException | RuntimeException | Error broken) {
            alarm.failed(
                    "run log: its thread ended with " + broken + "; nothing after frame " + acknowledged + " is safe");
        }
    }

    private void turn() {
        if (isFailing) {
            retry();
            return;
        }
        var taken = queue.take(nanosToFlush());
        haste.waiting(taken.size());
        taken.forEach(this::add);
        if (!batch.isEmpty()) {
            writeAndForce(nanosToFlush() <= 0 || batch.size() > LARGEST_BATCH);
        }
    }

    private void lastTurn() {
        batch.closed(LogWriter.nanos(clock.instant()), queue.lostInAll());
        writeAndForce(true);
        while (isFailing && !isTooLate()) {
            retry();
        }
        if (isFailing) {
            alarm.failed("run log: given up at closing; nothing after frame " + acknowledged + " is safe");
        }
    }

    private void retry() {
        pause();
        tape.renew();
        writeAndForce(true);
    }

    private void add(LogQueue.Waiting next) {
        if (batch.isEmpty()) {
            oldestNanos = System.nanoTime();
        }
        batch.add(next, haste.isCalm(batch.isEmpty() ? 0 : System.nanoTime() - oldestNanos));
    }

    private void writeAndForce(boolean isDue) {
        if (written == 0 && !isFailing) {
            tape.rollIfFull(acknowledged + 1);
        }
        try {
            write();
        } catch (IOException failure) {
            cutTornFrame(failure);
            tell(failure);
            return;
        }
        if (isDue) {
            force();
        }
    }

    private void write() throws IOException {
        var rest = batch.from(written);
        while (rest.hasRemaining()) {
            written += tape.write(rest, written);
        }
    }

    private void force() {
        try {
            forceWritten();
            tellRecovery();
        } catch (IOException failure) {
            written = 0;
            tell(failure);
        }
    }

    private void forceWritten() throws IOException {
        long began = System.nanoTime();
        tape.force(written);
        forces.accept(System.nanoTime() - began);
        if (written > 0) {
            acknowledged = batch.drop(written);
            written = 0;
        }
    }

    private void cutTornFrame(IOException failure) {
        try {
            written = batch.wholeBytes(written);
            tape.cut(written);
            forceWritten();
        } catch (IOException second) {
            written = 0;
            failure.addSuppressed(second);
        }
    }

    private void tell(IOException failure) {
        if (!isFailing) {
            isFailing = true;
            alarm.failed("run log: writing after frame " + acknowledged + " failed: " + StoreException.reason(failure)
                    + "; it is kept in memory and tried again every "
                    + settings.retryEvery().toMillis() + " ms");
        }
    }

    private void tellRecovery() {
        if (isFailing) {
            isFailing = false;
            alarm.recovered("run log: writing again, safe up to frame " + acknowledged);
        }
    }

    private long nanosToFlush() {
        return batch.isEmpty() ? IDLE_NANOS : settings.flushEvery().toNanos() - (System.nanoTime() - oldestNanos);
    }

    private boolean isTooLate() {
        return isClosing && System.nanoTime() - closeByNanos >= 0;
    }

    private void pause() {
        if (isClosing) {
            LockSupport.parkNanos(CLOSING_RETRY_NANOS);
        } else {
            queue.awaitClosing(settings.retryEvery().toNanos());
        }
    }
}
