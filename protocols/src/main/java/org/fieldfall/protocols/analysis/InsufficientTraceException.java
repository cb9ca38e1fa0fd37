package org.fieldfall.protocols.analysis;

/** The trace does not hold what the asked number needs. */
public final class InsufficientTraceException extends RuntimeException {
    public InsufficientTraceException(String message) {
        super(message);
    }
}
