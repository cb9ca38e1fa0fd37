package org.fieldfall.protocols.run;

/**
 * How the line to an instrument did since it was last told of, a few seconds of wall time ago.
 *
 * @param instrument by its name in the rig file
 * @param resource of the line
 * @param exchanges begun, whatever became of them
 * @param medianSeconds half of the exchanges with an answer took no longer; NaN if there was none
 * @param longestSeconds of an exchange with an answer; NaN if there was none
 * @param timeOuts exchanges that ended without the answer that was due
 * @param garbledReplies exchanges that ended with something else than the answer that was due
 * @param reconnects times it was lost and came back
 */
public record LineTimed(
        double rigSeconds,
        String instrument,
        String resource,
        long exchanges,
        double medianSeconds,
        double longestSeconds,
        long timeOuts,
        long garbledReplies,
        long reconnects)
        implements RunEvent {

    /** This one and all before it as one, but for the median, which stays the newest there is. */
    public LineTimed after(LineTimed before) {
        return new LineTimed(
                rigSeconds,
                instrument,
                resource,
                before.exchanges + exchanges,
                Double.isNaN(medianSeconds) ? before.medianSeconds : medianSeconds,
                longer(before.longestSeconds, longestSeconds),
                before.timeOuts + timeOuts,
                before.garbledReplies + garbledReplies,
                before.reconnects + reconnects);
    }

    private static double longer(double one, double other) {
        return Double.isNaN(one) || other > one ? other : one;
    }
}
