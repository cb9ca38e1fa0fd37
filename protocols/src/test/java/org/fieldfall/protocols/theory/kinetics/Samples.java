package org.fieldfall.protocols.theory.kinetics;

import java.util.List;
import java.util.Locale;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.Mn12;

/** The two relaxation presets of physics.md §1.2 and the field quench most tables use. */
final class Samples {

    static final Debye PHONONS = new Debye(38, 1);
    static final Arrhenius PAPER = new Arrhenius(71.94, 1.614e-7);
    static final Arrhenius EXPERIMENT = new Arrhenius(61.5, 2.1e-7);

    /** Start values of physics.md §2.2 for the resonances near the top of the barrier. */
    static final Resonances RESONANCES = new Resonances(List.of(
            new Resonance(0, 2.5, 0.05),
            new Resonance(0.443, 1.5, 0.05),
            new Resonance(0.877, 1.5, 0.05),
            new Resonance(1.307, 1.5, 0.05)));

    /** The Jahn-Teller isomer of physics.md §2.4. */
    static final Species FAST = new Species(0.06, Mn12.SPIN, new Arrhenius(23, 2.1e-7), Resonances.none());

    /** All that §2 adds to the paper. */
    static final Spins FULL =
            Spins.of(Mn12.SPIN, EXPERIMENT, RESONANCES).with(FAST).coupledBy(0.03);

    private Samples() {}

    static Arrhenius preset(String name) {
        return switch (name) {
            case "paper" -> PAPER;
            case "experiment" -> EXPERIMENT;
            default -> throw new IllegalArgumentException(String.format(Locale.ROOT, "no preset %s", name));
        };
    }

    static TwoWells isolated(Arrhenius relaxation) {
        return new TwoWells(Mn12.SPIN, PHONONS, relaxation, Surroundings.isolated());
    }

    static FieldHistory fieldQuench(double bi, double bf) {
        return FieldHistory.ramp(bi, bf, 0, 10);
    }
}
