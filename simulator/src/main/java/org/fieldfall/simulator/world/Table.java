package org.fieldfall.simulator.world;

/** A smooth function tabulated with its slope at equal steps from {@code start}; goes on in a straight line outside. */
final class Table {

    private final double start;
    private final double step;
    private final double[] values;
    private final double[] slopes;

    Table(double start, double step, double[] values, double[] slopes) {
        this.start = start;
        this.step = step;
        this.values = values.clone();
        this.slopes = slopes.clone();
    }

    double at(double x) {
        int i = cell(x);
        double u = (x - start) / step - i;
        if (u < 0 || u > 1) {
            return beyond(u < 0 ? i : i + 1, x);
        }
        double rise = values[i + 1] - values[i];
        double a = slopes[i] * step - rise;
        double b = rise - slopes[i + 1] * step;
        return values[i] + u * rise + u * (1 - u) * ((1 - u) * a + u * b);
    }

    /** The derivative of {@link #at}. */
    double slope(double x) {
        int i = cell(x);
        double u = Math.max(0, Math.min(1, (x - start) / step - i));
        double rise = values[i + 1] - values[i];
        double a = slopes[i] * step - rise;
        double b = rise - slopes[i + 1] * step;
        double bend = (1 - 2 * u) * ((1 - u) * a + u * b) + u * (1 - u) * (b - a);
        return (rise + bend) / step;
    }

    private int cell(double x) {
        return Math.max(0, Math.min(values.length - 2, (int) Math.floor((x - start) / step)));
    }

    private double beyond(int end, double x) {
        return values[end] + slopes[end] * (x - start - end * step);
    }
}
