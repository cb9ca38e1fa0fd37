package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.drivers.transport.LineListener;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.sequence.RigClock;

/**
 * Tells the record first and then whoever watches: what the sequencer does, and what becomes of the lines meanwhile. Safe
 * to share between threads; deaf once it is closed, as lines may outlive the record.
 */
final class RunEar implements RunListener, LineListener, AutoCloseable {

    private final LogWriter log;
    private final RunObserver observer;
    private final RigClock clock;
    private final List<RunEvent> all = new ArrayList<>();
    private boolean isClosed;

    RunEar(LogWriter log, RunObserver observer, RigClock clock) {
        this.log = log;
        this.observer = observer;
        this.clock = clock;
    }

    @Override
    public synchronized void heard(RunEvent event) {
        if (!isClosed) {
            all.add(event);
            log.heard(event);
            observer.heard(event);
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
        isClosed = true;
    }
}
