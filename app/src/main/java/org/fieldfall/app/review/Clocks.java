package org.fieldfall.app.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fieldfall.protocols.instrument.Figure;

/**
 * Watches the rig's clock against the wall's, both of which every frame carries. On a rig they go together; in a dry run the
 * rig's may run ahead, never behind.
 */
final class Clocks {

    /** The time from an event to its frame is a fraction of this. */
    private static final double LEAST_SECONDS = 0.25;

    /** A simulated world on a machine that is busy stands still for moments. */
    private static final double LEAST_SIMULATED_SECONDS = 2;

    private final boolean isSimulated;
    private double lastRig = Double.NaN;
    private Instant lastWall = Instant.EPOCH;

    Clocks(boolean isSimulated) {
        this.isSimulated = isSimulated;
    }

    /** What is odd between the last event and this one, in words. */
    Optional<String> jump(double rigSeconds, Instant wall) {
        double rig = rigSeconds - lastRig;
        double passed = Duration.between(lastWall, wall).toNanos() * 1e-9;
        boolean isFirst = Double.isNaN(lastRig);
        lastRig = rigSeconds;
        lastWall = wall;
        if (isFirst) {
            return Optional.empty();
        }
        if (passed < -LEAST_SECONDS) {
            return Optional.of(Figure.text("the wall clock went BACK by %.3f s", -passed));
        }
        double ahead = passed - rig;
        boolean isBehind = ahead > (isSimulated ? LEAST_SIMULATED_SECONDS : LEAST_SECONDS);
        boolean isAhead = !isSimulated && ahead < -LEAST_SECONDS;
        return isBehind || isAhead
                ? Optional.of(Figure.text(
                        "the clocks parted: %.3f s passed by the wall clock, %.3f s by the rig's clock", passed, rig))
                : Optional.empty();
    }
}
