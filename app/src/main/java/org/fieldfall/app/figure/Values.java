package org.fieldfall.app.figure;

import java.util.List;

/**
 * The values a figure is asked for instead of its own; an empty list leaves the choice to the figure.
 *
 * @param fromTesla Bi
 * @param toTesla Bf
 * @param atKelvin Ti, or T in figure 3
 */
public record Values(List<Double> fromTesla, List<Double> toTesla, List<Double> atKelvin) {

    public Values {
        fromTesla = sorted(fromTesla);
        toTesla = sorted(toTesla);
        atKelvin = sorted(atKelvin);
    }

    /** None asked for. */
    public static Values own() {
        return new Values(List.of(), List.of(), List.of());
    }

    private static List<Double> sorted(List<Double> values) {
        return values.stream().sorted().distinct().toList();
    }
}
