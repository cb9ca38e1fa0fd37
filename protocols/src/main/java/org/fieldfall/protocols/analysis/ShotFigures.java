package org.fieldfall.protocols.analysis;

import java.util.List;

/**
 * What the thermometer trace of one shot says. Temperature differences count from the baseline just before the start of
 * the ramp, its drift extrapolated; negative is cooling.
 *
 * @param edges when the field moved, on the thermometer's clock
 * @param initialKelvin baseline extrapolated to the start of the ramp
 * @param driftKelvinPerSecond slope of the baseline
 * @param rateTeslaPerSecond achieved rate: the fields read before and after, over the duration between the edges
 * @param points temperature differences at the asked times after the end of the ramp
 * @param peak the largest difference in magnitude after the end of the ramp
 */
public record ShotFigures(
        RampEdges edges,
        Uncertain initialKelvin,
        double driftKelvinPerSecond,
        Uncertain rateTeslaPerSecond,
        List<Point> points,
        Point peak) {

    public ShotFigures {
        points = List.copyOf(points);
    }

    /** A temperature difference at a time after the end of the ramp. */
    public record Point(double afterRampSeconds, Uncertain deltaKelvin) {}
}
