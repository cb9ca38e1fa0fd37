package org.fieldfall.app.sample;

/** What was asked for needs something this sample has not; the message says what and why. */
public final class UnfitSampleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnfitSampleException(String message) {
        super(message);
    }
}
