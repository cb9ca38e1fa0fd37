package org.fieldfall.protocols.theory.level;

import java.util.Arrays;

/**
 * The levels of a spin model in one field, and what follows from their free energy F = −T ln Z.
 *
 * <p>Of a mixture of orientations these are the means. Immutable: threads may share it.
 */
public interface Spectrum {

    /** The lowest energy, in kelvin. */
    double lowestKelvin();

    /** U, S and C in equilibrium. */
    Averages averages(double kelvin);

    /** F and all its derivatives, the moment and the susceptibility along the field included. */
    Equilibrium equilibrium(double kelvin);

    /** One equilibrium a temperature, on all cores. */
    default Equilibrium[] equilibria(double[] kelvin) {
        return Arrays.stream(kelvin).parallel().mapToObj(this::equilibrium).toArray(Equilibrium[]::new);
    }

    /** U = Σ n<sub>k</sub> E<sub>k</sub> in equilibrium, eq. (6), in kelvin. */
    default double meanEnergy(double kelvin) {
        return averages(kelvin).energy();
    }

    /** S = ln Z + U/T, eq. (13), in k<sub>B</sub>. */
    default double entropy(double kelvin) {
        return averages(kelvin).entropy();
    }

    /** C = dU/dT at fixed field, in k<sub>B</sub>. */
    default double heatCapacity(double kelvin) {
        return averages(kelvin).heatCapacity();
    }

    /** Refuses what is no temperature. */
    static void checkTemperature(double kelvin) {
        if (!(kelvin > 0 && kelvin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("temperature must be above 0 K and finite, got " + kelvin + " K");
        }
    }
}
