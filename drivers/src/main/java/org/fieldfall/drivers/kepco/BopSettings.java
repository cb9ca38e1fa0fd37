package org.fieldfall.drivers.kepco;

import java.time.Duration;

/**
 * A Kepco BOP with the coil on its output.
 *
 * @param teslaPerAmpere coil constant, above zero
 * @param maxAmperes largest magnitude of the current
 * @param complianceVolts voltage limit in current mode
 * @param coilHenry inductance of the coil
 * @param coilOhm resistance of the whole circuit
 * @param largestTesla limit of the field's magnitude
 * @param largestTeslaPerSecond limit of the rate's magnitude
 * @param baud of the serial line, on which a byte takes ten bits
 * @param replyWithin longest silence while a reply is due
 */
public record BopSettings(
        double teslaPerAmpere,
        double maxAmperes,
        double complianceVolts,
        double coilHenry,
        double coilOhm,
        double largestTesla,
        double largestTeslaPerSecond,
        int baud,
        Duration replyWithin) {

    public BopSettings {
        above(teslaPerAmpere, "coil constant (T/A)");
        above(maxAmperes, "largest current (A)");
        above(complianceVolts, "compliance (V)");
        above(largestTesla, "largest field (T)");
        above(largestTeslaPerSecond, "largest rate (T/s)");
        above(baud, "baud");
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
}
