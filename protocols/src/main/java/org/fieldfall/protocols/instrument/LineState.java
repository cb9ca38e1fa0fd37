package org.fieldfall.protocols.instrument;

/** What may become of the line to an instrument. */
public enum LineState {
    /** It cannot be used: unplugged, reset, closed by the other end. */
    LOST,
    /** It can be used again, and the instrument at its end is the one that was there before. */
    BACK,
    /** It was opened again but is not used: what is at its end is another instrument, or does not answer as it should. */
    REFUSED,
    /** A reply that was due did not come. */
    SILENT,
    /** The first reply after a silence has come. */
    ANSWERING
}
