package org.fieldfall.protocols.theory.lattice;

/**
 * C = C₀ (T/T₀)ⁿ: n = 3 of an insulator in the cold, 1 of the electrons of a metal. Of a platform J/K in place of J/(mol K).
 *
 * @param joulePerMoleKelvin C₀
 * @param atKelvin T₀
 * @param exponent n, above 0: a constant heat capacity is {@link ConstantHeatCapacity}
 */
public record PowerHeatCapacity(double joulePerMoleKelvin, double atKelvin, double exponent) implements Lattice {

    public PowerHeatCapacity {
        check("heat capacity, J/(mol K),", joulePerMoleKelvin);
        check("temperature of a heat capacity, K,", atKelvin);
        check("exponent of a heat capacity", exponent);
        if (!(exponent < 100)) {
            throw new IllegalArgumentException("exponent of a heat capacity must be below 100, got " + exponent);
        }
    }

    private static void check(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be above 0 and finite, got " + value);
        }
    }

    @Override
    public double energy(double kelvin) {
        return heatCapacity(kelvin) * kelvin / (exponent + 1);
    }

    @Override
    public double heatCapacity(double kelvin) {
        return joulePerMoleKelvin * Math.pow(kelvin / atKelvin, exponent);
    }

    @Override
    public double entropy(double kelvin) {
        return heatCapacity(kelvin) / exponent;
    }
}
