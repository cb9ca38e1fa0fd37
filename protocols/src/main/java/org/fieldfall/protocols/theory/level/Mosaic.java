package org.fieldfall.protocols.theory.level;

/**
 * Crystallites whose z axes scatter about a mean one: the angle between them has the density exp(−θ²/2σ²) on the sphere.
 *
 * <p>Seen from the crystallites it is the field that scatters about its mean direction.
 *
 * @param mean direction of the field in the axes of the mean crystallite
 * @param sigmaRadians σ of the angle in each of the two directions across
 */
public record Mosaic(Direction mean, double sigmaRadians) implements Orientations {

    private static final int FEWEST = 4;
    private static final double CUT = 8.5;

    public Mosaic {
        if (!(sigmaRadians > 0 && sigmaRadians <= Math.PI)) {
            throw new IllegalArgumentException("mosaic spread must be above 0 and up to pi, got " + sigmaRadians
                    + " rad; a tilt alone is a direction of the field");
        }
    }

    @Override
    public OrientationAverage grid(Hamiltonian hamiltonian, int fineness) {
        var lowest = Math.cos(Math.min(Math.PI, CUT * sigmaRadians));
        return SphereGrid.over(hamiltonian, mean, FEWEST << fineness, FEWEST << fineness, lowest, 1, cosine -> {
            var off = Math.acos(cosine) / sigmaRadians;
            return Math.exp(-off * off / 2);
        });
    }
}
