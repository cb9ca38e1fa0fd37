package org.fieldfall.simulator.world;

import org.fieldfall.protocols.theory.level.Constants;

/** The levels m = −S … S in a field along the axis, E_m(B) = E_m(0) + g μ_B m B, in kelvin. Immutable. */
final class Ladder {

    private final double spin;
    private final double kelvinPerTesla;
    private final double[] zeroField;

    /** Takes over the energies without a field, from m = −S up. */
    Ladder(double spin, double g, double[] zeroField) {
        this.spin = spin;
        this.kelvinPerTesla = g * Constants.BOHR_MAGNETON_KELVIN;
        this.zeroField = zeroField;
    }

    int size() {
        return zeroField.length;
    }

    double spin() {
        return spin;
    }

    double m(int level) {
        return level - spin;
    }

    /** g μ_B/k_B. */
    double kelvinPerTesla() {
        return kelvinPerTesla;
    }

    double energy(int level, double tesla) {
        return zeroField[level] + kelvinPerTesla * m(level) * tesla;
    }

    /** The energies in a field, written into an array. */
    void energies(double tesla, double[] into) {
        for (int k = 0; k < into.length; k++) {
            into[k] = energy(k, tesla);
        }
    }

    /** Σ n E, in kelvin. */
    double energy(double[] populations, double tesla) {
        double sum = 0;
        for (int k = 0; k < populations.length; k++) {
            sum += populations[k] * energy(k, tesla);
        }
        return sum;
    }

    /** Σ n m. */
    double meanM(double[] populations) {
        double sum = 0;
        for (int k = 0; k < populations.length; k++) {
            sum += populations[k] * m(k);
        }
        return sum;
    }

    /** Share above m = 0, with half of m = 0. */
    double upper(double[] populations) {
        double sum = 0;
        for (int k = 0; k < populations.length; k++) {
            sum += m(k) > 0 ? populations[k] : m(k) == 0 ? populations[k] / 2 : 0;
        }
        return sum;
    }

    /** Boltzmann's populations. */
    double[] boltzmann(double kelvin, double tesla) {
        double lowest = Math.min(energy(0, tesla), energy(size() - 1, tesla));
        for (int k = 0; k < size(); k++) {
            lowest = Math.min(lowest, energy(k, tesla));
        }
        double[] shares = new double[size()];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.exp((lowest - energy(k, tesla)) / kelvin);
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    /** Heat capacity over R of one well, m ≥ 0, in equilibrium within itself and without a field. */
    double wellHeatCapacity(double kelvin) {
        double[] shares = boltzmann(kelvin, 0);
        double z = 0;
        double first = 0;
        double second = 0;
        for (int k = 0; k < size(); k++) {
            double weight = m(k) > 0 ? shares[k] : m(k) == 0 ? shares[k] / 2 : 0;
            double above = energy(k, 0) - energy(size() - 1, 0);
            z += weight;
            first += weight * above;
            second += weight * above * above;
        }
        return (second / z - first / z * first / z) / (kelvin * kelvin);
    }
}
