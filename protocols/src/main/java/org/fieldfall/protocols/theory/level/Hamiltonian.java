package org.fieldfall.protocols.theory.level;

/**
 * Spins with an energy of their own and a magnetic moment, before anyone says where the field points: H − B·μ.
 *
 * <p>Immutable: threads may share it.
 */
public interface Hamiltonian {

    /** No more states than this: 1024 of them take 7 s of a core and 60 MB a field, and both grow as the cube and the square. */
    int MOST_STATES = 1024;

    /** How many states there are. */
    int dimension();

    /** H without a field, in kelvin. */
    Operator zeroField();

    /** The component of μ along a direction, in μ<sub>B</sub>. */
    Operator moment(Direction direction);

    /** The model in a field of this direction. */
    default SpinModel along(Direction direction) {
        return InField.of(this, direction);
    }

    /** Refuses more states than can be diagonalised in reasonable time. */
    static int checkDimension(String who, double states) {
        if (!(states <= MOST_STATES)) {
            throw new IllegalArgumentException(
                    who + " has " + (long) states + " states, at most " + MOST_STATES + " can be diagonalised");
        }
        return (int) states;
    }
}
