package org.fieldfall.app.live.view;

/**
 * A curve of the theory.
 *
 * @param id as in {@code temperature}, {@code heat}, {@code population}
 * @param version grows when it is computed again
 * @param seconds rig times, ascending
 * @param value central value in {@code unit}
 * @param sigma standard uncertainty; zeros where none is given
 */
public record PredictedCurve(String id, String unit, long version, double[] seconds, double[] value, double[] sigma) {

    public PredictedCurve {
        if (seconds.length != value.length || seconds.length != sigma.length) {
            throw new IllegalArgumentException("a curve needs as many times as values, not " + seconds.length + ", "
                    + value.length + " and " + sigma.length);
        }
    }
}
