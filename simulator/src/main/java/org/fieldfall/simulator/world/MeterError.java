package org.fieldfall.simulator.world;

/**
 * How one meter departs from a perfect one.
 *
 * @param gain what it shows over what is there
 * @param clock world seconds that its clock takes for a second
 * @param noiseVolts rms noise of a reading of {@code noiseApertureSeconds}; falls with the root of the aperture
 */
public record MeterError(double gain, double clock, double noiseVolts, double noiseApertureSeconds) {

    /** Rms noise of a reading of any aperture. */
    public double noiseVolts(double apertureSeconds) {
        return noiseVolts * Math.sqrt(noiseApertureSeconds / apertureSeconds);
    }
}
