package org.fieldfall.protocols.theory.balance;

/** A curve that rises everywhere, whose one zero is wanted. */
@FunctionalInterface
interface RisingCurve {

    int MOST_STEPS = 200;

    Point at(double x);

    /** Height and slope of the curve at one place. */
    record Point(double value, double slope) {}

    /**
     * The zero above one place and not above another: Newton's steps, halved into the bracket when they leave it.
     *
     * <p>While nothing above the zero has been seen no step goes further than it is from 0 to here, or 1.
     *
     * @param below where the curve is not above zero
     * @param ceiling no place beyond it is looked at
     * @param tolerance length of a Newton step after which the next is below rounding
     * @throws NoConvergenceException if the curve is still below zero at the ceiling, or is no number somewhere
     */
    default double zero(double below, double ceiling, double start, double tolerance) {
        var lower = below;
        var upper = Double.POSITIVE_INFINITY;
        var x = Math.min(start, ceiling);
        for (var step = 0; step < MOST_STEPS; step++) {
            var point = at(x);
            if (point.value() > 0) {
                upper = x;
            } else {
                lower = x;
                check(point, x, ceiling);
            }
            var next = x - point.value() / point.slope();
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
            x = next;
        }
        throw new NoConvergenceException("no zero found within " + MOST_STEPS + " steps: started at " + start + " in ["
                + below + ", " + ceiling + "], came to [" + lower + ", " + upper + "]");
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
