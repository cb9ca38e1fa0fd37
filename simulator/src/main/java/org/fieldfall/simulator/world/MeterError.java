package org.fieldfall.simulator.world;

/**
 * How one meter departs from a perfect one.
 *
 * @param gain what it shows over what is there
 * @param clock world seconds that its clock takes for a second
 * @param noiseVolts rms noise of a reading of {@code noiseApertureSeconds}; falls with the root of the aperture
 * @param resolutionVolts step of its converter; 0 for none
 */
public record MeterError(
        double gain, double clock, double noiseVolts, double noiseApertureSeconds, double resolutionVolts) {

    /** With as fine a converter as can be. */
    public MeterError(double gain, double clock, double noiseVolts, double noiseApertureSeconds) {
        this(gain, clock, noiseVolts, noiseApertureSeconds, 0);
    }

    /** What its converter makes of a voltage. */
    public double shown(double volts) {
        return resolutionVolts > 0 ? Math.rint(volts / resolutionVolts) * resolutionVolts : volts;
    }

    /** Rms noise of a reading of any aperture. */
    public double noiseVolts(double apertureSeconds) {
        return noiseVolts * Math.sqrt(noiseApertureSeconds / apertureSeconds);
    }
}
