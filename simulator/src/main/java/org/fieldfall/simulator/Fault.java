package org.fieldfall.simulator;

import java.util.OptionalDouble;

/**
 * Something that is to go wrong.
 *
 * @param role whose instrument, as rig files name it
 * @param lastsSeconds world time until all is well again; empty for one reply, or for good
 */
public record Fault(FaultKind kind, String role, OptionalDouble lastsSeconds) {

    public Fault {
        if (!(lastsSeconds.orElse(1) > 0)) {
            throw new IllegalArgumentException(
                    kind.word() + " lasts longer than 0 s, not " + lastsSeconds.getAsDouble() + " s");
        }
    }

    /**
     * It happened.
     *
     * @param seconds world time
     */
    public record Struck(Fault fault, double seconds) {}
}
