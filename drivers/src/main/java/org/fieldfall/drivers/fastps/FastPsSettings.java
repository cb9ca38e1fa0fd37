package org.fieldfall.drivers.fastps;

import java.time.Duration;

/**
 * A FAST-PS with the coil on its output. Its voltage limit in current mode is its rating and cannot be set.
 *
 * @param teslaPerAmpere coil constant, above zero
 * @param maxAmperes largest magnitude of the current
 * @param complianceVolts voltage that it has to be able to give
 * @param coilHenry inductance of the coil
 * @param coilOhm resistance of the whole circuit
 * @param largestTesla limit of the field's magnitude
 * @param largestTeslaPerSecond limit of the rate's magnitude
 * @param replyWithin longest silence while a reply is due
 */
public record FastPsSettings(
        double teslaPerAmpere,
        double maxAmperes,
        double complianceVolts,
        double coilHenry,
        double coilOhm,
        double largestTesla,
        double largestTeslaPerSecond,
        Duration replyWithin) {

    public FastPsSettings {
        above(teslaPerAmpere, "coil constant (T/A)");
        above(maxAmperes, "largest current (A)");
        above(complianceVolts, "compliance (V)");
        above(largestTesla, "largest field (T)");
        above(largestTeslaPerSecond, "largest rate (T/s)");
        if (!(coilHenry >= 0 && coilOhm >= 0)) {
            throw new IllegalArgumentException(
                    "a coil has no negative inductance or resistance: " + coilHenry + " H, " + coilOhm + " Ohm");
        }
    }

    private static void above(double value, String what) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be above 0 and finite, not " + value);
        }
    }

    /** The tighter of the current limit and the field limit, in amperes. */
    double limitAmperes() {
        return Math.min(maxAmperes, largestTesla / teslaPerAmpere);
    }

    double limitAmperesPerSecond() {
        return largestTeslaPerSecond / teslaPerAmpere;
    }
}
