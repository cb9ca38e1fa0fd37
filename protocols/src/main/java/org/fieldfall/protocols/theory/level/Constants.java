package org.fieldfall.protocols.theory.level;

/** The constants of nature the theory needs, CODATA 2022; all but the Bohr magneton are exact by definition. */
public final class Constants {

    /** k<sub>B</sub>, J/K. */
    public static final double BOLTZMANN = 1.380649e-23;

    /** N<sub>A</sub>, 1/mol. */
    public static final double AVOGADRO = 6.02214076e23;

    /** R = N<sub>A</sub> k<sub>B</sub>, J/(mol K): what one kelvin per spin (or one k<sub>B</sub>) is worth per mole. */
    public static final double GAS = AVOGADRO * BOLTZMANN;

    /** μ<sub>B</sub>, J/T. */
    public static final double BOHR_MAGNETON = 9.2740100657e-24;

    /** μ<sub>B</sub>/k<sub>B</sub>, K/T. */
    public static final double BOHR_MAGNETON_KELVIN = BOHR_MAGNETON / BOLTZMANN;

    private static final double PLANCK = 6.62607015e-34;
    private static final double LIGHT_CENTIMETRE_PER_SECOND = 2.99792458e10;

    /** h c/k<sub>B</sub>, K per cm<sup>-1</sup>. */
    public static final double KELVIN_PER_WAVENUMBER = PLANCK * LIGHT_CENTIMETRE_PER_SECOND / BOLTZMANN;

    /** h/k<sub>B</sub>, K per Hz. */
    public static final double KELVIN_PER_HERTZ = PLANCK / BOLTZMANN;

    private Constants() {}
}
