package org.fieldfall.protocols.analysis;

/**
 * A measured number beside what something else says of it, both in one unit.
 *
 * @param of the measured number, in words
 * @param with what it is compared with
 */
public record Comparison(String of, Uncertain measured, String with, Uncertain expected) {

    /** Further apart than this many standard uncertainties two numbers disagree: of a dozen, one in thirty would by chance. */
    public static final double AGREE_SIGMA = 3;

    /** Measured less expected in units of their uncertainty together. */
    public double pull() {
        return (measured.value() - expected.value()) / Math.hypot(measured.sigma(), expected.sigma());
    }

    public boolean agrees() {
        return Math.abs(pull()) <= AGREE_SIGMA;
    }
}
