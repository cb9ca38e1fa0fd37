package org.fieldfall.simulator.world;

/**
 * Thermal averages over the levels of one well in internal equilibrium, per spin, with energies in kelvin.
 *
 * <p>The well holds m = S, S−1, … above zero, and m = 0 with half its weight, at E = D m² − B4 m⁴ + b m; the
 * other well is the same with b reversed.
 *
 * @param logWeight logarithm of the partition sum
 * @param energy mean energy
 * @param heatCapacity derivative of the energy, a pure number
 * @param meanM mean of m
 */
record Well(double logWeight, double energy, double heatCapacity, double meanM) {

    /**
     * @param anisotropyKelvin D, below zero
     * @param quarticKelvin B4
     * @param biasKelvin b, the Zeeman energy for m = 1
     */
    static Well at(double spin, double anisotropyKelvin, double quarticKelvin, double biasKelvin, double kelvin) {
        return quarticKelvin == 0
                ? even(spin, anisotropyKelvin, biasKelvin, kelvin)
                : uneven(spin, anisotropyKelvin, quarticKelvin, biasKelvin, kelvin);
    }

    static double level(double anisotropyKelvin, double quarticKelvin, double biasKelvin, double m) {
        return (anisotropyKelvin - quarticKelvin * m * m) * m * m + biasKelvin * m;
    }

    private static Well uneven(
            double spin, double anisotropyKelvin, double quarticKelvin, double biasKelvin, double kelvin) {
        double bottom = level(anisotropyKelvin, quarticKelvin, biasKelvin, spin);
        double z = 0;
        double first = 0;
        double second = 0;
        double moment = 0;
        for (double m = spin; m >= 0; m--) {
            double energy = level(anisotropyKelvin, quarticKelvin, biasKelvin, m) - bottom;
            double counted = Math.exp(-energy / kelvin) * (m == 0 ? 0.5 : 1);
            z += counted;
            first += counted * energy;
            second += counted * energy * energy;
            moment += counted * m;
        }
        double mean = first / z;
        double capacity = (second / z - mean * mean) / (kelvin * kelvin);
        return new Well(Math.log(z) - bottom / kelvin, bottom + mean, capacity, moment / z);
    }

    /** Without B4 the steps between levels are even: each weight is the one before times a ratio that grows evenly. */
    private static Well even(double spin, double anisotropyKelvin, double biasKelvin, double kelvin) {
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
