package org.fieldfall.protocols.sequence;

/** Where a run stands. Any order of events ends in {@link #SAFE} or {@link #FAULT}. */
public enum RunState {
    /** Not begun. */
    IDLE,
    RUNNING,
    /** Stopped where it is, the field kept, until resume, stop, emergency or the longest hold. */
    HELD,
    /** On the way to the safe state. */
    STOPPING,
    /** Over, every instrument seen in its safe state. */
    SAFE,
    /** Over, and some instrument was not: somebody has to look at the rig. */
    FAULT;

    public boolean isOver() {
        return this == SAFE || this == FAULT;
    }
}
