package org.fieldfall.protocols.theory.level;

/** Levels, or an average over orientations, that did not come to their tolerance; thrown instead of a wrong number. */
public final class UnresolvedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnresolvedException(String message) {
        super(message);
    }
}
