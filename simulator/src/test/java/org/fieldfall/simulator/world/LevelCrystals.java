package org.fieldfall.simulator.world;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.theory.level.StevensTerm;

/** Crystals of levels for tests. */
final class LevelCrystals {

    static final double WAVENUMBER = 1.438776877;
    static final LevelCrystal.Phonons PHONONS = new LevelCrystal.Phonons(2000, 1830, 1.21);
    static final LevelCrystal.Tunnelling TUNNELLING = new LevelCrystal.Tunnelling(0.03, 0.02);

    /** physics.md 2.2: Mirebeau's constants with g = 1.94 and B44 = 3e-5 cm⁻¹. */
    static final LevelCrystal.Spin FOURTH_ORDER =
            new LevelCrystal.Spin(10, -0.548, 1.173e-3, 1.94, List.of(new StevensTerm(4, 4, 3e-5 * WAVENUMBER)));

    /** Eq. (1). */
    static final LevelCrystal.Spin AXIAL = new LevelCrystal.Spin(10, -0.5 * WAVENUMBER, 0, 2.05, List.of());

    private LevelCrystals() {}

    static LevelCrystal of(LevelCrystal.Spin spin) {
        return of(spin, LevelCrystal.Pace.NATURAL);
    }

    static LevelCrystal of(LevelCrystal.Spin spin, LevelCrystal.Pace pace) {
        return new LevelCrystal(spin, PHONONS, TUNNELLING, 0, Optional.empty(), 38, 1, Worlds.MOLES, pace);
    }

    /** With a dipolar field and molecules that relax fast. */
    static LevelCrystal whole() {
        return new LevelCrystal(
                FOURTH_ORDER,
                PHONONS,
                TUNNELLING,
                0.03,
                Optional.of(new LevelCrystal.FastSpecies(0.06, 23, 2.1e-7)),
                38,
                1,
                Worlds.MOLES);
    }
}
