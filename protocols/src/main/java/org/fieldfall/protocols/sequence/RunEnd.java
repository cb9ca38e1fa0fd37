package org.fieldfall.protocols.sequence;

import java.util.Optional;

/**
 * How a run ended.
 *
 * @param status earned end status
 * @param isSafe every instrument was seen in its safe state
 * @param cause what ended it early, if anything did
 */
public record RunEnd(Status status, boolean isSafe, Optional<Exception> cause) {

    /** End status of a run. */
    public enum Status {
        SUCCESS,
        ABORTED,
        FAILED
    }
}
