package org.fieldfall.app.drill;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What came of one case.
 *
 * @param happenedSeconds rig time at which the fault happened first; empty if there was no occasion
 * @param noticedSeconds rig time from there to the end of the phase that it ended; empty if the run went on
 * @param safeSeconds rig time from the end of the last phase to the end of the way to safety
 * @param limitSeconds the longest that may take
 * @param trueTesla field of the simulated world at the end
 * @param exitCode of the run, had it been a command
 * @param why the cause, in the run's own words
 * @param complaints what was not as it was due; empty for a case that passed
 * @param command that repeats it
 */
public record DrillResult(
        DrillCase drilled,
        Outcome outcome,
        String phase,
        OptionalDouble happenedSeconds,
        OptionalDouble noticedSeconds,
        OptionalDouble safeSeconds,
        double limitSeconds,
        OptionalDouble trueTesla,
        int exitCode,
        String why,
        List<String> complaints,
        String command) {

    public DrillResult {
        complaints = List.copyOf(complaints);
    }

    /** How a run ended. */
    public enum Outcome {
        /** To its end, and nothing to be said. */
        WENT_ON("went on"),
        /** To its end, with a mark or a remark. */
        MARKED("marked"),
        /** By a guard. */
        GUARD("guard"),
        /** By a phase or an instrument that failed. */
        FAILED("aborted"),
        /** By the operator, as every case on the way to safety. */
        STOPPED("stopped"),
        /** Before its record began. */
        REFUSED("refused"),
        /** Not at all, within the longest time. */
        LIMBO("LIMBO");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Whether the run ended before the fault could happen, by something that was not staged. */
    boolean isPremature() {
        return happenedSeconds.isEmpty() && (outcome == Outcome.FAILED || outcome == Outcome.GUARD);
    }

    public boolean isAsDue() {
        return complaints.isEmpty();
    }

    /** What happened, in a few words. */
    public String told() {
        String where = phase.isEmpty() || outcome == Outcome.WENT_ON || outcome == Outcome.MARKED ? "" : " in " + phase;
        String occasion = happenedSeconds.isPresent() ? "" : ", no occasion";
        return outcome.word() + where + occasion;
    }
}
