package org.fieldfall.app.store;

/**
 * Some consecutive readings in one: what a picture needs of them.
 *
 * @param seconds time of the first of them
 * @param min smallest valid one; NaN if none is valid
 * @param max largest valid one; NaN if none is valid
 * @param first the first one; NaN if that is not valid
 */
public record PyramidPoint(double seconds, double min, double max, double first) {

    /** One reading. */
    static PyramidPoint of(double seconds, double value) {
        return new PyramidPoint(seconds, value, value, value);
    }

    /** Both in one, this one being the earlier. */
    PyramidPoint and(PyramidPoint later) {
        return new PyramidPoint(seconds, least(min, later.min), most(max, later.max), first);
    }

    static double least(double one, double other) {
        return Double.isNaN(one) || other < one ? other : one;
    }

    static double most(double one, double other) {
        return Double.isNaN(one) || other > one ? other : one;
    }
}
