package org.fieldfall.protocols.sequence;

import java.util.Optional;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.ScalarRead;

/**
 * Watches the level of one channel: every reading must be a number within limits, and there must be one often enough. An
 * invalid reading counts as bad, and so does none.
 *
 * @param name under which it is latched and acknowledged
 * @param channel name of the channel in {@link ScalarRead}
 * @param lowest smallest allowed value
 * @param highest largest allowed value
 * @param unit that of the channel's values, or of its raw readings to guard those: amperes of a field
 * @param staleSeconds a last reading older than this counts as bad; infinite where nobody has to read the channel
 */
public record LevelGuard(
        String name,
        String channel,
        double lowest,
        double highest,
        String unit,
        Consequence consequence,
        double staleSeconds) {

    public LevelGuard {
        if (!(lowest < highest)) {
            throw new IllegalArgumentException(
                    "guard " + name + ": " + lowest + " " + unit + " is not below " + highest + " " + unit);
        }
    }

    /** A guard that ends the run, named after its channel, content with no reading at all. */
    public static LevelGuard on(String channel, double lowest, double highest, String unit) {
        return new LevelGuard(channel, channel, lowest, highest, unit, Consequence.STOP, Double.POSITIVE_INFINITY);
    }

    public LevelGuard staleAfter(double seconds) {
        return new LevelGuard(name, channel, lowest, highest, unit, consequence, seconds);
    }

    public LevelGuard then(Consequence other) {
        return new LevelGuard(name, channel, lowest, highest, unit, other, staleSeconds);
    }

    /**
     * A bad level.
     *
     * @param message value, limit and what follows
     */
    record Trip(LevelGuard guard, GuardTripped event, String message) {}

    /** What a reading of this guard's channel says; empty if it is good. */
    Optional<Trip> look(ScalarRead reading) {
        double value = unit.equals(reading.rawUnit()) && !unit.equals(reading.unit()) ? reading.raw() : reading.value();
        if (value >= lowest && value <= highest) {
            return Optional.empty();
        }
        double limit = value < lowest ? lowest : highest;
        String came = Double.isNaN(value)
                ? "the reading is not valid (overload, or outside the calibration)"
                : Figure.text("read %g %s", value, unit);
        return Optional.of(trip(reading.rigSeconds(), value, limit, came));
    }

    /** What it says that the last reading is so old; empty if it is not. */
    Optional<Trip> lookAtAge(double now, double ageSeconds) {
        if (!(ageSeconds > staleSeconds)) {
            return Optional.empty();
        }
        String came = Figure.text("no reading for %.0f s, due one at least every %g s", ageSeconds, staleSeconds);
        return Optional.of(trip(now, Double.NaN, highest, came));
    }

    private Trip trip(double now, double value, double limit, String came) {
        String consequenceWords = consequence.words();
        String about = name.equals(channel) ? "guard on " + name : "guard " + name + " on " + channel;
        return new Trip(
                this,
                new GuardTripped(now, name, value, limit, unit, consequenceWords),
                about + ": " + came + ", " + allowed() + "; " + consequenceWords);
    }

    private String allowed() {
        if (lowest == Double.NEGATIVE_INFINITY) {
            return Figure.text("allowed at most %g %s", highest, unit);
        }
        return highest == Double.POSITIVE_INFINITY
                ? Figure.text("allowed at least %g %s", lowest, unit)
                : Figure.text("allowed %g to %g %s", lowest, highest, unit);
    }
}
