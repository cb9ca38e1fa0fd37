package org.fieldfall.app.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.drivers.transport.LineListener;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.sequence.RigClock;

/**
 * Tells the record first and then whoever watches: what the sequencer does, and what becomes of the lines and of the record
 * itself meanwhile. Safe to share between threads; deaf once it is closed, as lines may outlive the record.
 */
final class RunEar implements RunListener, LineListener, AutoCloseable {

    private final LogWriter log;
    private final RecordAlarm alarm;
    private final RunObserver observer;
    private final RigClock clock;
    private final List<RunEvent> all = new ArrayList<>();
    private final Queue<RecordTroubled> unrecorded = new ArrayDeque<>();
    private boolean isClosed;

    RunEar(LogWriter log, RecordAlarm alarm, RunObserver observer, RigClock clock) {
        this.log = log;
        this.alarm = alarm;
        this.observer = observer;
        this.clock = clock;
    }

    @Override
    public synchronized void heard(RunEvent event) {
        if (!isClosed) {
            tellTroubles();
            all.add(event);
            log.heard(event);
            observer.heard(event);
        }
    }

    // A log that takes no events does not take that one either: it waits until it does.
    private void tellTroubles() {
        for (RecordTroubled trouble : alarm.takeUntold()) {
            unrecorded.add(trouble);
            observer.heard(trouble);
        }
        while (!unrecorded.isEmpty() && !alarm.isStalled()) {
            log.heard(unrecorded.remove());
        }
    }

    @Override
    public void changed(String who, LineState state, String why) {
        heard(new LineChanged(clock.seconds(), who, state, why));
    }

    /** Everything that was heard, for a record whose log could not take it. */
    synchronized List<RunEvent> all() {
        return List.copyOf(all);
    }

    @Override
    public synchronized void close() {
        tellTroubles();
        isClosed = true;
    }
}
