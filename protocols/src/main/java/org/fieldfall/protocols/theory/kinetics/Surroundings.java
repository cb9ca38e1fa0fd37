package org.fieldfall.protocols.theory.kinetics;

import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Lattice;

/**
 * How much sample there is, what it shares its heat with, and what shows its temperature.
 *
 * @param moles n of the sample
 * @param addenda what stores heat beside the sample, as a whole (J and J/K, not per mole)
 * @param link from the addenda to the bath
 * @param bathKelvin Tb, unused without a link
 * @param powerWatt P, whatever heats the addenda all the time
 * @param eddyWattPerTeslaPerSecondSquared eddy heating of the addenda over (dB/dt)²
 * @param internalSeconds τ₂ in which sample and addenda equalise, wells blocked, in the state the prediction starts from;
 *     zero where they have one temperature
 */
public record Surroundings(
        double moles,
        Lattice addenda,
        Link link,
        double bathKelvin,
        double powerWatt,
        double eddyWattPerTeslaPerSecondSquared,
        double internalSeconds,
        Thermometer thermometer) {

    public Surroundings {
        if (!(moles > 0 && moles < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("amount of sample must be above 0 mol and finite, got " + moles);
        }
        checkNotNegative("bath temperature, K", bathKelvin);
        checkNotNegative("eddy heating, W/(T/s)²", eddyWattPerTeslaPerSecondSquared);
        checkNotNegative("internal time, s", internalSeconds);
        if (!Double.isFinite(powerWatt)) {
            throw new IllegalArgumentException("power must be finite, got " + powerWatt + " W");
        }
    }

    /** One mole of sample and nothing else. */
    public static Surroundings isolated() {
        return linked(1, Lattice.none(), Link.none(), 0);
    }

    /** A sample on a platform of constant heat capacity, behind a weak link. */
    public static Surroundings linked(
            double moles, double addendaJoulePerKelvin, double linkWattPerKelvin, double bathKelvin) {
        return linked(
                moles, new ConstantHeatCapacity(addendaJoulePerKelvin), Link.constant(linkWattPerKelvin), bathKelvin);
    }

    /** A sample on a platform, behind a weak link. */
    public static Surroundings linked(double moles, Lattice addenda, Link link, double bathKelvin) {
        return new Surroundings(moles, addenda, link, bathKelvin, 0, 0, 0, Thermometer.ideal());
    }

    /** The same with extra heating: a constant power, and eddy currents in W per (T/s)². */
    public Surroundings heatedBy(double powerWatt, double eddyWattPerTeslaPerSecondSquared) {
        return new Surroundings(
                moles,
                addenda,
                link,
                bathKelvin,
                powerWatt,
                eddyWattPerTeslaPerSecondSquared,
                internalSeconds,
                thermometer);
    }

    /** The same with an internal time τ₂ between sample and addenda. */
    public Surroundings equalisingIn(double internalSeconds) {
        return new Surroundings(
                moles,
                addenda,
                link,
                bathKelvin,
                powerWatt,
                eddyWattPerTeslaPerSecondSquared,
                internalSeconds,
                thermometer);
    }

    /** The same with another thermometer on the addenda. */
    public Surroundings readBy(Thermometer thermometer) {
        return new Surroundings(
                moles,
                addenda,
                link,
                bathKelvin,
                powerWatt,
                eddyWattPerTeslaPerSecondSquared,
                internalSeconds,
                thermometer);
    }

    /** The same with a bath at another temperature. */
    public Surroundings withBathAt(double bathKelvin) {
        return new Surroundings(
                moles,
                addenda,
                link,
                bathKelvin,
                powerWatt,
                eddyWattPerTeslaPerSecondSquared,
                internalSeconds,
                thermometer);
    }

    /** Heat that leaves the addenda less what is put into them, in watts. */
    double lossWatt(double kelvin, double teslaPerSecond) {
        var in = powerWatt
                + thermometer.selfHeatingWatt()
                + eddyWattPerTeslaPerSecondSquared * teslaPerSecond * teslaPerSecond;
        return link.watt(kelvin, bathKelvin) - in;
    }

    private static void checkNotNegative(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be 0 or above and finite, got " + value);
        }
    }
}
