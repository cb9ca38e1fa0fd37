package org.fieldfall.protocols.theory.kinetics;

import java.util.Arrays;

/** Points of a recorded field. The two ways to draw fewer lines through them are each made in one pass. */
record Trace(double[] seconds, double[] tesla) {

    int size() {
        return seconds.length;
    }

    Trace first(int count) {
        return new Trace(Arrays.copyOf(seconds, count), Arrays.copyOf(tesla, count));
    }

    /** Straight lines through as few points as stay within a tolerance of all these; good where there is noise or none. */
    FieldHistory lines(double toleranceTesla) {
        if (!(toleranceTesla > 0 && toleranceTesla < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "tolerance of a recorded field must be above 0 T and finite, got " + toleranceTesla + " T");
        }
        if (seconds.length < 2) {
            throw new IllegalArgumentException("a recorded field needs two readings or more, got " + seconds.length);
        }
        // Refuses what is no history.
        FieldHistory.piecewiseLinear(seconds, tesla);
        var smooth = new Funnel(this, 0.75 * toleranceTesla).tautString();
        var few = new Funnel(smooth, 0.25 * toleranceTesla).longLines();
        return FieldHistory.piecewiseLinear(few.seconds, few.tesla);
    }
}
