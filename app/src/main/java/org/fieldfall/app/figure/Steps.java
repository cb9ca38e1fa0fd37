package org.fieldfall.app.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Round numbers to draw curves over. */
final class Steps {

    private static final List<Double> DIGITS = List.of(1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0);

    private Steps() {}

    /** The round number next to one above zero, by their ratio. */
    static double round(double value) {
        var decade = Math.pow(10, Math.floor(Math.log10(value)));
        var digit = DIGITS.stream()
                .min(Comparator.comparingDouble(each -> Math.abs(Math.log(each * decade / value))))
                .orElseThrow();
        return BigDecimal.valueOf(digit * decade).round(new MathContext(2)).doubleValue();
    }

    /** Multiples of a part of a number, from one of them to another, in decimal arithmetic: 0.3 is 0.3. */
    static Stream<Double> parts(double whole, int parts, int first, int last) {
        var step = BigDecimal.valueOf(whole).divide(BigDecimal.valueOf(parts), MathContext.DECIMAL64);
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> step.multiply(BigDecimal.valueOf(i)).doubleValue());
    }
}
