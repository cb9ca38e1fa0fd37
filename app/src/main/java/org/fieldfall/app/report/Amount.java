package org.fieldfall.app.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.instrument.Figure;

/** Numbers as a paper prints them: the uncertainty with two digits, the value to the same place. */
final class Amount {

    static final String NOT_MEASURED = "not measured";

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final MathContext FIVE_DIGITS = new MathContext(5, RoundingMode.HALF_UP);
    private static final double LARGEST = 1e7;
    private static final double SMALLEST = 1e-4;

    private Amount() {}

    static String of(Uncertain number, double factor, String unit) {
        return of(factor * number.value(), Math.abs(factor) * number.sigma(), unit);
    }

    /** @param sigma NaN, infinite or 0 where it is not known or there is none */
    static String of(double value, double sigma, String unit) {
        if (Double.isNaN(value)) {
            return NOT_MEASURED;
        }
        String text = sigma > 0 && Double.isFinite(sigma) ? rounded(value, sigma) : of(value);
        return (text + " " + unit).strip();
    }

    /** A number without an uncertainty: five digits say enough. */
    static String of(double value, String unit) {
        return Double.isFinite(value)
                ? of(new BigDecimal(value).round(FIVE_DIGITS).doubleValue(), Double.NaN, unit)
                : of(value, Double.NaN, unit);
    }

    /** Minus signs as they are set. */
    static String of(double value) {
        return Double.isNaN(value) ? NOT_MEASURED : set(Figure.of(value));
    }

    private static String rounded(double value, double sigma) {
        double size = Math.max(Math.abs(value), sigma);
        BigDecimal error = new BigDecimal(sigma).round(TWO_DIGITS);
        if (size >= LARGEST || size < SMALLEST) {
            int power = (int) Math.floor(Math.log10(size));
            double scale = Math.pow(10, -power);
            return "(" + rounded(value * scale, sigma * scale) + ") × 10" + raised(power);
        }
        BigDecimal shown = new BigDecimal(value).setScale(error.scale(), RoundingMode.HALF_UP);
        return set(shown.toPlainString()) + " ± " + error.toPlainString();
    }

    private static String set(String number) {
        return number.replace('-', '\u2212');
    }

    private static String raised(int power) {
        StringBuilder raised = new StringBuilder();
        Integer.toString(power)
                .chars()
                .forEach(letter -> raised.append(letter == '-' ? '\u207B' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(letter - '0')));
        return raised.toString();
    }
}
