package org.fieldfall.protocols.sequence;

/** A phase did not pass a test of its own or ran out of time. The message gives what came and what was due. */
public final class PhaseFailedException extends RuntimeException {
    public PhaseFailedException(String message) {
        super(message);
    }
}
