package org.fieldfall.protocols.analysis;

/**
 * How the platform comes back to where it rests, from link and heat capacity.
 *
 * @param foreSeconds time constant before the ramp, at its first field
 * @param tailSeconds the same after it at its last field, the spins in equilibrium; where to look for what the trace shows
 * @param slopePerKelvin relative change of the tail's heat capacity with temperature, d ln C/dT; believed to a quarter of it
 */
public record DriftTimes(double foreSeconds, double tailSeconds, double slopePerKelvin) {

    private static final double SLOPE_SHARE = 0.25;

    public DriftTimes {
        if (!(foreSeconds > 0 && tailSeconds > 0 && Double.isFinite(slopePerKelvin))) {
            throw new IllegalArgumentException("a drift needs time constants above 0 s and a finite slope, not "
                    + foreSeconds + " s, " + tailSeconds + " s and " + slopePerKelvin + " per K");
        }
    }

    /** The same with a heat capacity that changes faster by a standard uncertainty. */
    DriftTimes steeper() {
        return new DriftTimes(foreSeconds, tailSeconds, (1 + SLOPE_SHARE) * slopePerKelvin);
    }

    /**
     * How far from its rest a platform is that would be this far by the time constant at rest alone: x exp(s x) = y, by
     * series; in the tail s x is some hundredths.
     */
    double bent(double kelvin) {
        double bend = slopePerKelvin * kelvin;
        return kelvin * (1 - bend * (1 - 1.5 * bend));
    }

    /** Change of {@link #bent} with its argument. */
    double bentSlope(double kelvin) {
        double bend = slopePerKelvin * kelvin;
        return 1 - bend * (2 - 4.5 * bend);
    }
}
