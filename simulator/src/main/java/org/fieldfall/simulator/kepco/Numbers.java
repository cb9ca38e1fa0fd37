package org.fieldfall.simulator.kepco;

import java.util.Locale;
import java.util.regex.Pattern;
import org.fieldfall.simulator.scpi.ScpiFault;

/**
 * Numbers as the BIT card takes and gives them: at most four digits before and eight after the point, magnitude from 1e-6
 * to 6500.9999 or exactly 0; replies in scientific notation.
 */
final class Numbers {

    private static final Pattern ACCEPTED = Pattern.compile("[+-]?(\\d{1,4}(\\.\\d{0,8})?|\\.\\d{1,8})([eE][+-]?\\d)?");
    private static final double LEAST = 1e-6;
    private static final double MOST = 6500.9999;

    private Numbers() {}

    static double parse(String word) {
        if (!ACCEPTED.matcher(word).matches()) {
            throw refused();
        }
        double value = Double.parseDouble(word);
        if (value != 0 && (Math.abs(value) < LEAST || Math.abs(value) > MOST)) {
            throw refused();
        }
        return value;
    }

    /** Six significant digits, trailing zeros cut down to three behind the point, as in {@code 2.500E0}. */
    static String format(double value) {
        String[] parts =
                String.format(Locale.ROOT, "%.5E", value == 0 ? 0.0 : value).split("E", 2);
        String mantissa = parts[0].replaceFirst("0{1,2}$", "");
        return mantissa + "E" + Integer.parseInt(parts[1]);
    }

    private static ScpiFault refused() {
        return new ScpiFault(120, "Numeric data error");
    }
}
