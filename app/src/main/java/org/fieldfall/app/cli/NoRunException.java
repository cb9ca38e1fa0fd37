package org.fieldfall.app.cli;

/** Nothing is there that could be asked; the message says what was looked for. */
final class NoRunException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoRunException(String message) {
        super(message);
    }
}
