package org.fieldfall.app.picture;

import java.util.stream.DoubleStream;

/**
 * One axis of a panel.
 *
 * @param label what it measures, with its unit
 * @param low value at its beginning
 * @param high value at its end, above {@code low}
 */
public record Axis(Label label, double low, double high, boolean isLogarithmic) {

    private static final double MARGIN = 0.05;

    public Axis {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("an axis must rise, got " + low + " to " + high);
        }
        if (isLogarithmic && !(low > 0)) {
            throw new IllegalArgumentException("a logarithmic axis must be above 0, got " + low + " to " + high);
        }
    }

    public static Axis linear(String markup, double low, double high) {
        return new Axis(Label.of(markup), low, high, false);
    }

    public static Axis logarithmic(String markup, double low, double high) {
        return new Axis(Label.of(markup), low, high, true);
    }

    /** Linear, as long as the values need with some room at both ends; those that are not finite do not count. */
    public static Axis around(String markup, DoubleStream values) {
        var seen = values.filter(Double::isFinite).summaryStatistics();
        if (seen.getCount() == 0) {
            throw new IllegalArgumentException("nothing to draw: no finite value for the axis " + markup);
        }
        var tiny = 1e-9 * Math.max(1, Math.abs(seen.getMax()));
        var margin = MARGIN * (seen.getMax() - seen.getMin()) + tiny;
        return linear(markup, seen.getMin() - margin, seen.getMax() + margin);
    }

    /** Where a value lies: 0 at the beginning, 1 at the end; NaN where a logarithm has no place for it. */
    double share(double value) {
        return isLogarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }
}
