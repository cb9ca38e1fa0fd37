package org.fieldfall.simulator.world;

/** Is told the world as it really is, every 1 ms while the field moves and for 2 s after, else every 0.1 s. */
@FunctionalInterface
public interface Witness {

    void sees(double seconds, double tesla, double latticeKelvin, double platformKelvin, double upperPopulation);
}
