package org.fieldfall.simulator.world;

/**
 * What the platform is linked to and heated by: a permanent link to a bath, a switch beside it, a heater.
 *
 * @param link of the platform, with the switch open
 */
public record Surroundings(
        Bath bath, Conductance link, double addendaJoulePerKelvin, HeatSwitch heatSwitch, Heater heater) {

    /** With a link that conducts alike at all temperatures. */
    public Surroundings(
            Bath bath, double linkWattPerKelvin, double addendaJoulePerKelvin, HeatSwitch heatSwitch, Heater heater) {
        this(bath, Conductance.constant(linkWattPerKelvin), addendaJoulePerKelvin, heatSwitch, heater);
    }

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
        double kelvin = bath.startKelvin();
        return platform(kelvin, kelvin);
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

    /**
     * Moves the bath on and answers the platform with the bath's mean temperature on the way and the link's conductance
     * between that and the platform's temperature at the start.
     */
    Platform step(double fromSeconds, double toSeconds, double platformKelvin) {
        return platform(bath.step(fromSeconds, toSeconds), platformKelvin);
    }

    private Platform platform(double bathKelvin, double platformKelvin) {
        return new Platform(
                bathKelvin,
                link.between(platformKelvin, bathKelvin) + heatSwitch.wattPerKelvin(),
                addendaJoulePerKelvin);
    }
}
