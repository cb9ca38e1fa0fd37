package org.fieldfall.protocols.theory.level;

import java.util.Arrays;

/**
 * A spin with an anisotropy axis, in a field along that axis, in closed form.
 *
 * <p>H = D [Sz² − S(S+1)/3] − B₄ Sz⁴ + g μ<sub>B</sub> B Sz: eq. (1), and a term of fourth order the paper leaves out. With
 * the plus sign of the Zeeman term the level M = −S is the lowest in a positive field.
 *
 * @param spin S, a multiple of 1/2
 * @param anisotropyKelvin D/k<sub>B</sub>; negative makes the axis easy
 * @param g the g factor along the axis
 * @param quarticKelvin B₄/k<sub>B</sub>; positive deepens the wells
 */
public record AxialSpin(double spin, double anisotropyKelvin, double g, double quarticKelvin) implements SpinModel {

    private static final double LARGEST_SPIN = 500;

    /** Of larger spins each exponential is taken by itself: rounding adds up along the levels. */
    private static final double LARGEST_WALKED = 20;

    public AxialSpin {
        if (!(spin >= 0.5 && spin <= LARGEST_SPIN) || 2 * spin != Math.rint(2 * spin)) {
            throw new IllegalArgumentException(
                    "spin S must be a multiple of 1/2 from 1/2 to " + LARGEST_SPIN + ", got " + spin);
        }
        if (!Double.isFinite(anisotropyKelvin) || !Double.isFinite(g) || !Double.isFinite(quarticKelvin)) {
            throw new IllegalArgumentException("anisotropy and g must be finite, got D = " + anisotropyKelvin
                    + " K, B4 = " + quarticKelvin + " K, g = " + g);
        }
    }

    /** The spin of eq. (1), without a term of fourth order. */
    public AxialSpin(double spin, double anisotropyKelvin, double g) {
        this(spin, anisotropyKelvin, g, 0);
    }

    /**
     * The spin of D [Sz² − S(S+1)/3] + B₄⁰ O₄⁰ without the constant of O₄⁰.
     *
     * <p>O₄⁰ = 35 Sz⁴ − (30 S(S+1) − 25) Sz² + a constant: so B₄ = −35 B₄⁰, and D goes down by (30 S(S+1) − 25) B₄⁰.
     *
     * @param dKelvin D/k<sub>B</sub>
     * @param b40Kelvin B₄⁰/k<sub>B</sub>
     */
    public static AxialSpin ofStevens(double spin, double dKelvin, double b40Kelvin, double g) {
        return new AxialSpin(spin, dKelvin - (30 * spin * (spin + 1) - 25) * b40Kelvin, g, -35 * b40Kelvin);
    }

    /** The 2S + 1 levels E<sub>M</sub>(B) = D [M² − S(S+1)/3] − B₄ M⁴ + g μ<sub>B</sub> M B, eq. (2), from M = −S to S. */
    @Override
    public Levels at(double tesla) {
        var count = (int) (2 * spin) + 1;
        var shift = spin * (spin + 1) / 3;
        var zeeman = zeemanKelvin(tesla);
        var numbers = new double[count];
        var energies = new double[count];
        for (var k = 0; k < count; k++) {
            var m = k - spin;
            numbers[k] = m;
            energies[k] = anisotropyKelvin * (m * m - shift) - quarticKelvin * m * m * m * m + zeeman * m;
        }
        var weights = new double[count];
        Arrays.fill(weights, 1);
        var isEven = quarticKelvin == 0 && spin <= LARGEST_WALKED;
        return new Levels(numbers, energies, weights, g, isEven ? Math.max(0, -2 * anisotropyKelvin) : 0);
    }

    /** Each level keeps its population at any rate: M does not change. */
    @Override
    public Passage passage(double biTesla, double bfTesla, double teslaPerSecond) {
        SpinModel.checkRate(teslaPerSecond);
        return new SameNumbers(at(biTesla), at(bfTesla));
    }

    private record SameNumbers(Levels before, Levels after) implements Passage {

        @Override
        public double keptExcess(double kelvin) {
            return after.excessOf(before.populations(kelvin));
        }
    }

    /** β = g μ<sub>B</sub> B/k<sub>B</sub>, the distance the field puts between neighbouring M, in kelvin. */
    public double zeemanKelvin(double tesla) {
        if (!Double.isFinite(tesla)) {
            throw new IllegalArgumentException("field must be finite, got " + tesla + " T");
        }
        return g * Constants.BOHR_MAGNETON_KELVIN * tesla;
    }
}
