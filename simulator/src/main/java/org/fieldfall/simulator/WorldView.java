package org.fieldfall.simulator;

import java.util.List;

/**
 * The world as it really is at one moment, with the share of every level; no instrument shows it.
 *
 * @param seconds world time
 * @param tesla field at the sample
 * @param amperes current in the coil
 * @param coilJoule heat that the coil has given off in the cold so far
 * @param latticeKelvin temperature of the crystal's lattice; of an empty platform, the platform's
 * @param platformKelvin temperature of the platform and its thermometer
 * @param upperPopulation share of the spins in the upper well
 * @param populations share of each level, from m = −S up; of two wells, each in equilibrium within itself; empty without a
 *     sample
 */
public record WorldView(
        double seconds,
        double tesla,
        double amperes,
        double coilJoule,
        double latticeKelvin,
        double platformKelvin,
        double upperPopulation,
        List<Double> populations) {

    public WorldView {
        populations = List.copyOf(populations);
    }
}
