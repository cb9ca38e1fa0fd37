package org.fieldfall.protocols.theory.kinetics;

import java.util.List;

/**
 * How far the populations of the wells M &gt; 0 are above those of equilibrium, one number a species in the order of {@link
 * Spins}: what a crystal that was cooled too fast, or not waited for, brings along. Immutable.
 *
 * @param excess share of the species' spins, from −1 to 1; an empty list for equilibrium of any spins
 */
public record Departure(List<Double> excess) {

    public Departure {
        excess = List.copyOf(excess);
        for (double of : excess) {
            if (!(Math.abs(of) <= 1)) {
                throw new IllegalArgumentException("departure of a population must be from -1 to 1, got " + of);
            }
        }
    }

    /** Equilibrium. */
    public static Departure none() {
        return new Departure(List.of());
    }

    public boolean isNone() {
        return excess.isEmpty();
    }

    /** Populations that are so far from these; a well holds no less than nothing and no more than all. */
    double[] from(double[] equilibrium) {
        if (!isNone() && excess.size() != equilibrium.length) {
            throw new IllegalArgumentException(
                    "a departure of " + excess.size() + " species does not fit a sample of " + equilibrium.length);
        }
        double[] upper = equilibrium.clone();
        for (int s = 0; s < excess.size(); s++) {
            upper[s] = Math.max(0, Math.min(1, upper[s] + excess.get(s)));
        }
        return upper;
    }
}
