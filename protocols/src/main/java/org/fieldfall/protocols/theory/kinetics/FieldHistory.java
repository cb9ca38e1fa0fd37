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

    static FieldHistory constant(double tesla) {
        return new PiecewiseLinear(new double[0], new double[] {tesla});
    }
}
