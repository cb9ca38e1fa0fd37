package org.fieldfall.app.rig;

/** The simulator lacks something of the rig it shall pretend; the message says what. */
public final class UnsimulatedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnsimulatedException(String message) {
        super(message);
    }
}
