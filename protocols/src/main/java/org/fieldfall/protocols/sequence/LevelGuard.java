package org.fieldfall.protocols.sequence;

import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.ScalarRead;

/**
 * Watches the level of one channel: every reading must be a number within limits. An invalid reading counts as bad.
 *
 * @param channel name of the channel in {@link ScalarRead}
 * @param lowest smallest allowed value
 * @param highest largest allowed value
 */
public record LevelGuard(String channel, double lowest, double highest, String unit) {

    private static final String CONSEQUENCE = "the run ends and the rig goes to its safe state";

    public LevelGuard {
        if (!(lowest < highest)) {
            throw new IllegalArgumentException(
                    "guard on " + channel + ": " + lowest + " " + unit + " is not below " + highest + " " + unit);
        }
    }

    /** Throws if the reading belongs to this guard's channel and is out of its limits. */
    void check(ScalarRead reading) {
        if (!reading.channel().equals(channel)) {
            return;
        }
        double value = reading.value();
        if (value >= lowest && value <= highest) {
            return;
        }
        double limit = value < lowest ? lowest : highest;
        GuardTripped tripped = new GuardTripped(reading.rigSeconds(), channel, value, limit, unit, CONSEQUENCE);
        throw new GuardTrippedException(tripped, message(value));
    }

    private String message(double value) {
        String range = Figure.text("allowed %g to %g %s; %s", lowest, highest, unit, CONSEQUENCE);
        return Double.isNaN(value)
                ? "guard on " + channel + ": the reading is not valid (overload, or outside the calibration), " + range
                : Figure.text("guard on %s: read %g %s, %s", channel, value, unit, range);
    }
}
