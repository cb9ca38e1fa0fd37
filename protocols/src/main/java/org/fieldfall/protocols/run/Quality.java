package org.fieldfall.protocols.run;

/** The mark a phase earns. */
public enum Quality {
    /** Entry and exit tests passed within the deadline. */
    GOOD,
    /** It ended as it should, with something a reader of the data must know. */
    MARKED,
    /** It did not do what it was for. */
    FAILED
}
