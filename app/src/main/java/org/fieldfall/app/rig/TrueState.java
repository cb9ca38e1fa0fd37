package org.fieldfall.app.rig;

/**
 * A simulated world as it really is at one moment; no instrument shows it and no analysis may read it.
 *
 * @param seconds rig time
 * @param tesla field at the sample
 * @param latticeKelvin temperature of the crystal's lattice
 * @param platformKelvin temperature of the platform and its thermometer
 * @param upperPopulation share of the spins in the upper well
 */
public record TrueState(
        double seconds, double tesla, double latticeKelvin, double platformKelvin, double upperPopulation) {}
