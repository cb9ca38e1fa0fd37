package org.fieldfall.protocols.sequence;

import org.fieldfall.protocols.run.RunListener;

/** Brings one instrument to its safe state, on its own, within its own deadlines, and proves it in the record. */
public interface SafeStep {

    String instrument();

    /**
     * Sends what is needed and reads back what came of it, once. Told to the listener as {@link
     * org.fieldfall.protocols.run.SafeStateStep}s. May throw any instrument fault; the next instrument gets its turn all
     * the same, and this one another after it.
     *
     * @return true if the instrument was seen in its safe state
     */
    boolean bring(RigClock clock, RunListener listener) throws InterruptedException;
}
