package org.fieldfall.protocols.theory.lattice;

import java.util.stream.IntStream;

/**
 * The phonons of the Debye model, eqs. (8) and (14), without their zero-point energy.
 *
 * <p>All three quantities come from D(x) = (3/x³) ∫₀ˣ t³/(eᵗ − 1) dt with x = θ<sub>D</sub>/T, evaluated by its two series
 * to about 1e-15: that of the Bernoulli numbers below x = 3/2, that of powers of e⁻ˣ above, where for large x only the
 * limit π⁴/15 of the integral is left.
 *
 * @param kelvin θ<sub>D</sub>
 * @param units oscillating units per formula unit, each with three acoustic modes (3R at high temperature)
 */
public record Debye(double kelvin, double units) implements Lattice {

    /** R, J/(mol K), exact; kept here because this room opens onto no other. */
    private static final double GAS = 8.31446261815324;

    private static final double CROSSOVER = 1.5;
    private static final double INTEGRAL_LIMIT = Math.pow(Math.PI, 4) / 15;
    private static final double NEGLIGIBLE = 1e-18;

    /** B₂ₖ for k = 1 … 13. */
    private static final double[] BERNOULLI = {
        1.0 / 6,
        -1.0 / 30,
        1.0 / 42,
        -1.0 / 30,
        5.0 / 66,
        -691.0 / 2730,
        7.0 / 6,
        -3617.0 / 510,
        43867.0 / 798,
        -174611.0 / 330,
        854513.0 / 138,
        -236364091.0 / 2730,
        8553103.0 / 6
    };

    /** 1/k for the terms of the tail, the last of which stays below NEGLIGIBLE at the crossover. */
    private static final double[] INVERSES =
            IntStream.range(0, 30).mapToDouble(k -> 1.0 / k).toArray();

    private static final double[] COEFFICIENTS = coefficients();

    public Debye {
        if (!(kelvin > 0 && kelvin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Debye temperature must be above 0 K and finite, got " + kelvin + " K");
        }
        if (!(units > 0 && units < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("oscillating units must be above 0 and finite, got " + units);
        }
    }

    /** U = 3 n R T D(x), eq. (8), J/mol. */
    @Override
    public double energy(double kelvin) {
        return 3 * units * GAS * kelvin * debye(this.kelvin / kelvin);
    }

    /** C = 3 n R [4 D(x) − 3x/(eˣ − 1)], J/(mol K). */
    @Override
    public double heatCapacity(double kelvin) {
        var x = this.kelvin / kelvin;
        return 3 * units * GAS * (4 * debye(x) - 3 * x / Math.expm1(x));
    }

    /** S = n R [4 D(x) − 3 ln(1 − e⁻ˣ)], eq. (14), J/(mol K). */
    @Override
    public double entropy(double kelvin) {
        var x = this.kelvin / kelvin;
        return units * GAS * (4 * debye(x) - 3 * Math.log(-Math.expm1(-x)));
    }

    @Override
    public Heat heat(double kelvin) {
        var x = this.kelvin / kelvin;
        var d = debye(x);
        return new Heat(3 * units * GAS * kelvin * d, 3 * units * GAS * (4 * d - 3 * x / Math.expm1(x)));
    }

    private static double debye(double x) {
        return x < CROSSOVER ? bernoulliSeries(x) : 3 * (INTEGRAL_LIMIT - tail(x)) / (x * x * x);
    }

    /** D(x) = 1 − 3x/8 + 3 Σ B₂ₖ x²ᵏ/[(2k + 3)(2k)!]. */
    private static double bernoulliSeries(double x) {
        var square = x * x;
        var sum = 0.0;
        for (var k = COEFFICIENTS.length - 1; k >= 0; k--) {
            sum = (sum + COEFFICIENTS[k]) * square;
        }
        return 1 - 0.375 * x + sum;
    }

    /** ∫ₓ^∞ t³/(eᵗ − 1) dt = Σ e⁻ᵏˣ (x³/k + 3x²/k² + 6x/k³ + 6/k⁴). */
    private static double tail(double x) {
        var factor = Math.exp(-x);
        var sum = 0.0;
        var power = factor;
        for (var k = 1; power > NEGLIGIBLE; k++) {
            var inverse = INVERSES[k];
            sum += power * (((6 * inverse + 6 * x) * inverse + 3 * x * x) * inverse + x * x * x) * inverse;
            power *= factor;
        }
        return sum;
    }

    private static double[] coefficients() {
        var result = new double[BERNOULLI.length];
        var factorial = 1.0;
        for (var k = 1; k <= result.length; k++) {
            factorial *= (2 * k - 1) * (2.0 * k);
            result[k - 1] = 3 * BERNOULLI[k - 1] / ((2 * k + 3) * factorial);
        }
        return result;
    }
}
