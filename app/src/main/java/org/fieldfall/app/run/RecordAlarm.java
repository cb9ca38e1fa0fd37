package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fieldfall.app.store.LogAlarm;
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.RigClock;
import org.fieldfall.protocols.sequence.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Troubles of the record as events of the run, beside the program's log, and as a level that a guard may watch. Without one
 * the run goes on: the rig is worth more than its record. Safe to share between threads.
 */
final class RecordAlarm implements LogAlarm, Watch {

    /** Channel of the time for which the record has not been written, in seconds of the wall clock. */
    static final String BEHIND = "record-behind";

    private static final long NEVER = 0;
    private static final long TELL_EVERY_NANOS = 1_000_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(RecordAlarm.class);

    private final RigClock clock;
    private final Queue<RecordTroubled> untold = new ConcurrentLinkedQueue<>();
    private volatile Optional<String> failure = Optional.empty();
    private volatile Optional<String> loss = Optional.empty();
    private volatile boolean isStalled;
    private volatile long troubledNanos = NEVER;
    private long toldNanos = System.nanoTime() - TELL_EVERY_NANOS;

    RecordAlarm(RigClock clock) {
        this.clock = clock;
    }

    @Override
    public void stalled(String report) {
        LOG.warn("{}", report);
        loss = Optional.of(report);
        isStalled = true;
        troubled();
        add(RecordTroubled.State.STALLED, report);
    }

    @Override
    public void failed(String report) {
        LOG.error("{}", report);
        failure = Optional.of(report);
        troubled();
        add(RecordTroubled.State.FAILED, report);
    }

    @Override
    public void recovered(String report) {
        LOG.warn("{}", report);
        failure = Optional.empty();
        isStalled = false;
        troubledNanos = NEVER;
        add(RecordTroubled.State.WRITING, report);
    }

    private void troubled() {
        if (troubledNanos == NEVER) {
            troubledNanos = System.nanoTime();
        }
    }

    /** Asked by the run's thread alone. */
    @Override
    public Optional<ScalarRead> reading(double rigSeconds) {
        long since = troubledNanos;
        long now = System.nanoTime();
        if (since == NEVER || now - toldNanos < TELL_EVERY_NANOS) {
            return Optional.empty();
        }
        toldNanos = now;
        double behind = (now - since) / 1e9;
        return Optional.of(new ScalarRead(rigSeconds, BEHIND, behind, "s", behind, "s"));
    }

    // Told later by another thread: this may be the log's own, which must not wait for itself.
    private void add(RecordTroubled.State state, String report) {
        untold.add(new RecordTroubled(clock.seconds(), state, report));
    }

    /** Takes the troubles that nobody was told of, oldest first. */
    List<RecordTroubled> takeUntold() {
        List<RecordTroubled> taken = new ArrayList<>();
        for (var next = untold.poll(); next != null; next = untold.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** True while the log takes no events. */
    boolean isStalled() {
        return isStalled;
    }

    /** What of the record is missing for good, a report each. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        loss.ifPresent(missing::add);
        failure.ifPresent(missing::add);
        return missing;
    }
}
