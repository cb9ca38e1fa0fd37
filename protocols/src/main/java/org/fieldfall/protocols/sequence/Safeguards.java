package org.fieldfall.protocols.sequence;

import java.util.List;

/**
 * What is watched during a run, whatever its phases do.
 *
 * @param watches what beside the instruments' readings passes the guards
 * @param longestHoldSeconds a hold that lasts longer acts as STOP
 */
public record Safeguards(List<LevelGuard> guards, List<Watch> watches, double longestHoldSeconds) {

    /** How long a run may be held where a rig file says nothing. */
    public static final double USUAL_HOLD_SECONDS = 3600;

    public Safeguards {
        guards = List.copyOf(guards);
        watches = List.copyOf(watches);
        if (!(longestHoldSeconds > 0)) {
            throw new IllegalArgumentException("longest hold: " + longestHoldSeconds + " s, due above 0 s");
        }
    }

    public static Safeguards of(List<LevelGuard> guards) {
        return new Safeguards(guards, List.of(), USUAL_HOLD_SECONDS);
    }
}
