package org.fieldfall.app.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The round values of an axis: the named ones and those between them. */
record Ticks(List<Tick> major, List<Double> minor) {

    private static final int MOST_MAJOR = 6;
    private static final int MOST_DECADES = 12;
    private static final int MOST_FINE_DECADES = 6;
    private static final double ROUNDING = 1e-9;

    record Tick(double value, Label label) {}

    static Ticks of(Axis axis) {
        return axis.isLogarithmic() ? logarithmic(axis) : linear(axis);
    }

    private static Ticks linear(Axis axis) {
        var step = step(axis.high() - axis.low());
        var parts = step.unscaledValue().intValueExact() == 2 ? 4 : 5;
        var fine = step.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL64);
        var major = new ArrayList<Tick>();
        multiples(axis, step).forEach(value -> major.add(new Tick(value.doubleValue(), decimal(value))));
        return new Ticks(
                major,
                multiples(axis, fine).stream().map(BigDecimal::doubleValue).toList());
    }

    /** The smallest of 1, 2 and 5 times a power of ten that gives few enough ticks. */
    private static BigDecimal step(double length) {
        var least = length / MOST_MAJOR;
        var power = (int) Math.floor(Math.log10(least));
        for (var digit : new int[] {1, 2, 5, 10}) {
            var step = new BigDecimal(digit).scaleByPowerOfTen(power).stripTrailingZeros();
            if (step.doubleValue() >= least * (1 - ROUNDING)) {
                return step;
            }
        }
        throw new IllegalStateException("no step for an axis of length " + length);
    }

    private static List<BigDecimal> multiples(Axis axis, BigDecimal step) {
        var slack = ROUNDING * (axis.high() - axis.low());
        var first = BigDecimal.valueOf(axis.low() - slack).divide(step, 0, RoundingMode.CEILING);
        var all = new ArrayList<BigDecimal>();
        for (var i = first; i.multiply(step).doubleValue() <= axis.high() + slack; i = i.add(BigDecimal.ONE)) {
            all.add(i.multiply(step));
        }
        return all;
    }

    private static Label decimal(BigDecimal value) {
        return Label.plain(value.toPlainString().replace('-', '−'));
    }

    private static Ticks logarithmic(Axis axis) {
        var first = (int) Math.floor(Math.log10(axis.low()));
        var last = (int) Math.ceil(Math.log10(axis.high()));
        var every = 1 + (last - first) / MOST_DECADES;
        var major = new ArrayList<Tick>();
        var minor = new ArrayList<Double>();
        for (var power = first; power <= last; power++) {
            var isFine = last - first <= MOST_FINE_DECADES;
            addDecade(axis, power, Math.floorMod(power, every) == 0, isFine, major, minor);
        }
        return new Ticks(major, minor);
    }

    private static void addDecade(
            Axis axis, int power, boolean isNamed, boolean isFine, List<Tick> major, List<Double> minor) {
        for (var digit = 1; digit < 10; digit++) {
            var value = new BigDecimal(digit).scaleByPowerOfTen(power).doubleValue();
            var share = axis.share(value);
            if (share < -ROUNDING || share > 1 + ROUNDING) {
                continue;
            }
            if (digit == 1 && isNamed) {
                major.add(new Tick(
                        value, Label.of("10^{" + Integer.toString(power).replace('-', '−') + "}")));
            } else if (digit == 1 || isFine) {
                minor.add(value);
            }
        }
    }
}
