package org.fieldfall.protocols.theory.kinetics;

/**
 * What the thermometer on the platform shows: τ dT<sub>th</sub>/dt = T<sub>platform</sub> + P/K<sub>body</sub> − T<sub>th</sub>, with P also heating the platform.
 *
 * @param lagSeconds τ; zero for none
 * @param selfHeatingWatt P of the excitation
 * @param bodyWattPerKelvin K<sub>body</sub> from the element to the platform; infinite where the element is at its temperature
 */
public record Thermometer(double lagSeconds, double selfHeatingWatt, double bodyWattPerKelvin) {

    public Thermometer {
        check("lag, s", lagSeconds, lagSeconds >= 0 && lagSeconds < Double.POSITIVE_INFINITY, "0 or above and finite");
        check(
                "self-heating, W",
                selfHeatingWatt,
                selfHeatingWatt >= 0 && selfHeatingWatt < Double.POSITIVE_INFINITY,
                "0 or above and finite");
        check("contact of the element, W/K", bodyWattPerKelvin, bodyWattPerKelvin > 0, "above 0");
    }

    private static void check(String what, double value, boolean isAllowed, String range) {
        if (!isAllowed) {
            throw new IllegalArgumentException(what + " of a thermometer must be " + range + ", got " + value);
        }
    }

    /** Shows the platform's temperature at once and does not heat it. */
    public static Thermometer ideal() {
        return following(0);
    }

    /** Lags behind and does not heat. */
    public static Thermometer following(double lagSeconds) {
        return new Thermometer(lagSeconds, 0, Double.POSITIVE_INFINITY);
    }

    /** How much warmer than the platform the element is. */
    public double offsetKelvin() {
        return selfHeatingWatt / bodyWattPerKelvin;
    }
}
