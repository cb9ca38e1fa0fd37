package org.fieldfall.app.config;

import java.util.function.ToDoubleFunction;
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
        return parse(text, measure::read, check);
    }

    /** @param read what value and spread are written as, such as a number without a unit */
    static Uncertain parse(String text, ToDoubleFunction<String> read, Check check) {
        var parts = SPREAD.split(text, 2);
        var value = check.passed(read.applyAsDouble(parts[0].strip()));
        var sigma = parts.length == 1 ? 0 : sigma(parts[1].strip(), value, read);
        return new Uncertain(value, Check.NOT_NEGATIVE.passed(sigma));
    }

    private static double sigma(String text, double value, ToDoubleFunction<String> read) {
        return text.endsWith("%") ? Math.abs(value) * Measure.FRACTION.read(text) : read.applyAsDouble(text);
    }
}
