package org.fieldfall.protocols.theory.balance;

/** A numerical search or integration that did not reach its tolerance; thrown instead of giving a wrong number. */
public final class NoConvergenceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoConvergenceException(String message) {
        super(message);
    }
}
