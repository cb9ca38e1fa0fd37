package org.fieldfall.protocols.run;

/**
 * The record of the run could not be written, or can again. It reaches the record once that is written again.
 *
 * @param report what happened, in words
 */
public record RecordTroubled(double rigSeconds, State state, String report) implements RunEvent {

    /** How it stands with the record. */
    public enum State {
        /** The disk does not keep up; events are being lost. */
        STALLED,
        /** Writing failed: disk full, lost, broken. Events are kept in memory while there is room. */
        FAILED,
        /** It is being written again. */
        WRITING
    }
}
