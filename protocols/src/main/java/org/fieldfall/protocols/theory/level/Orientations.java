package org.fieldfall.protocols.theory.level;

import java.util.function.Function;

/**
 * How the crystals of a sample lie in the field, as grids that can be made finer without end.
 *
 * <p>A fixed tilt needs no grid: {@link Hamiltonian#along}.
 */
public interface Orientations {

    /** The average on the grid of one fineness; each next one has about twice the angles either way. */
    OrientationAverage grid(Hamiltonian hamiltonian, int fineness);

    /**
     * Refines the grid until no value changes by more than a tolerance.
     *
     * @param values what is wanted of an average, always as many
     * @param tolerance in the unit of the values
     * @param mostOrientations what may be spent on one grid
     * @throws UnresolvedException if the tolerance is not met by then
     */
    default Converged refine(
            Hamiltonian hamiltonian,
            Function<? super OrientationAverage, double[]> values,
            double tolerance,
            int mostOrientations) {
        var grid = grid(hamiltonian, 0);
        var coarse = values.apply(grid);
        var error = Double.POSITIVE_INFINITY;
        for (var fineness = 1; grid.size() <= mostOrientations; fineness++) {
            grid = grid(hamiltonian, fineness);
            var fine = values.apply(grid);
            error = Converged.largestChange(coarse, fine);
            if (error <= tolerance) {
                return new Converged(fine, error, grid.size());
            }
            coarse = fine;
        }
        throw new UnresolvedException("average over " + grid.size() + " orientations still changes by " + error
                + ", at most " + tolerance + " is wanted; " + mostOrientations + " orientations are allowed");
    }
}
