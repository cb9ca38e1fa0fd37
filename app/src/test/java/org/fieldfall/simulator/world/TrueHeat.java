package org.fieldfall.simulator.world;

/** What the world's own crystal takes up, in joule. */
public final class TrueHeat {

    /** Gas constant in J/(mol K). */
    private static final double GAS_CONSTANT = 8.314462618;

    private static final double STEP_KELVIN = 0.01;

    private final Crystal crystal;
    private final Debye lattice;
    private final double moles;

    public TrueHeat(Crystal.Spin spin, double debyeKelvin, double debyeUnits, double moles) {
        this.crystal = new Crystal(spin, debyeKelvin, debyeUnits, moles);
        this.lattice = new Debye(debyeKelvin, debyeUnits);
        this.moles = moles;
    }

    /** Heat capacity at a held field, the spins in equilibrium before and after. */
    public double joulePerKelvin(double kelvin, double tesla) {
        double up = crystal.state(kelvin + STEP_KELVIN, tesla, equilibriumUpper(kelvin + STEP_KELVIN, tesla))
                .joule();
        double down = crystal.state(kelvin - STEP_KELVIN, tesla, equilibriumUpper(kelvin - STEP_KELVIN, tesla))
                .joule();
        return (up - down) / (2 * STEP_KELVIN);
    }

    /** Energy of the spins alone. */
    public double spinJoule(double kelvin, double tesla, double upper) {
        return crystal.state(kelvin, tesla, upper).joule() - moles * GAS_CONSTANT * lattice.energy(kelvin);
    }

    /** What the spins' energy changes by in a tesla while every level keeps its occupation: not heat, but work. */
    public double joulePerTesla(double kelvin, double tesla, double upper) {
        return crystal.state(kelvin, tesla, upper).joulePerTesla();
    }

    public double equilibriumUpper(double kelvin, double tesla) {
        return crystal.equilibriumUpper(kelvin, tesla);
    }
}
