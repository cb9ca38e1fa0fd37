package org.fieldfall.protocols.theory.balance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Temperatures between which a sample is what its Hamiltonian says.
 *
 * @param aboveKelvin below it dipolar and hyperfine fields order the spins or split their levels
 * @param belowKelvin from it on other multiplets are excited; infinite where none is known
 */
public record Validity(double aboveKelvin, double belowKelvin) {

    /** Where nothing is known of a sample: a field of 75 mT on a spin 1, or 7 mT on a spin 10, is worth as much. */
    public static final double COLDEST_KELVIN = 0.1;

    private static final double PLAIN_KELVIN = 1e-4;

    public Validity {
        if (!(aboveKelvin >= 0 && aboveKelvin < belowKelvin)) {
            throw new IllegalArgumentException(
                    "temperatures must ascend from 0 K up, got " + aboveKelvin + " K to " + belowKelvin + " K");
        }
    }

    /** No multiplet beyond the Hamiltonian's known. */
    public static Validity unknown() {
        return new Validity(COLDEST_KELVIN, Double.POSITIVE_INFINITY);
    }

    /**
     * What speaks against a temperature, in a sentence; empty if nothing does.
     *
     * @param name what it is called there
     */
    public Optional<String> doubt(String name, double kelvin) {
        if (kelvin >= belowKelvin) {
            return Optional.of(name + " = " + number(kelvin) + " K is beyond " + number(belowKelvin)
                    + " K, where the multiplet of the sample file is no longer alone (valid-below)");
        }
        return kelvin < aboveKelvin
                ? Optional.of(name + " = " + number(kelvin) + " K is below " + number(aboveKelvin)
                        + " K, where dipolar and hyperfine fields are no longer small (valid-above)")
                : Optional.empty();
    }

    private static String number(double kelvin) {
        var rounded = BigDecimal.valueOf(kelvin).round(new MathContext(4)).stripTrailingZeros();
        return kelvin < PLAIN_KELVIN ? rounded.toString() : rounded.toPlainString();
    }
}
