package org.fieldfall.app.picture;

/**
 * The area between two curves, in a pale shade, as for a standard uncertainty.
 *
 * @param x along the axis, ascending
 * @param low NaN, as in {@code high}, where there is none
 */
public record Band(double[] x, double[] low, double[] high, Hue hue) {

    public Band {
        if (x.length != low.length || x.length != high.length) {
            throw new IllegalArgumentException("a band needs as many x as values below and above, not " + x.length
                    + ", " + low.length + " and " + high.length);
        }
        x = x.clone();
        low = low.clone();
        high = high.clone();
    }
}
