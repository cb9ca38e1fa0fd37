package org.fieldfall.drivers.lakeshore350;

/**
 * A heater on output 2, the current source of 1 to 100 mA. Output 1 is the bath's, 3 and 4 are voltage sources.
 *
 * @param output must be 2
 * @param ohm resistance of the heater
 * @param maxAmperes largest current through it
 * @param relativeSigma how well its power is known, from current and resistance
 */
public record HeaterSettings(int output, double ohm, double maxAmperes, double relativeSigma) {

    public HeaterSettings {
        if (output != 2) {
            throw new IllegalArgumentException(
                    "the sample heater hangs on output 2 of a Lake Shore 350, not " + output);
        }
        if (!(ohm > 0 && maxAmperes > 0 && relativeSigma >= 0) || Double.isInfinite(ohm * maxAmperes * maxAmperes)) {
            throw new IllegalArgumentException("impossible heater: " + ohm + " Ohm, at most " + maxAmperes
                    + " A, power known to " + relativeSigma);
        }
    }
}
