package org.fieldfall.protocols.theory.balance;

/** A curve that rises everywhere, whose one zero is wanted. */
@FunctionalInterface
interface RisingCurve {

    int MOST_STEPS = 200;

    Point at(double x);

    /** Height and slope of the curve at one place. */
    record Point(double value, double slope) {}

    /**
     * The zero above one place and not above another: Newton's first step, then cubics through the last two places with their
     * slopes, halved into the bracket when they leave it.
     *
     * <p>While nothing above the zero has been seen no step goes further than it is from 0 to here, or 1.
     *
     * @param below where the curve is not above zero
     * @param ceiling no place beyond it is looked at
     * @param tolerance length of a step after which the next is below rounding
     * @throws NoConvergenceException if the curve is still below zero at the ceiling, or is no number somewhere
     */
    default double zero(double below, double ceiling, double start, double tolerance) {
        var lower = below;
        var upper = Double.POSITIVE_INFINITY;
        var x = Math.min(start, ceiling);
        var before = x;
        var last = new Point(0, 0);
        for (var step = 0; step < MOST_STEPS; step++) {
            var point = at(x);
            if (point.value() > 0) {
                upper = x;
            } else {
                lower = x;
                check(point, x, ceiling);
            }
            var next = step == 0 ? newton(x, point) : cubic(before, last, x, point);
            if (Math.abs(next - x) <= tolerance) {
                return Math.min(upper, Math.max(lower, next));
            }
            if (upper == Double.POSITIVE_INFINITY) {
                var furthest = Math.min(ceiling, x + Math.max(1, Math.abs(x)));
                next = next > x ? Math.min(next, furthest) : furthest;
            } else if (!(next > lower && next < upper)) {
                next = (lower + upper) / 2;
                if (next == lower || next == upper) {
                    return next;
                }
            }
            before = x;
            last = point;
            x = next;
        }
        throw new NoConvergenceException("no zero found within " + MOST_STEPS + " steps: started at " + start + " in ["
                + below + ", " + ceiling + "], came to [" + lower + ", " + upper + "]");
    }

    private static double newton(double x, Point at) {
        return x - at.value() / at.slope();
    }

    /** Where the cubic x(value) through both places with their slopes has the value zero, unless Newton doubts it. */
    private static double cubic(double x0, Point p0, double x1, Point p1) {
        var newton = newton(x1, p1);
        var height = p1.value() - p0.value();
        var t = -p0.value() / height;
        var u = 1 - t;
        var cubic = u * u * ((1 + 2 * t) * x0 + t * height / p0.slope())
                + t * t * ((1 + 2 * u) * x1 - u * height / p1.slope());
        return Math.abs(cubic - newton) <= Math.abs(newton - x1) / 2 ? cubic : newton;
    }

    private static void check(Point point, double x, double ceiling) {
        if (Double.isNaN(point.value())) {
            throw new NoConvergenceException("no zero found: the curve has no height at " + x);
        }
        if (point.value() < 0 && x == ceiling) {
            throw new NoConvergenceException(
                    "no zero found: the curve is still at " + point.value() + " at its end, " + ceiling);
        }
    }
}
