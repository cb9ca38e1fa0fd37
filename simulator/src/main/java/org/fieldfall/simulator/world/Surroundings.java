package org.fieldfall.simulator.world;

/**
 * What the platform is linked to and heated by: a permanent link to a bath, a switch beside it, a heater.
 *
 * @param linkWattPerKelvin conductance of the permanent link
 */
public record Surroundings(
        Bath bath, double linkWattPerKelvin, double addendaJoulePerKelvin, HeatSwitch heatSwitch, Heater heater) {

    /** A bath that holds still behind a link that is all there is. */
    public static Surroundings still(Platform platform) {
        return new Surroundings(
                Bath.still(platform.bathKelvin()),
                platform.linkWattPerKelvin(),
                platform.addendaJoulePerKelvin(),
                HeatSwitch.none(),
                Heater.none());
    }

    /** The platform at the start of the world. */
    Platform start() {
        return new Platform(bath.startKelvin(), linkWattPerKelvin + heatSwitch.wattPerKelvin(), addendaJoulePerKelvin);
    }

    /** First tick after this one at which something may change by itself. */
    long nextChange(long tick) {
        return Math.min(heatSwitch.nextChange(tick), heater.nextChange(tick));
    }

    /** Does what is due by this tick. */
    void arrive(long tick) {
        heatSwitch.arrive(tick);
        heater.arrive(tick);
    }

    double watt() {
        return heatSwitch.watt() + heater.watt();
    }

    /** Moves the bath on and answers the platform with the bath's mean temperature on the way. */
    Platform step(double fromSeconds, double toSeconds) {
        double kelvin = bath.step(fromSeconds, toSeconds);
        return new Platform(kelvin, linkWattPerKelvin + heatSwitch.wattPerKelvin(), addendaJoulePerKelvin);
    }
}
