package org.fieldfall.app.rig;

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

    static Finding of(String what, String came, String due, boolean fits) {
        return new Finding(what, came, due, fits ? Verdict.FITS : Verdict.MISFIT);
    }
}
