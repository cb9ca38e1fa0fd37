package org.fieldfall.app.model;

import static org.fieldfall.protocols.instrument.Figure.text;

/**
 * One thing a check looked at.
 *
 * @param what was looked at
 * @param came what was found
 * @param due what the rig file asks for; empty where it asks for nothing
 */
public record Finding(String what, String came, String due, Verdict verdict) {

    /** Whether the rig and its file agree. */
    public enum Verdict {
        FITS,
        MISFIT,
        NO_ANSWER
    }

    public static Finding of(String what, String came, String due, boolean fits) {
        return new Finding(what, came, due, fits ? Verdict.FITS : Verdict.MISFIT);
    }

    /** A reading for its user to judge. */
    public static Finding now(String what, double value, String unit) {
        return new Finding(what, text("now %g %s", value, unit), "", Verdict.FITS);
    }
}
