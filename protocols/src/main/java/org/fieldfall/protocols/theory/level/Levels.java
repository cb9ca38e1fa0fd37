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

    private final double[] numbers;
    private final double[] energies;
    private final double[] weights;
    private final double g;
    private final double lowest;

    /** Takes over the arrays; magnetic numbers ascend, each with a moment −g M along the field. */
    Levels(double[] numbers, double[] energies, double[] weights, double g) {
        this.numbers = numbers;
        this.energies = energies;
        this.weights = weights;
        this.g = g;
        this.lowest = lowest(energies);
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
        var shares = new double[energies.length];
        var sum = 0.0;
        for (var k = 0; k < shares.length; k++) {
            shares[k] = weights[k] * Math.exp((lowest - energies[k]) / kelvin);
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
        double z = 0, e = 0, ee = 0, m = 0, em = 0;
        for (var k = 0; k < energies.length; k++) {
            var above = energies[k] - lowest;
            var share = weights[k] * Math.exp(-above / kelvin);
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
        var spread = 0.0;
        for (var k = 0; k < energies.length; k++) {
            var off = numbers[k] - heat.magneticNumber();
            spread += weights[k] * Math.exp((lowest - energies[k]) / kelvin) * off * off;
        }
        var curvature = g * g * Constants.BOHR_MAGNETON_KELVIN * spread / heat.partitionSum() / kelvin;
        return new Equilibrium(heat, -g * heat.magneticNumber(), -g * heat.magneticNumberSlope(), curvature);
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
        return new Levels(Arrays.copyOfRange(numbers, from, to), Arrays.copyOfRange(energies, from, to), shared, g);
    }

    private static double lowest(double[] energies) {
        var lowest = energies[0];
        for (var energy : energies) {
            lowest = Math.min(lowest, energy);
        }
        return lowest;
    }
}
