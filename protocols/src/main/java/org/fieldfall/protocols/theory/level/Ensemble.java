package org.fieldfall.protocols.theory.level;

import java.util.function.Function;

/**
 * The spins of a sample as its crystals lie in the field: all alike, or spread over orientations.
 *
 * <p>Immutable: threads may share it.
 */
@FunctionalInterface
public interface Ensemble {

    /**
     * What is wanted of the spins; where they are spread, on a grid that has been refined until no value changed by more than
     * the tolerance.
     *
     * @param wanted always as many values, none of them NaN
     * @throws UnresolvedException if the tolerance is not met by the finest grid that can be afforded
     */
    Converged values(Function<? super SpinModel, double[]> wanted);

    /** All alike: there is nothing to converge. */
    static Ensemble of(SpinModel model) {
        return wanted -> new Converged(wanted.apply(model), 0, 1);
    }

    /** Spread over orientations, as fine as this tolerance wants it, in the unit of the values. */
    static Ensemble of(Hamiltonian hamiltonian, Orientations orientations, double tolerance) {
        // Eigenvectors are what takes the room: some 40 bytes an element, and the last grid has up to four times as
        // many.
        var room = MOST_ELEMENTS / hamiltonian.dimension() / hamiltonian.dimension();
        var most = (int) Math.max(FEWEST_ORIENTATIONS, Math.min(MOST_ORIENTATIONS, room));
        return wanted -> orientations.refine(hamiltonian, wanted, tolerance, most);
    }

    double FEWEST_ORIENTATIONS = 64;
    double MOST_ORIENTATIONS = 4096;
    double MOST_ELEMENTS = 500_000;
}
