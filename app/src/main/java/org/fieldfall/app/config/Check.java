package org.fieldfall.app.config;

import java.util.function.DoublePredicate;

/**
 * What a number must be beyond being one.
 *
 * @param words to follow the noun in a message: {@code a mass above zero}
 */
public record Check(String words, DoublePredicate holds) {

    public static final Check ANY = new Check("", value -> true);
    public static final Check POSITIVE = new Check(" above zero", value -> value > 0);
    public static final Check NOT_NEGATIVE = new Check(" of zero or more", value -> value >= 0);
    public static final Check WHOLE =
            new Check(" that is whole and above zero", value -> isMultiple(value, 1) && value >= 1 && value <= 1e9);
    static final Check SPIN = new Check(
            " that is whole or half, from 0.5 to 50", value -> isMultiple(value, 0.5) && value >= 0.5 && value <= 50);

    double passed(double value) {
        if (!holds.test(value)) {
            throw new UnfitValueException("out of range");
        }
        return value;
    }

    private static boolean isMultiple(double value, double of) {
        return value / of == Math.rint(value / of);
    }
}
