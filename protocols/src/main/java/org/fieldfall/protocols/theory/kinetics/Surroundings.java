package org.fieldfall.protocols.theory.kinetics;

import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Lattice;

/**
 * How much sample there is and what it shares its heat with.
 *
 * @param moles n of the sample
 * @param addenda what stores heat beside the sample, as a whole (J and J/K, not per mole)
 * @param linkWattPerKelvin K of the link to the bath; zero for none
 * @param bathKelvin Tb, unused without a link
 * @param powerWatt P, whatever heats all the time
 * @param eddyWattPerTeslaPerSecondSquared eddy heating over (dB/dt)²
 */
public record Surroundings(
        double moles,
        Lattice addenda,
        double linkWattPerKelvin,
        double bathKelvin,
        double powerWatt,
        double eddyWattPerTeslaPerSecondSquared) {

    public Surroundings {
        if (!(moles > 0 && moles < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("amount of sample must be above 0 mol and finite, got " + moles);
        }
        checkNotNegative("link, W/K", linkWattPerKelvin);
        checkNotNegative("bath temperature, K", bathKelvin);
        checkNotNegative("eddy heating, W/(T/s)²", eddyWattPerTeslaPerSecondSquared);
        if (!Double.isFinite(powerWatt)) {
            throw new IllegalArgumentException("power must be finite, got " + powerWatt + " W");
        }
    }

    /** One mole of sample and nothing else. */
    public static Surroundings isolated() {
        return new Surroundings(1, Lattice.none(), 0, 0, 0, 0);
    }

    /** A sample on a platform of constant heat capacity, behind a weak link. */
    public static Surroundings linked(
            double moles, double addendaJoulePerKelvin, double linkWattPerKelvin, double bathKelvin) {
        return new Surroundings(
                moles, new ConstantHeatCapacity(addendaJoulePerKelvin), linkWattPerKelvin, bathKelvin, 0, 0);
    }

    /** The same with extra heating: a constant power, and eddy currents in W per (T/s)². */
    public Surroundings heatedBy(double powerWatt, double eddyWattPerTeslaPerSecondSquared) {
        return new Surroundings(
                moles, addenda, linkWattPerKelvin, bathKelvin, powerWatt, eddyWattPerTeslaPerSecondSquared);
    }

    private static void checkNotNegative(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be 0 or above and finite, got " + value);
        }
    }
}
