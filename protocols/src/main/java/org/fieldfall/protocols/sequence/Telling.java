package org.fieldfall.protocols.sequence;

import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;

/** Tells the record of each act of an operator before whatever comes next. Used by the sequencer's thread alone. */
final class Telling implements RunListener {

    private final RigClock clock;
    private final RunControl control;
    private final RunListener listener;

    Telling(RigClock clock, RunControl control, RunListener listener) {
        this.clock = clock;
        this.control = control;
        this.listener = listener;
    }

    @Override
    public void heard(RunEvent event) {
        tellActs();
        listener.heard(event);
    }

    void tellActs() {
        control.takeUntold().forEach(act -> listener.heard(act.at(clock.seconds())));
    }
}
