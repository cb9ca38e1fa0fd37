package org.fieldfall.app.config;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number with its unit: {@code 100 mT}, {@code -0.5 cm-1}, {@code 4K}.
 *
 * @param value in SI units
 * @param unitText the unit as it was written, empty where there was none
 */
record Quantity(double value, Unit unit, String unitText) {

    private static final String NUMBER = "[+-]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?+\\d++)?+";
    private static final Pattern QUANTITY = Pattern.compile("(" + NUMBER + ")\\s*(.*)");

    /** @throws UnfitValueException where the text is no number with a known unit */
    static Quantity parse(String text) {
        var parts = QUANTITY.matcher(ascii(text.strip()));
        if (!parts.matches()) {
            throw new UnfitValueException("not a number");
        }
        var unit = parts.group(2).isEmpty() ? Unit.ONE : UnitExpression.parse(parts.group(2));
        return new Quantity(si(parts.group(1), unit), unit, parts.group(2));
    }

    /** A number that has no unit: a spin, a count. */
    static double plainNumber(String text) {
        var quantity = parse(text);
        if (!quantity.unitText.isEmpty()) {
            throw new UnfitValueException("a number without a unit belongs here");
        }
        return quantity.value;
    }

    Dimension dimension() {
        return unit.dimension();
    }

    /** Decimal arithmetic, so that 700 mT is 0.7 T to the last digit. */
    private static double si(String number, Unit unit) {
        var rough = Double.parseDouble(number);
        if (Double.isInfinite(rough)) {
            throw new UnfitValueException("too large a number");
        }
        return rough == 0
                ? 0
                : new BigDecimal(number)
                        .multiply(BigDecimal.valueOf(unit.scale()))
                        .doubleValue();
    }

    /** The letters and signs a careful typist uses, in the letters the unit tables know. */
    private static String ascii(String text) {
        return text.replace('µ', 'u')
                .replace('μ', 'u')
                .replace("\u03a9", "Ohm")
                .replace("\u2126", "Ohm")
                .replace('²', '2')
                .replace('¹', '1')
                .replace('⁻', '-')
                .replace('−', '-')
                .replace('·', '*')
                .replace("°", "deg");
    }
}
