package org.fieldfall.protocols.theory.kinetics;

import java.util.Arrays;

/**
 * Draws straight lines through readings, each as far as one can be found that passes all its readings within the tolerance
 * (a cone of slopes from the last corner that narrows with each reading), in one pass. Used by one thread.
 */
final class RecordedField {

    private final double[] seconds;
    private final double[] tesla;
    private final double tolerance;

    private final double[] cornerSeconds;
    private final double[] cornerTesla;
    private int corners;
    private double steepest;
    private double flattest;

    RecordedField(double[] seconds, double[] tesla, double toleranceTesla) {
        if (!(toleranceTesla > 0 && toleranceTesla < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "tolerance of a recorded field must be above 0 T and finite, got " + toleranceTesla + " T");
        }
        if (seconds.length < 2) {
            throw new IllegalArgumentException("a recorded field needs two readings or more, got " + seconds.length);
        }
        // Refuses what is no history.
        FieldHistory.piecewiseLinear(seconds, tesla);
        this.seconds = seconds;
        this.tesla = tesla;
        tolerance = toleranceTesla;
        cornerSeconds = new double[seconds.length];
        cornerTesla = new double[seconds.length];
    }

    FieldHistory history() {
        corner(0, tesla[0]);
        for (var i = 1; i < seconds.length; i++) {
            if (!narrow(i)) {
                corner(i - 1, endOfCone(i - 1));
                narrow(i);
            }
        }
        corner(seconds.length - 1, endOfCone(seconds.length - 1));
        return FieldHistory.piecewiseLinear(Arrays.copyOf(cornerSeconds, corners), Arrays.copyOf(cornerTesla, corners));
    }

    private void corner(int i, double at) {
        cornerSeconds[corners] = seconds[i];
        cornerTesla[corners] = at;
        corners++;
        steepest = Double.POSITIVE_INFINITY;
        flattest = Double.NEGATIVE_INFINITY;
    }

    /** Keeps the slopes that pass a reading within the tolerance; false, with all kept, where there are none. */
    private boolean narrow(int i) {
        var passed = seconds[i] - cornerSeconds[corners - 1];
        var rise = tesla[i] - cornerTesla[corners - 1];
        var upper = Math.min(steepest, (rise + tolerance) / passed);
        var lower = Math.max(flattest, (rise - tolerance) / passed);
        if (upper < lower) {
            return false;
        }
        steepest = upper;
        flattest = lower;
        return true;
    }

    private double endOfCone(int i) {
        var slope = (steepest + flattest) / 2;
        return cornerTesla[corners - 1] + slope * (seconds[i] - cornerSeconds[corners - 1]);
    }
}
