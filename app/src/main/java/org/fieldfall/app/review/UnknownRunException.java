package org.fieldfall.app.review;

/** What was asked for names no run, or more than one; the message says which there are. */
public final class UnknownRunException extends RuntimeException {
    UnknownRunException(String message) {
        super(message);
    }
}
