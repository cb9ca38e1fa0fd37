package org.fieldfall.app.config;

/** A text is not the value that was due; says why in a few words: {@code no unit}, {@code unknown unit Kk}. */
public final class UnfitValueException extends IllegalArgumentException {

    public UnfitValueException(String reason) {
        super(reason);
    }

    /** Why, in a few words. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
