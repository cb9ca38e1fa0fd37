package org.fieldfall.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fieldfall.protocols.analysis.Uncertain;

/**
 * What is read from numbers of which some are uncertain.
 *
 * @param value by the numbers as they stand
 * @param moved the same with one of them larger by its standard uncertainty, one for each that has any
 */
record Spread<T>(T value, List<T> moved) {

    Spread {
        moved = List.copyOf(moved);
    }

    /** @param made of as many values as there are numbers, in their order */
    static <T> Spread<T> of(List<Uncertain> numbers, Function<double[], T> made) {
        double[] values = numbers.stream().mapToDouble(Uncertain::value).toArray();
        List<T> moved = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (numbers.get(i).sigma() > 0) {
                double[] others = values.clone();
                others[i] += numbers.get(i).sigma();
                moved.add(made.apply(others));
            }
        }
        return new Spread<>(made.apply(values), moved);
    }

    static <T> Spread<T> exact(T value) {
        return new Spread<>(value, List.of());
    }
}
