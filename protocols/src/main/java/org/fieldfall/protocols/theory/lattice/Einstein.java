package org.fieldfall.protocols.theory.lattice;

/**
 * Modes of one frequency: optical phonons, vibrations within a molecule; without their zero-point energy.
 *
 * @param kelvin θ<sub>E</sub> = ħω/k<sub>B</sub>
 * @param modes per formula unit, each worth R at high temperature; three oscillate about one site
 */
public record Einstein(double kelvin, double modes) implements Lattice {

    private static final double GAS = 8.31446261815324;

    public Einstein {
        if (!(kelvin > 0 && kelvin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Einstein temperature must be above 0 K and finite, got " + kelvin + " K");
        }
        if (!(modes > 0 && modes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("modes must be above 0 and finite, got " + modes);
        }
    }

    /** U = N R θ/(eˣ − 1) with x = θ/T, J/mol. */
    @Override
    public double energy(double kelvin) {
        return modes * GAS * this.kelvin / Math.expm1(this.kelvin / kelvin);
    }

    /** C = N R (x/2)²/sinh²(x/2), J/(mol K). */
    @Override
    public double heatCapacity(double kelvin) {
        var half = this.kelvin / kelvin / 2;
        var ratio = half / Math.sinh(half);
        return modes * GAS * ratio * ratio;
    }

    /** S = N R [x/(eˣ − 1) − ln(1 − e⁻ˣ)], J/(mol K). */
    @Override
    public double entropy(double kelvin) {
        var x = this.kelvin / kelvin;
        return modes * GAS * (x / Math.expm1(x) - Math.log(-Math.expm1(-x)));
    }
}
