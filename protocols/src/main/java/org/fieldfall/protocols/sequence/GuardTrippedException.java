package org.fieldfall.protocols.sequence;

import org.fieldfall.protocols.run.GuardTripped;

/** A guard found a bad level and ends the run. */
public final class GuardTrippedException extends RuntimeException {

    private final GuardTripped tripped;

    GuardTrippedException(LevelGuard.Trip trip) {
        super(trip.message());
        this.tripped = trip.event();
    }

    public GuardTripped tripped() {
        return tripped;
    }
}
