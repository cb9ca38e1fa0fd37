package org.fieldfall.protocols.theory.level;

/** Hamiltonians from the literature. Those marked recalled could not be read again: check before quoting. */
public final class Molecules {

    private static final double WAVENUMBER = Constants.KELVIN_PER_WAVENUMBER;

    /** g of Mn12-acetate in McHugh 2009, arXiv:0902.0531. */
    public static final double MN12_G = 1.94;

    /** Mirebeau 1999, cond-mat/9903281: D = −0.457, B₄⁰ = −2.33e-5, |B₄⁴| = 3.0e-5 cm⁻¹. */
    public static final GiantSpin MN12 = GiantSpin.of(10, GTensor.isotropic(MN12_G))
            .withD(-0.457 * WAVENUMBER)
            .with(4, 0, -2.33e-5 * WAVENUMBER)
            .with(4, 4, 3.0e-5 * WAVENUMBER);

    /** The same without B₄⁴, in closed form. */
    public static final AxialSpin MN12_AXIAL =
            AxialSpin.ofStevens(10, -0.457 * WAVENUMBER, -2.33e-5 * WAVENUMBER, MN12_G);

    /** Fe8: Caciuffo, PRL 81, 4744 (1998), D = −0.292 K, E = 0.046 K and three terms of fourth order; recalled. */
    public static final GiantSpin FE8 = GiantSpin.of(10, GTensor.isotropic(2))
            .withD(-0.292)
            .withE(0.046)
            .with(4, 0, 1.0e-6)
            .with(4, 2, 1.2e-7)
            .with(4, 4, 8.6e-6);

    /** An S = 1 nickel(II) complex; values of a common size, of no particular one. */
    public static final GiantSpin NICKEL =
            GiantSpin.of(1, GTensor.principal(2.18, 2.21, 2.24)).withD(-4.2).withE(0.6);

    /** Copper acetate: two spins 1/2, J = 296 cm⁻¹ in +J S₁·S₂ (Bleaney and Bowers 1952: singlet lowest); recalled. */
    public static final SpinCluster COPPER_DIMER =
            SpinCluster.dimer(Ion.isotropic(0.5, 2.16), Ion.isotropic(0.5, 2.16), 296 * WAVENUMBER);

    /** A ring of six spins 1/2 with antiferromagnetic exchange of 10 K. */
    public static final SpinCluster RING = SpinCluster.ring(Ion.isotropic(0.5, 2), 6, 10);

    private Molecules() {}
}
