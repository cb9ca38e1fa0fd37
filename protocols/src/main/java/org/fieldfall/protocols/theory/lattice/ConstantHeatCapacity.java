package org.fieldfall.protocols.theory.lattice;

/**
 * A heat capacity that does not change with temperature: addenda over a narrow range.
 *
 * <p>Its entropy C ln(T/1 K) is counted from 1 K and has no zero-temperature limit: only differences mean something.
 */
public record ConstantHeatCapacity(double joulePerMoleKelvin) implements Lattice {

    public ConstantHeatCapacity {
        if (!(joulePerMoleKelvin >= 0 && joulePerMoleKelvin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "heat capacity must be 0 or above and finite, got " + joulePerMoleKelvin + " J/(mol K)");
        }
    }

    @Override
    public double energy(double kelvin) {
        return joulePerMoleKelvin * kelvin;
    }

    @Override
    public double heatCapacity(double kelvin) {
        return joulePerMoleKelvin;
    }

    @Override
    public double entropy(double kelvin) {
        return joulePerMoleKelvin * Math.log(kelvin);
    }
}
