package org.fieldfall.app.config;

import java.util.Optional;
import org.fieldfall.protocols.analysis.Uncertain;

/**
 * A sample file: the crystal, as {@code physics.md} needs it.
 *
 * @param formula chemical formula, for the record only
 * @param massKilograms with the solvent of crystallisation, as the molar mass
 */
public record SampleConfig(
        ConfigFile file,
        String name,
        Optional<String> formula,
        double molarMassKilogramsPerMole,
        Uncertain massKilograms,
        Spin spin,
        Lattice lattice,
        Relaxation relaxation) {

    /**
     * Axial giant spin, eq. (1): H = D [Sz² − S(S+1)/3] + g μB B Sz.
     *
     * @param S integer or half-integer, 1/2 to 50
     * @param anisotropyKelvin D/k_B, negative for an easy axis
     * @param source where the numbers are from
     */
    public record Spin(double S, double anisotropyKelvin, double gParallel, String source) {}

    /**
     * Debye lattice, eq. (8).
     *
     * @param debyeUnits oscillating units per formula unit, 3R each at high temperature
     */
    public record Lattice(double debyeKelvin, double debyeUnits, String source) {}

    /** τ = τ0 exp(U/k_B T), eq. (10). */
    public record Relaxation(double barrierKelvin, double tau0Seconds, String source) {}

    /** Amount of substance; its spread is that of the mass. */
    public Uncertain moles() {
        return new Uncertain(
                massKilograms.value() / molarMassKilogramsPerMole, massKilograms.sigma() / molarMassKilogramsPerMole);
    }
}
