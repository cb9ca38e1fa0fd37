package org.fieldfall.simulator.world;

/** The heat capacity that the world's own crystal has once its spins have followed. */
public final class TrueHeat {

    private static final double STEP_KELVIN = 0.01;

    private TrueHeat() {}

    /** J/K at a held field, the spins in equilibrium before and after. */
    public static double joulePerKelvin(Crystal crystal, double kelvin, double tesla) {
        double up = joule(crystal, kelvin + STEP_KELVIN, tesla);
        return (up - joule(crystal, kelvin - STEP_KELVIN, tesla)) / (2 * STEP_KELVIN);
    }

    private static double joule(Crystal crystal, double kelvin, double tesla) {
        return crystal.state(kelvin, tesla, crystal.equilibriumUpper(kelvin, tesla))
                .joule();
    }
}
