package org.fieldfall.protocols.theory.level;

/**
 * What one free energy F(B,T) = −T ln Z gives at a field and a temperature, per spin; times the factors below per mole.
 *
 * <p>U = F + TS, S = −∂F/∂T, C = T ∂S/∂T, M = −∂F/∂B, χ = ∂M/∂B at fixed temperature; Maxwell's ∂S/∂B = ∂M/∂T.
 *
 * @param heat U, S and C
 * @param momentMagnetons M along the field, μ<sub>B</sub> per spin
 * @param momentSlope ∂M/∂T at fixed field, μ<sub>B</sub>/K
 * @param magnetonsPerTesla χ = ∂M/∂B at fixed temperature, μ<sub>B</sub>/T
 */
public record Equilibrium(Averages heat, double momentMagnetons, double momentSlope, double magnetonsPerTesla) {

    private static final double VACUUM_PERMEABILITY = 1.25663706127e-6;

    /** F, in kelvin. */
    public double freeEnergy() {
        return heat.lowestKelvin() - heat.kelvin() * Math.log(heat.partitionSum());
    }

    /** U, in kelvin. */
    public double energy() {
        return heat.energy();
    }

    /** S, in k<sub>B</sub>. */
    public double entropy() {
        return heat.entropy();
    }

    /** C, in k<sub>B</sub>. */
    public double heatCapacity() {
        return heat.heatCapacity();
    }

    /** M, J/(T mol). */
    public double molarMoment() {
        return Constants.AVOGADRO * Constants.BOHR_MAGNETON * momentMagnetons;
    }

    /** μ₀ ∂M/∂B, m³/mol; times 10⁶/4π it is cm³/mol of the cgs system. */
    public double molarSusceptibility() {
        return VACUUM_PERMEABILITY * Constants.AVOGADRO * Constants.BOHR_MAGNETON * magnetonsPerTesla;
    }
}
