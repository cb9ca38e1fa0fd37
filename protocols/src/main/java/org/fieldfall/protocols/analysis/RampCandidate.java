package org.fieldfall.protocols.analysis;

/**
 * The best curve at one start, duration and lag.
 *
 * @param endKelvin of the crystal at the end of the ramp
 * @param chiSquare of the readings and of what was known beforehand
 * @param startStep distance to the next start that was tried, 0 if none
 * @param durationStep likewise
 */
record RampCandidate(
        double start,
        double duration,
        double lag,
        Uncertain endKelvin,
        Uncertain pickUpKelvin,
        double chiSquare,
        double startStep,
        double durationStep) {

    /** One whose parameters the readings leave open: it counts for nothing. */
    static RampCandidate unfit(double start, double duration, double lag) {
        Uncertain none = Uncertain.exact(0);
        return new RampCandidate(start, duration, lag, none, none, Double.POSITIVE_INFINITY, 0, 0);
    }

    RampCandidate unlikelierBy(double more) {
        return new RampCandidate(
                start, duration, lag, endKelvin, pickUpKelvin, chiSquare + more, startStep, durationStep);
    }

    RampCandidate onGrid(double startSeconds, double durationSeconds) {
        return new RampCandidate(
                start, duration, lag, endKelvin, pickUpKelvin, chiSquare, startSeconds, durationSeconds);
    }
}
