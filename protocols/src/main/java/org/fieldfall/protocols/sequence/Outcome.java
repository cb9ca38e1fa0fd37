package org.fieldfall.protocols.sequence;

import org.fieldfall.protocols.run.Quality;

/** The mark a phase earned, with the reason in words. */
public record Outcome(Quality quality, String why) {

    public static Outcome good(String why) {
        return new Outcome(Quality.GOOD, why);
    }

    public static Outcome marked(String why) {
        return new Outcome(Quality.MARKED, why);
    }
}
