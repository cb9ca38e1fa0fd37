package org.fieldfall.drivers.lakeshore350;

/**
 * Which part of the controller keeps the bath.
 *
 * @param input letter of the input, A to D
 * @param output number of the output whose loop has the setpoint, 1 to 4
 * @param lowestKelvin smallest allowed setpoint
 * @param highestKelvin largest allowed setpoint
 */
public record BathSettings(char input, int output, double lowestKelvin, double highestKelvin) {

    public BathSettings {
        if (input < 'A' || input > 'D' || output < 1 || output > 4) {
            throw new IllegalArgumentException(
                    "a Lake Shore 350 has the inputs A to D and the outputs 1 to 4, not " + input + " and " + output);
        }
        if (!(lowestKelvin > 0 && highestKelvin >= lowestKelvin) || Double.isInfinite(highestKelvin)) {
            throw new IllegalArgumentException(
                    "impossible setpoint limits: " + lowestKelvin + " to " + highestKelvin + " K");
        }
    }
}
