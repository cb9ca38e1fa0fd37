package org.fieldfall.simulator.wire;

/** What may become of a reply on its way. */
public enum Mishap {
    /** It never arrives. */
    LOST,
    /** It arrives 2.2 to 4.2 s of wall time late, and all replies after it wait for it. */
    LATE,
    /** It arrives twice. */
    DOUBLED,
    /** It breaks off somewhere, its end of line is lost too. */
    CUT,
    /** Some of its bytes arrive with their eighth bit flipped; its end of line arrives whole. */
    GARBLED
}
