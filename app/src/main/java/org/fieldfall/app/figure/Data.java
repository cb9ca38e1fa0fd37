package org.fieldfall.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/** The numbers of a figure, curve after curve. Mutable while it is filled; used by one thread. */
public final class Data {

    private final List<String> columns;
    private final List<double[]> rows = new ArrayList<>();

    Data(String... columns) {
        this.columns = List.of(columns);
    }

    /** Names, with the unit in each. */
    public List<String> columns() {
        return columns;
    }

    /** NaN for a number there is none of. */
    public List<double[]> rows() {
        return List.copyOf(rows);
    }

    void add(double... row) {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException("a row of " + row.length + " numbers for the columns " + columns);
        }
        rows.add(row);
    }

    /** One column, top to bottom. */
    DoubleStream column(String name) {
        var index = columns.indexOf(name);
        return rows.stream().mapToDouble(row -> row[index]);
    }

    /** One column of the rows in which another holds what is wanted. */
    double[] column(String name, String other, DoublePredicate wanted) {
        var index = columns.indexOf(name);
        var test = columns.indexOf(other);
        return rows.stream()
                .filter(row -> wanted.test(row[test]))
                .mapToDouble(row -> row[index])
                .toArray();
    }
}
