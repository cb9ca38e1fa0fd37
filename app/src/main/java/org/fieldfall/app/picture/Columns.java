package org.fieldfall.app.picture;

import java.util.ArrayList;
import java.util.List;

/** A curve reduced to what a picture can show: lowest, mean and highest value of each column of pixels. */
final class Columns {

    /** One column that has values. */
    record Column(double seconds, double low, double mean, double high) {}

    private Columns() {}

    static List<Column> of(Curve curve, double from, double to, int count) {
        var columns = new ArrayList<Column>();
        double width = (to - from) / count;
        int next = curve.firstAt(from);
        for (int i = 1; i <= count; i++) {
            int end = curve.firstAt(from + i * width);
            add(columns, curve, next, end, from + (i - 0.5) * width);
            next = end;
        }
        return columns;
    }

    private static void add(List<Column> columns, Curve curve, int first, int end, double seconds) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int count = 0;
        for (int i = first; i < end; i++) {
            double value = curve.values()[i];
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
                sum += value;
                count++;
            }
        }
        if (count > 0) {
            columns.add(new Column(seconds, low, sum / count, high));
        }
    }
}
