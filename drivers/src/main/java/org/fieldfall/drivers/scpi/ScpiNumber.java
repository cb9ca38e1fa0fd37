package org.fieldfall.drivers.scpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as SCPI writes them. What an instrument marks as no number becomes NaN and nothing else. */
public final class ScpiNumber {

    /** Overload is 9.9E37 and "no data" 9.91E37; nothing real is as large. */
    static final double SENTINEL = 9.9e37;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern NO_NUMBER = Pattern.compile("[+-]?(INF|INFINITY|NINF|NAN)");

    private ScpiNumber() {}

    /**
     * Reads a whole field. Blanks around it are allowed, anything else is not: no hexadecimal, no unit, no suffix.
     *
     * @return the number, or NaN for an overload, no data, infinity or "not a number"
     * @throws IllegalArgumentException if the field is not a number
     */
    public static double parse(String field) {
        String text = field.strip();
        if (DECIMAL.matcher(text).matches()) {
            return orNaN(Double.parseDouble(text));
        }
        if (NO_NUMBER.matcher(text.toUpperCase(Locale.ROOT)).matches()) {
            return Double.NaN;
        }
        throw new IllegalArgumentException("\"" + field + "\" is not a number");
    }

    static double orNaN(double value) {
        return Math.abs(value) < SENTINEL ? value : Double.NaN;
    }

    /** The value rounded to so many decimals, without exponent, trailing zeros or a negative zero. */
    public static String format(double value, int decimals) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("only a finite number goes to an instrument, not " + value);
        }
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
