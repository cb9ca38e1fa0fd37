package org.fieldfall.protocols.theory.level;

/**
 * Spins in a field of one direction: which levels they have at any strength, and where a fast change of it leaves them.
 *
 * <p>Energies are in kelvin per spin, fields in tesla. Implementations are immutable: threads may share them.
 */
public interface SpinModel {

    /** The levels in this field; a negative one points the other way. */
    Spectrum at(double tesla);

    /**
     * A change of the field without exchange of heat, too fast for the spins to relax.
     *
     * @param teslaPerSecond how fast, above zero; infinite is the strictly instantaneous change
     */
    Passage passage(double biTesla, double bfTesla, double teslaPerSecond);

    /** Refuses what is no rate. */
    static void checkRate(double teslaPerSecond) {
        if (!(teslaPerSecond > 0)) {
            throw new IllegalArgumentException("rate must be above 0 T/s, got " + teslaPerSecond + " T/s");
        }
    }
}
