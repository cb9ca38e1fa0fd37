package org.fieldfall.protocols.theory.balance;

/** A curve that rises everywhere, whose one zero is wanted. */
@FunctionalInterface
interface RisingCurve {

    int MOST_STEPS = 200;

    Point at(double x);

    /** Height and slope of the curve at one place. */
    record Point(double value, double slope) {}

    /**
     * The zero between a place below and a place above it: Newton's steps, halved into the bracket when they leave it.
     *
     * @param tolerance length of a Newton step after which the next is below rounding
     */
    default double zero(double below, double above, double start, double tolerance) {
        var lower = below;
        var upper = above;
        var x = start;
        for (var step = 0; step < MOST_STEPS; step++) {
            var point = at(x);
            if (Double.isNaN(point.value())) {
                throw new NoConvergenceException("no zero found: the curve has no height at " + x);
            }
            if (point.value() > 0) {
                upper = x;
            } else {
                lower = x;
            }
            var next = x - point.value() / point.slope();
            if (Math.abs(next - x) <= tolerance) {
                return Math.min(upper, Math.max(lower, next));
            }
            if (!(next > lower && next < upper)) {
                next = (lower + upper) / 2;
                if (next == lower || next == upper) {
                    return next;
                }
            }
            x = next;
        }
        throw new NoConvergenceException("no zero found within " + MOST_STEPS + " steps: started at " + start + " in ["
                + below + ", " + above + "], came to [" + lower + ", " + upper + "]");
    }
}
