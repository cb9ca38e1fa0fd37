package org.fieldfall.protocols.theory.level;

/**
 * Isotropic exchange + J S₁·S₂ between two ions of a cluster: positive J is antiferromagnetic.
 *
 * <p>Of the other conventions, −2J S₁·S₂ and −J S₁·S₂, the numbers have to be multiplied by −2 and −1.
 *
 * @param first place of an ion in the cluster, from 0
 * @param second place of another
 * @param jKelvin J/k<sub>B</sub>
 */
public record Coupling(int first, int second, double jKelvin) {

    public Coupling {
        if (first < 0 || second < 0 || first == second) {
            throw new IllegalArgumentException(
                    "a coupling joins two different ions, counted from 0, got " + first + " and " + second);
        }
        if (!Double.isFinite(jKelvin)) {
            throw new IllegalArgumentException("J must be finite, got " + jKelvin + " K");
        }
    }
}
