package org.fieldfall.protocols.theory.level;

import java.util.Arrays;

/**
 * The energy levels of one spin at one field, or of one well of it, and averages over them.
 *
 * <p>Energies are in kelvin per spin (E/k<sub>B</sub>); times {@link Constants#GAS} they are J/mol. Levels of the whole
 * spin count once each; in one well the level M = 0 counts one half, so that the two wells add up to the whole.
 * Exponentials are taken from the lowest level, so none overflows. Immutable: threads may share it.
 */
public final class Levels implements Spectrum {

    private static final int FEWEST = 4;
    private static final double STEEPEST = 300;

    private final double[] numbers;
    private final double[] energies;
    private final double[] weights;
    private final double g;
    private final double bend;
    private final int highest;
    private final double lowest;

    /**
     * Takes over the arrays; magnetic numbers ascend, each with a moment −g M along the field.
     *
     * @param bend how much less each step from level to level rises than the one before, in kelvin, if by the same
     *     throughout; zero if it does not
     */
    Levels(double[] numbers, double[] energies, double[] weights, double g, double bend) {
        this.numbers = numbers;
        this.energies = energies;
        this.weights = weights;
        this.g = g;
        this.bend = bend;
        highest = highest(energies);
        lowest = bend > 0 ? Math.min(energies[0], energies[energies.length - 1]) : lowest(energies);
    }

    public int size() {
        return energies.length;
    }

    /** M of each level, ascending. */
    public double[] magneticNumbers() {
        return numbers.clone();
    }

    /** E<sub>M</sub>/k<sub>B</sub> of each level, eq. (2), in the order of the magnetic numbers. */
    public double[] energiesKelvin() {
        return energies.clone();
    }

    @Override
    public double lowestKelvin() {
        return lowest;
    }

    /** n<sub>k</sub>(B,T), eqs. (3) and (5): the share of each level; they add up to one. */
    public double[] populations(double kelvin) {
        Spectrum.checkTemperature(kelvin);
        var shares = factors(kelvin);
        var sum = 0.0;
        for (var k = 0; k < shares.length; k++) {
            shares[k] *= weights[k];
            sum += shares[k];
        }
        for (var k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    /**
     * Σ n<sub>k</sub> E<sub>k</sub> for populations of any origin, eqs. (4) and (6), in kelvin above the lowest level.
     *
     * @param populations one share per level, in the order of the magnetic numbers
     */
    public double excessOf(double[] populations) {
        if (populations.length != energies.length) {
            throw new IllegalArgumentException(
                    "populations of " + populations.length + " levels given to " + energies.length + " levels");
        }
        var excess = 0.0;
        for (var k = 0; k < populations.length; k++) {
            excess += populations[k] * (energies[k] - lowest);
        }
        return excess;
    }

    /** All averages at one temperature, in one pass over the levels. */
    @Override
    public Averages averages(double kelvin) {
        Spectrum.checkTemperature(kelvin);
        var factors = factors(kelvin);
        double z = 0, e = 0, ee = 0, m = 0, em = 0;
        for (var k = 0; k < factors.length; k++) {
            var above = energies[k] - lowest;
            var share = weights[k] * factors[k];
            z += share;
            e += share * above;
            ee += share * above * above;
            m += share * numbers[k];
            em += share * above * numbers[k];
        }
        e /= z;
        m /= z;
        return new Averages(kelvin, lowest, z, e, Math.max(0, ee / z - e * e), m, em / z - e * m);
    }

    /** M = −g ⟨M⟩, and χ = g² ⟨(M − ⟨M⟩)²⟩/T: the levels do not bend in the field. */
    @Override
    public Equilibrium equilibrium(double kelvin) {
        var heat = averages(kelvin);
        var factors = factors(kelvin);
        var spread = 0.0;
        for (var k = 0; k < factors.length; k++) {
            var off = numbers[k] - heat.magneticNumber();
            spread += weights[k] * factors[k] * off * off;
        }
        var curvature = g * g * Constants.BOHR_MAGNETON_KELVIN * spread / heat.partitionSum() / kelvin;
        return new Equilibrium(heat, -g * heat.magneticNumber(), -g * heat.magneticNumberSlope(), curvature);
    }

    /**
     * exp(−E<sub>k</sub>/T) from the lowest level up.
     *
     * <p>Where levels bend evenly, the ratio of neighbours changes by one factor from pair to pair: walking from both ends
     * to the top takes four exponentials for all of them and loses k² half roundings on the k-th, at most 1e-13.
     */
    private double[] factors(double kelvin) {
        var factors = new double[energies.length];
        if (bend > 0 && bend < STEEPEST * kelvin && factors.length > FEWEST) {
            var growth = Math.exp(bend / kelvin);
            walk(factors, 0, 1, highest, growth, kelvin);
            walk(factors, factors.length - 1, -1, highest + 1, growth, kelvin);
            return factors;
        }
        for (var k = 0; k < factors.length; k++) {
            factors[k] = Math.exp((lowest - energies[k]) / kelvin);
        }
        return factors;
    }

    private void walk(double[] factors, int from, int step, int last, double growth, double kelvin) {
        if (step * (last - from) < 0) {
            return;
        }
        var factor = Math.exp((lowest - energies[from]) / kelvin);
        var ratio = from == last ? 1 : Math.exp((energies[from] - energies[from + step]) / kelvin);
        for (var k = from; k != last + step; k += step) {
            factors[k] = factor;
            factor *= ratio;
            ratio *= growth;
        }
    }

    /** The well M &lt; 0, with half of M = 0. */
    public Levels leftWell() {
        return part(0, (numbers.length + 1) / 2);
    }

    /** The well M &gt; 0, with half of M = 0. */
    public Levels rightWell() {
        return part(numbers.length / 2, numbers.length);
    }

    private Levels part(int from, int to) {
        var shared = Arrays.copyOfRange(weights, from, to);
        for (var k = from; k < to; k++) {
            if (numbers[k] == 0) {
                shared[k - from] = weights[k] / 2;
            }
        }
        return new Levels(
                Arrays.copyOfRange(numbers, from, to), Arrays.copyOfRange(energies, from, to), shared, g, bend);
    }

    private static int highest(double[] energies) {
        var highest = 0;
        for (var k = 1; k < energies.length; k++) {
            highest = energies[k] > energies[highest] ? k : highest;
        }
        return highest;
    }

    private static double lowest(double[] energies) {
        var lowest = energies[0];
        for (var energy : energies) {
            lowest = Math.min(lowest, energy);
        }
        return lowest;
    }
}
