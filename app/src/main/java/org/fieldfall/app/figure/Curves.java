package org.fieldfall.app.figure;

import java.util.Arrays;
import java.util.List;

/** Numbers on their way from a column to a curve. */
final class Curves {

    private Curves() {}

    /** One of the curves of equal length that a column holds one after the other. */
    static double[] part(double[] column, int index, int length) {
        return Arrays.copyOfRange(column, index * length, (index + 1) * length);
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
