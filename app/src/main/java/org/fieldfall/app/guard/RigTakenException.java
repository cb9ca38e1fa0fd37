package org.fieldfall.app.guard;

/** A rig is in use, or is not to be used until somebody has looked at it; the message says by whom or why. */
public final class RigTakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RigTakenException(String message) {
        super(message);
    }
}
