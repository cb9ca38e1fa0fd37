package org.fieldfall.protocols.theory.kinetics;

import java.util.List;

/**
 * How much faster tunnelling near the top of the barrier makes the exchange of the wells at some fields.
 *
 * <p>f<sub>res</sub>(B) = 1 + Σ a<sub>n</sub>/(1 + ((B − B<sub>n</sub>)/w<sub>n</sub>)²) over the resonances and their mirror images, the same for both signs of B
 * (physics.md §2.2). τ₀ is measured in zero field, where a resonance usually lies, so that only f<sub>res</sub>(B)/f<sub>res</sub>(0) counts.
 * Immutable.
 */
public record Resonances(List<Resonance> resonances) {

    public Resonances {
        resonances = List.copyOf(resonances);
    }

    public static Resonances none() {
        return new Resonances(List.of());
    }

    /** f<sub>res</sub>(B). */
    public double enhancement(double tesla) {
        var sum = 1.0;
        for (var resonance : resonances) {
            sum += resonance.excess(tesla);
        }
        return sum;
    }

    /** How far the field may go from here without passing a resonance unseen. */
    double nearTesla(double tesla) {
        var near = Double.POSITIVE_INFINITY;
        for (var resonance : resonances) {
            near = Math.min(near, resonance.nearTesla(tesla));
        }
        return near;
    }
}
