package org.fieldfall.app.picture;

/**
 * One curve of a panel.
 *
 * @param label its name in the legend, the same for curves that belong together; empty for one that needs none
 * @param x along the axis, as drawn
 * @param y NaN where there is none
 */
public record Trace(Label label, double[] x, double[] y, Manner manner) {

    public Trace {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException(
                    "a curve needs as many x as y and one at least, not " + x.length + " and " + y.length);
        }
        x = x.clone();
        y = y.clone();
    }
}
