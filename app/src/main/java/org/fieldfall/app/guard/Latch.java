package org.fieldfall.app.guard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A rig left in doubt: no run may use it until somebody has looked at it and said so.
 *
 * @param runFolder absolute
 * @param by what latched it, {@code run} or {@code guardian}
 * @param why in words
 * @param lines names of the lines it keeps
 */
public record Latch(String rig, String runId, String runFolder, Instant at, String by, String why, List<String> lines) {

    public Latch {
        lines = List.copyOf(lines);
    }

    /** As in {@code latched since … by the run /data/…: …}. */
    public String words() {
        return "rig " + rig + " is latched since " + at.truncatedTo(ChronoUnit.SECONDS) + " by the " + by + " of "
                + runFolder + ": " + why;
    }
}
