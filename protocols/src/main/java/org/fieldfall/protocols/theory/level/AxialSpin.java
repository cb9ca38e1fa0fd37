package org.fieldfall.protocols.theory.level;

import java.util.Arrays;

/**
 * A spin with an anisotropy axis, in a field along that axis: H = D [Sz² − S(S+1)/3] + g μ<sub>B</sub> B Sz, eq. (1).
 *
 * <p>With the plus sign of the Zeeman term the level M = −S is the lowest in a positive field.
 *
 * @param spin S, a multiple of 1/2
 * @param anisotropyKelvin D/k<sub>B</sub>; negative makes the axis easy
 * @param g the g factor along the axis
 */
public record AxialSpin(double spin, double anisotropyKelvin, double g) {

    private static final double LARGEST_SPIN = 500;

    public AxialSpin {
        if (!(spin >= 0.5 && spin <= LARGEST_SPIN) || 2 * spin != Math.rint(2 * spin)) {
            throw new IllegalArgumentException(
                    "spin S must be a multiple of 1/2 from 1/2 to " + LARGEST_SPIN + ", got " + spin);
        }
        if (!Double.isFinite(anisotropyKelvin) || !Double.isFinite(g)) {
            throw new IllegalArgumentException(
                    "anisotropy and g must be finite, got D = " + anisotropyKelvin + " K, g = " + g);
        }
    }

    /** The 2S + 1 levels E<sub>M</sub>(B) = D [M² − S(S+1)/3] + g μ<sub>B</sub> M B, eq. (2), from M = −S to S. */
    public Levels at(double tesla) {
        var count = (int) (2 * spin) + 1;
        var shift = spin * (spin + 1) / 3;
        var zeeman = zeemanKelvin(tesla);
        var numbers = new double[count];
        var energies = new double[count];
        for (var k = 0; k < count; k++) {
            var m = k - spin;
            numbers[k] = m;
            energies[k] = anisotropyKelvin * (m * m - shift) + zeeman * m;
        }
        var weights = new double[count];
        Arrays.fill(weights, 1);
        return new Levels(numbers, energies, weights);
    }

    /** β = g μ<sub>B</sub> B/k<sub>B</sub>, the distance the field puts between neighbouring M, in kelvin. */
    public double zeemanKelvin(double tesla) {
        if (!Double.isFinite(tesla)) {
            throw new IllegalArgumentException("field must be finite, got " + tesla + " T");
        }
        return g * Constants.BOHR_MAGNETON_KELVIN * tesla;
    }
}
