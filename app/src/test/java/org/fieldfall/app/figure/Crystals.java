package org.fieldfall.app.figure;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Ensemble;

/** Samples to draw. */
public final class Crystals {

    /** D = -0.5 per centimetre, physics.md §1. */
    private static final AxialSpin MN12 = new AxialSpin(10, -0.5 * Constants.KELVIN_PER_WAVENUMBER, 2.05);

    private Crystals() {}

    /** The preset "paper", physics.md §1.2. */
    public static Crystal paper() {
        return of("mn12ac-paper", MN12, new Arrhenius(71.94, 1.614e-7));
    }

    /** The preset "experiment", physics.md §1.2. */
    public static Crystal experiment() {
        return of("mn12ac-experiment", MN12, new Arrhenius(61.5, 2.1e-7));
    }

    /** Far from the paper's: a small spin that turns fast. */
    public static Crystal small() {
        return of("small", new AxialSpin(1, -5, 2.2), new Arrhenius(5, 1e-6));
    }

    /** A spin that takes more than a second at any temperature. */
    public static Crystal slow() {
        return of("slow", MN12, new Arrhenius(10, 2));
    }

    private static Crystal of(String name, AxialSpin spin, Arrhenius relaxation) {
        var lattice = new Debye(38, 1);
        var described = List.of("*S* = " + spin.spin() + ",", "*θ*_{D} = 38 K.");
        return new Crystal(name, described, Ensemble.of(spin), lattice, Optional.of(relaxation));
    }
}
