package org.fieldfall.drivers.lakeshore350;

/**
 * Which part of the controller keeps the bath.
 *
 * @param input letter or number of the input
 * @param output number of the output whose loop has the setpoint
 * @param lowestKelvin smallest allowed setpoint
 * @param highestKelvin largest allowed setpoint
 */
public record BathSettings(String input, int output, double lowestKelvin, double highestKelvin) {

    public BathSettings {
        if (!(lowestKelvin > 0 && highestKelvin >= lowestKelvin) || Double.isInfinite(highestKelvin)) {
            throw new IllegalArgumentException(
                    "impossible setpoint limits: " + lowestKelvin + " to " + highestKelvin + " K");
        }
    }
}
