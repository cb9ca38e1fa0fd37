package org.fieldfall.simulator.world;

/**
 * Thermal averages over the levels of one well in internal equilibrium, per spin, with energies in kelvin.
 *
 * <p>The well holds m = S, S−1, … above zero, and m = 0 with half its weight, at E = D m² + b m; the other well is the
 * same with b reversed.
 *
 * @param logWeight logarithm of the partition sum
 * @param energy mean energy
 * @param heatCapacity derivative of the energy, a pure number
 * @param meanM mean of m
 */
record Well(double logWeight, double energy, double heatCapacity, double meanM) {

    /**
     * @param anisotropyKelvin D, below zero
     * @param biasKelvin b, the Zeeman energy for m = 1
     */
    static Well at(double spin, double anisotropyKelvin, double biasKelvin, double kelvin) {
        double bottom = (anisotropyKelvin * spin + biasKelvin) * spin;
        double weight = 1;
        double ratio = Math.exp((anisotropyKelvin * (2 * spin - 1) + biasKelvin) / kelvin);
        double growth = Math.exp(-2 * anisotropyKelvin / kelvin);
        double z = 0;
        double first = 0;
        double second = 0;
        double moment = 0;
        for (double m = spin; m >= 0; m--) {
            double counted = m == 0 ? weight / 2 : weight;
            double energy = (anisotropyKelvin * m + biasKelvin) * m - bottom;
            z += counted;
            first += counted * energy;
            second += counted * energy * energy;
            moment += counted * m;
            weight *= ratio;
            ratio *= growth;
        }
        double mean = first / z;
        double capacity = (second / z - mean * mean) / (kelvin * kelvin);
        return new Well(Math.log(z) - bottom / kelvin, bottom + mean, capacity, moment / z);
    }
}
