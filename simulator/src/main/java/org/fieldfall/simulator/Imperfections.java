package org.fieldfall.simulator;

import org.fieldfall.simulator.world.Conductance;
import org.fieldfall.simulator.world.Kick;

/**
 * What else departs from a perfect lab, in SI units and kelvin; each is 0 where it is switched off.
 *
 * @param rippleAmperes amplitude of the supply's current at {@code rippleHertz}, while its output is on
 * @param regulationSpread relative error of the supply's current, as a spread
 * @param humVolts amplitude at {@code mainsHertz} in the leads of the thermometer
 * @param resolutionVolts step of the meters' converters
 * @param closingJoule heat that the switch leaves on the platform when it closes
 */
public record Imperfections(
        double rippleAmperes,
        double rippleHertz,
        double regulationSpread,
        double humVolts,
        double mainsHertz,
        double resolutionVolts,
        double closingJoule,
        Vibration vibration,
        Dissipation dissipation,
        LinkShape linkShape) {

    /** None of them. */
    public static final Imperfections NONE =
            new Imperfections(0, 100, 0, 0, 50, 0, 0, Vibration.NONE, Dissipation.NONE, LinkShape.CONSTANT);

    /**
     * What the beginning of a fast sweep does to the platform and its leads.
     *
     * @param joule heat on the platform
     * @param volts of the ringing at first
     */
    public record Vibration(double joule, double volts, double hertz, double decaySeconds) {

        public static final Vibration NONE = new Vibration(0, 0, 30, 0.1);

        Kick kick() {
            return new Kick(new Kick.Strength(joule, volts, hertz, decaySeconds));
        }
    }

    /**
     * Heat that the coil gives off in the cold.
     *
     * @param coldOhm what of the circuit is in the cold
     * @param joulePerTesla AC loss of the field that is swept
     * @param bathKelvinPerJoule how much of it warms the bath; 0 where it boils helium and no more
     */
    public record Dissipation(double coldOhm, double joulePerTesla, double bathKelvinPerJoule) {

        public static final Dissipation NONE = new Dissipation(0, 0, 0);
    }

    /** How the link's conductance goes with temperature, over what it is told by. */
    @FunctionalInterface
    public interface LinkShape {

        LinkShape CONSTANT = Conductance::constant;

        /** @param wattPerKelvin what it is told by, as drawn */
        Conductance of(double wattPerKelvin);

        /** K₀ (T/T₀)ⁿ. */
        static LinkShape power(double atKelvin, double exponent) {
            return told -> Conductance.power(told, atKelvin, exponent);
        }

        /** Points in ascending temperature, as shares of what the link is told by. */
        static LinkShape table(double[] kelvin, double[] shares) {
            Conductance whole = Conductance.table(kelvin, shares);
            return whole::times;
        }
    }
}
