package org.fieldfall.app.figure;

/** A figure cannot be drawn of this sample or of these values; the message says what is due. */
public final class UnfitFigureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnfitFigureException(String message) {
        super(message);
    }
}
