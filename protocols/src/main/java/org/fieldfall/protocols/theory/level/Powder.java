package org.fieldfall.protocols.theory.level;

/**
 * All directions alike: Gauss and Legendre's nodes in cos θ, equal steps in φ, over that part of the sphere that symmetry
 * leaves.
 */
public record Powder() implements Orientations {

    private static final int FEWEST = 4;

    @Override
    public OrientationAverage grid(Hamiltonian hamiltonian, int fineness) {
        return grid(hamiltonian, FEWEST << fineness, FEWEST << fineness);
    }

    /**
     * A grid of given size.
     *
     * @param polar angles from z between 0 and 90°: −B is always as good as B
     * @param azimuthal angles over what symmetry leaves of a turn; one is taken where all of them are equal
     */
    public OrientationAverage grid(Hamiltonian hamiltonian, int polar, int azimuthal) {
        return SphereGrid.over(hamiltonian, Direction.Z, polar, azimuthal, 0, 1, cosine -> 1);
    }
}
