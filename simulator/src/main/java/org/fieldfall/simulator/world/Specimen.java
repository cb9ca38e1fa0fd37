package org.fieldfall.simulator.world;

/** What lies on the platform: a crystal in one of its forms, or nothing. Immutable. */
public sealed interface Specimen permits Crystal, LevelCrystal, NoCrystal {

    /**
     * Laid on a platform, in equilibrium with it and the field.
     *
     * @param internalSeconds time in which specimen and platform equalise, wells blocked, at the start
     */
    Stage on(Platform platform, double internalSeconds, double kelvin, double tesla);
}
