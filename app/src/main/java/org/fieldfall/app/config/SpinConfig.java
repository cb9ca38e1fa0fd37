package org.fieldfall.app.config;

import java.util.List;

/** The spins of a sample file: one giant spin, or ions with exchange. Energies are over k_B, in kelvin. */
public sealed interface SpinConfig {

    /** Where the numbers are from. */
    String source();

    /**
     * H = D [Sz² − S(S+1)/3] + E (Sx² − Sy²) + Σ B_k^q O_k^q + μB B·g·S; of it D and the Zeeman term are eq. (1).
     *
     * @param S integer or half-integer, 1/2 to 50
     * @param anisotropyKelvin D, negative for an easy axis
     * @param rhombicKelvin E
     * @param terms beyond D and E
     */
    record Giant(double S, double anisotropyKelvin, double rhombicKelvin, List<Stevens> terms, GFactor g, String source)
            implements SpinConfig {

        public Giant {
            terms = List.copyOf(terms);
        }
    }

    /** Σ J S_i·S_j over the couplings and D, E, g of each ion. */
    record Cluster(List<Ion> ions, List<Coupling> couplings, String source) implements SpinConfig {

        public Cluster {
            ions = List.copyOf(ions);
            couplings = List.copyOf(couplings);
        }
    }

    /** B_k^q O_k^q. */
    record Stevens(int k, int q, double kelvin) {}

    /** One spin of a cluster, named as messages call it. */
    record Ion(String name, double S, double anisotropyKelvin, double rhombicKelvin, GFactor g) {}

    /**
     * Exchange of two ions, counted from 0.
     *
     * @param jKelvin as in + J S·S, whatever convention the file has
     */
    record Coupling(int first, int second, double jKelvin) {}

    /**
     * Principal values of g along axes that are those of the Hamiltonian turned by α about z, β about the new y, γ about the
     * new z.
     *
     * @param isAcrossKnown false where the file has the value along z alone and x and y repeat it
     */
    record GFactor(
            double x,
            double y,
            double z,
            double alphaRadians,
            double betaRadians,
            double gammaRadians,
            boolean isAcrossKnown) {}
}
