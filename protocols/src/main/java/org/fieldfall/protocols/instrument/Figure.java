package org.fieldfall.protocols.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number as a person would write it in a message: at most six significant digits, no trailing zeros, no locale. */
public final class Figure {

    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final Pattern CONVERSION = Pattern.compile("%[-+.0-9]*[a-zA-Z%]");

    private Figure() {}

    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        double magnitude = Math.abs(value);
        boolean isPlain = value == 0 || (magnitude >= 1e-4 && magnitude < 1e7);
        return isPlain
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace("E", "e");
    }

    /** Like {@link String#format} without a locale, but {@code %g} writes a double the way {@link #of} does. */
    public static String text(String template, Object... values) {
        StringBuilder text = new StringBuilder();
        Matcher conversion = CONVERSION.matcher(template);
        int next = 0;
        while (conversion.find()) {
            String spec = conversion.group();
            String piece;
            if (spec.equals("%%")) {
                piece = "%";
            } else if (spec.equals("%g")) {
                piece = of((Double) values[next++]);
            } else {
                piece = String.format(Locale.ROOT, spec, values[next++]);
            }
            conversion.appendReplacement(text, Matcher.quoteReplacement(piece));
        }
        return conversion.appendTail(text).toString();
    }
}
