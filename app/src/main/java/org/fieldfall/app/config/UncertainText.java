package org.fieldfall.app.config;

import java.util.regex.Pattern;
import org.fieldfall.protocols.analysis.Uncertain;

/**
 * A value with its standard deviation, written {@code 0.14 uW/K ± 2 %} or {@code 4.0 K +- 2 mK}. A value written without a
 * spread is taken as exact.
 */
final class UncertainText {

    private static final Pattern SPREAD = Pattern.compile("±|\\+/?-");

    private UncertainText() {}

    /** @throws UnfitValueException where value or spread is not a quantity of this measure, or the check fails */
    static Uncertain parse(String text, Measure measure, Check check) {
        var parts = SPREAD.split(text, 2);
        var value = check.passed(measure.read(parts[0]));
        var sigma = parts.length == 1 ? 0 : sigma(parts[1].strip(), value, measure);
        return new Uncertain(value, Check.NOT_NEGATIVE.passed(sigma));
    }

    private static double sigma(String text, double value, Measure measure) {
        return text.endsWith("%") ? Math.abs(value) * Measure.FRACTION.read(text) : measure.read(text);
    }
}
