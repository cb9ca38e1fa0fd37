package org.fieldfall.protocols.theory.kinetics;

/**
 * The field in time, B(t), made of smooth pieces. Immutable.
 *
 * <p>Before the first corner and after the last the field rests.
 */
public interface FieldHistory {

    double tesla(double seconds);

    /** dB/dt; at a corner that of the piece which begins there. */
    double teslaPerSecond(double seconds);

    /** The times at which the slope jumps, ascending; none for a field that rests for ever. */
    double[] corners();

    /** One straight ramp between two rests; no ramp at all when the fields are equal. */
    static FieldHistory ramp(double biTesla, double bfTesla, double startSeconds, double rateTeslaPerSecond) {
        if (!(rateTeslaPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "rate of a ramp must be above 0 T/s (its sign comes from the fields), got " + rateTeslaPerSecond);
        }
        if (biTesla == bfTesla) {
            return constant(biTesla);
        }
        var endSeconds = startSeconds + Math.abs(bfTesla - biTesla) / rateTeslaPerSecond;
        return piecewiseLinear(new double[] {startSeconds, endSeconds}, new double[] {biTesla, bfTesla});
    }

    /** Straight lines through points in ascending time, such as the readbacks of a ramp; at rest outside them. */
    static FieldHistory piecewiseLinear(double[] seconds, double[] tesla) {
        return new PiecewiseLinear(seconds, tesla);
    }

    /**
     * A recorded field, such as the readings of a field monitor, through as few straight lines as stay within a tolerance of
     * every reading; at rest outside them.
     *
     * <p>A tolerance of six times the noise takes the noise out: each corner costs a step of the integrator, and a
     * slope between noisy neighbours is none that the sample saw. An error δB held through a ramp moves the temperature
     * inside the wells by about 0.2 mK per mT, and the crossing rate at 4 K by 0.3 % per mT.
     *
     * @param toleranceTesla most that the field may differ from a reading; above zero
     */
    static FieldHistory recorded(double[] seconds, double[] tesla, double toleranceTesla) {
        return new Trace(seconds, tesla).lines(toleranceTesla);
    }

    static FieldHistory constant(double tesla) {
        return new PiecewiseLinear(new double[0], new double[] {tesla});
    }
}
