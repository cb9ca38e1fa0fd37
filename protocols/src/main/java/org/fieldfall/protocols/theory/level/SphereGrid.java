package org.fieldfall.protocols.theory.level;

import java.util.ArrayList;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Directions on a cap of the sphere about an axis: Gauss and Legendre's nodes in cos θ, equal steps in φ. */
final class SphereGrid {

    private SphereGrid() {}

    /** The average over directions within a range of cos θ from an axis, weighted by a density of it. */
    static OrientationAverage over(
            Hamiltonian hamiltonian,
            Direction axis,
            int polar,
            int azimuthal,
            double lowestCosine,
            double highestCosine,
            DoubleUnaryOperator density) {
        var symmetry = axis.equals(Direction.Z) ? FieldSymmetry.of(hamiltonian) : FieldSymmetry.NONE;
        var azimuths = symmetry.azimuths(azimuthal);
        var rule = new GaussIntegratorFactory().legendre(polar, lowestCosine, highestCosine);
        var directions = new ArrayList<Direction>();
        var weights = new double[polar * azimuths.length];
        for (var t = 0; t < polar; t++) {
            var cosine = Math.min(1, rule.getPoint(t));
            for (var azimuth : azimuths) {
                weights[directions.size()] = rule.getWeight(t) * density.applyAsDouble(cosine);
                directions.add(Direction.polar(Math.acos(cosine), azimuth).tiltedTo(axis));
            }
        }
        return new OrientationAverage(
                directions.parallelStream().map(hamiltonian::along).toList(), weights);
    }
}
