package org.fieldfall.protocols.sequence;

/** How fast a simulated rig clock may run. */
public enum Pace {
    /** Second by second: the sweep, its upload, everything on the way to the safe state. */
    REAL,
    /** Sped up: instruments fill their memories and are drained. */
    ACQUIRING,
    /** Leaping: nothing is acquired, the sequencer only waits and asks now and then. */
    WAITING
}
