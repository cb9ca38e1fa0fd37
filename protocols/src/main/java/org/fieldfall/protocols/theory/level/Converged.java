package org.fieldfall.protocols.theory.level;

/**
 * Averages over orientations that met their tolerance.
 *
 * @param error the largest change of any value when the grid was last refined
 * @param orientations of the finer grid, whose values these are
 */
public record Converged(double[] values, double error, int orientations) {

    public Converged {
        values = values.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    static double largestChange(double[] coarse, double[] fine) {
        if (coarse.length != fine.length) {
            throw new IllegalArgumentException("a grid gave " + coarse.length + " values, the next one " + fine.length);
        }
        var largest = 0.0;
        for (var i = 0; i < fine.length; i++) {
            var change = Math.abs(fine[i] - coarse[i]);
            largest = Double.isNaN(change) ? Double.POSITIVE_INFINITY : Math.max(largest, change);
        }
        return largest;
    }
}
