package org.fieldfall.protocols.theory.kinetics;

/**
 * Draws lines that pass points within a tolerance: from a corner on, the slopes that pass all points so far form a funnel
 * which narrows until it closes. Used by one thread, once.
 */
final class Funnel {

    private final Trace points;
    private final double tolerance;

    private final Trace drawn;
    private int corners;
    private double steepest;
    private double flattest;
    private int atSteepest;
    private int atFlattest;

    Funnel(Trace points, double tolerance) {
        this.points = points;
        this.tolerance = tolerance;
        drawn = new Trace(new double[points.size()], new double[points.size()]);
    }

    /**
     * The shortest line within the tolerance. It bends around the point that closed the funnel's other side, on the rim of
     * its tolerance, and so takes out noise; where the points curve it bends at each of them.
     */
    Trace tautString() {
        corner(0, points.tesla()[0]);
        for (var i = 1; i < points.size(); i++) {
            if (slope(i, -tolerance) > steepest) {
                i = corner(atSteepest, points.tesla()[atSteepest] + tolerance);
            } else if (slope(i, tolerance) < flattest) {
                i = corner(atFlattest, points.tesla()[atFlattest] - tolerance);
            } else {
                narrow(i);
            }
        }
        return finish(Math.min(steepest, Math.max(flattest, slope(points.size() - 1, 0))));
    }

    /**
     * Each line as far as the funnel stays open, along its middle. Few lines where the points curve; noise near a corner
     * would close the next funnel at once.
     */
    Trace longLines() {
        corner(0, points.tesla()[0]);
        for (var i = 1; i < points.size(); i++) {
            if (slope(i, -tolerance) > steepest || slope(i, tolerance) < flattest) {
                corner(i - 1, along((steepest + flattest) / 2, i - 1));
            }
            narrow(i);
        }
        return finish((steepest + flattest) / 2);
    }

    private Trace finish(double slope) {
        var last = points.size() - 1;
        if (drawn.seconds()[corners - 1] < points.seconds()[last]) {
            corner(last, along(slope, last));
        }
        return drawn.first(corners);
    }

    private int corner(int i, double tesla) {
        drawn.seconds()[corners] = points.seconds()[i];
        drawn.tesla()[corners] = tesla;
        corners++;
        steepest = Double.POSITIVE_INFINITY;
        flattest = Double.NEGATIVE_INFINITY;
        return i;
    }

    private void narrow(int i) {
        if (slope(i, tolerance) < steepest) {
            steepest = slope(i, tolerance);
            atSteepest = i;
        }
        if (slope(i, -tolerance) > flattest) {
            flattest = slope(i, -tolerance);
            atFlattest = i;
        }
    }

    /** From the last corner to a place beside a point. */
    private double slope(int i, double beside) {
        return (points.tesla()[i] + beside - drawn.tesla()[corners - 1])
                / (points.seconds()[i] - drawn.seconds()[corners - 1]);
    }

    private double along(double slope, int i) {
        return drawn.tesla()[corners - 1] + slope * (points.seconds()[i] - drawn.seconds()[corners - 1]);
    }
}
