package org.fieldfall.drivers.ami430;

import java.time.Duration;

/**
 * A bias magnet and what may be done with it.
 *
 * @param teslaPerAmpere the coil constant that the programmer has to be set to
 * @param largestTesla limit of the field's magnitude
 * @param teslaPerSecond the rate of all ramps
 * @param gap least time between two commands: older hardware takes four a second, newer about ten
 * @param replyWithin longest silence while a reply is due
 */
public record AmiSettings(
        double teslaPerAmpere, double largestTesla, double teslaPerSecond, Duration gap, Duration replyWithin) {

    public AmiSettings {
        if (!(teslaPerAmpere > 0 && largestTesla > 0 && teslaPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "a bias magnet needs a coil constant, a field and a rate above zero, not " + teslaPerAmpere
                            + " T/A, " + largestTesla + " T, " + teslaPerSecond + " T/s");
        }
    }
}
