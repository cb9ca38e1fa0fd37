package org.fieldfall.app.run;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The straight line of least squares through points, kept by their centre so that late times lose no digits. */
record StraightLine(double centreX, double centreY, double slope) {

    /** @param points two or more at different x */
    static <T> StraightLine through(List<T> points, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        double centreX = points.stream().mapToDouble(x).average().orElse(Double.NaN);
        double centreY = points.stream().mapToDouble(y).average().orElse(Double.NaN);
        double xx = 0;
        double xy = 0;
        for (T point : points) {
            double dx = x.applyAsDouble(point) - centreX;
            xx += dx * dx;
            xy += dx * (y.applyAsDouble(point) - centreY);
        }
        return new StraightLine(centreX, centreY, xy / xx);
    }

    double at(double x) {
        return centreY + slope * (x - centreX);
    }

    /** The x at which the line has a value. */
    double reaches(double y) {
        return centreX + (y - centreY) / slope;
    }
}
