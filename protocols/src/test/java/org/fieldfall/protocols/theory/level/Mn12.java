package org.fieldfall.protocols.theory.level;

/** The spin every table of physics.md was computed with: S = 10, D = −0.5 cm⁻¹, g = 2.05. */
public final class Mn12 {

    public static final AxialSpin SPIN = new AxialSpin(10, -0.5 * Constants.KELVIN_PER_WAVENUMBER, 2.05);

    private Mn12() {}
}
