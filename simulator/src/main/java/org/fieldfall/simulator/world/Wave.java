package org.fieldfall.simulator.world;

/**
 * A sine in time, such as hum or ripple: amplitude times sin(2π f t + φ). Immutable.
 *
 * @param hertz f, above zero unless the amplitude is 0
 * @param phase φ in radians
 */
public record Wave(double amplitude, double hertz, double phase) {

    public static final Wave NONE = new Wave(0, 1, 0);

    public Wave {
        if (!(hertz > 0) || !Double.isFinite(amplitude)) {
            throw new IllegalArgumentException(
                    "a wave needs a frequency above 0 Hz, not " + hertz + " Hz with amplitude " + amplitude);
        }
    }

    /** Mean over a stretch of time, exactly: none over whole periods. */
    public double mean(double fromSeconds, double toSeconds) {
        if (amplitude == 0) {
            return 0;
        }
        double turn = 2 * Math.PI * hertz;
        double half = turn * (toSeconds - fromSeconds) / 2;
        double share = half == 0 ? 1 : Math.sin(half) / half;
        return amplitude * share * Math.sin(turn * (fromSeconds + toSeconds) / 2 + phase);
    }

    /** How fast it changes, as a wave. */
    public Wave slope() {
        return new Wave(2 * Math.PI * hertz * amplitude, hertz, phase + Math.PI / 2);
    }

    public Wave times(double factor) {
        return new Wave(factor * amplitude, hertz, phase);
    }

    /** Mean of the square over whole periods. */
    double meanSquare() {
        return amplitude * amplitude / 2;
    }
}
