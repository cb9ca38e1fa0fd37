package org.fieldfall.protocols.sequence;

import org.fieldfall.protocols.run.GuardTripped;

/** A guard found a value beyond its limit and ends the run. */
public final class GuardTrippedException extends RuntimeException {

    private final GuardTripped tripped;

    GuardTrippedException(GuardTripped tripped, String message) {
        super(message);
        this.tripped = tripped;
    }

    public GuardTripped tripped() {
        return tripped;
    }
}
