package org.fieldfall.app.guard;

import org.jspecify.annotations.Nullable;

/** What watches over a run cannot be had on this machine; the message says what and why. */
public final class GuardException extends RuntimeException {

    private static final long serialVersionUID = 1;

    GuardException(String message) {
        this(message, null);
    }

    GuardException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
