package org.fieldfall.protocols.sequence;

import java.util.Locale;

/** What follows when a guard finds a bad level. */
public enum Consequence {
    /** The phase is marked; the run goes on. */
    MARK("the phase is marked and the run goes on"),
    /** The run is held until the guard is acknowledged and the run resumed. */
    HOLD("the run is held until this is acknowledged"),
    /** The run ends. */
    STOP("the run ends and the rig goes to its safe state");

    private final String words;

    Consequence(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As a rig file writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
