package org.fieldfall.protocols.instrument;

/**
 * What a field supply with its coil can do.
 *
 * @param largestTesla limit of the field's magnitude
 * @param largestTeslaPerSecond limit of the rate's magnitude
 * @param shortestDwellSeconds shortest time a program point may last
 * @param longestDwellSeconds longest time a program point may last
 * @param mostPoints most points of one program
 * @param smallestStepTesla resolution of the setpoint
 * @param uploadSecondsPerPoint longest time its line takes for one point of a program
 */
public record SupplyCapability(
        double largestTesla,
        double largestTeslaPerSecond,
        double shortestDwellSeconds,
        double longestDwellSeconds,
        int mostPoints,
        double smallestStepTesla,
        double uploadSecondsPerPoint) {

    public SupplyCapability {
        if (!(largestTesla > 0) || !(largestTeslaPerSecond > 0)) {
            throw new IllegalArgumentException("a field supply needs a field and a rate above zero, not " + largestTesla
                    + " T and " + largestTeslaPerSecond + " T/s");
        }
        if (!(shortestDwellSeconds > 0) || longestDwellSeconds < shortestDwellSeconds || mostPoints < 1) {
            throw new IllegalArgumentException("impossible program limits: dwell " + shortestDwellSeconds + " to "
                    + longestDwellSeconds + " s, " + mostPoints + " points");
        }
    }

    /** Longest time in which a program arrives. */
    public double uploadSeconds(int points) {
        return points * uploadSecondsPerPoint;
    }
}
