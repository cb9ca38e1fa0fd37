package org.fieldfall.simulator.world;

/**
 * The platform's heat balance over one step, solved exactly for a crystal whose temperature changes evenly.
 *
 * <p>C dT/dt = κ (T_crystal − T) − K (T − T_bath) + P, with κ the contact between crystal and platform.
 */
final class Exchange {

    private final double seconds;
    private final Platform platform;
    private final double contact;
    private final double startKelvin;
    private final double watt;
    private final double mean;
    private final double late;

    private Exchange(double seconds, Platform platform, double contact, double startKelvin, double watt) {
        this.seconds = seconds;
        this.platform = platform;
        this.contact = contact;
        this.startKelvin = startKelvin;
        this.watt = watt;
        double x = (contact + platform.linkWattPerKelvin()) / platform.addendaJoulePerKelvin() * seconds;
        double decay = Math.expm1(-x);
        this.mean = -decay / x;
        this.late = x < 1e-4 ? 0.5 - x / 6 : (1 - mean) / x;
    }

    static Exchange over(double seconds, Platform platform, double contact, double startKelvin, double watt) {
        return new Exchange(seconds, platform, contact, startKelvin, watt);
    }

    double platformKelvin(double fromKelvin, double toKelvin) {
        double drive = contact * (fromKelvin - startKelvin)
                + platform.linkWattPerKelvin() * (platform.bathKelvin() - startKelvin)
                + watt;
        double change = mean * drive + late * contact * (toKelvin - fromKelvin);
        return startKelvin + seconds / platform.addendaJoulePerKelvin() * change;
    }

    /** Heat from the crystal to the platform. */
    double heat(double fromKelvin, double toKelvin) {
        double stored = platform.addendaJoulePerKelvin() * (platformKelvin(fromKelvin, toKelvin) - startKelvin);
        return stored + linkHeat(fromKelvin, toKelvin) - heaterJoule();
    }

    /** Heat from the platform to the bath. */
    double linkHeat(double fromKelvin, double toKelvin) {
        return platform.linkWattPerKelvin() * (area(fromKelvin, toKelvin) - platform.bathKelvin() * seconds);
    }

    double heaterJoule() {
        return watt * seconds;
    }

    /** Integral of the platform's temperature over the step, from its own heat balance. */
    private double area(double fromKelvin, double toKelvin) {
        double link = platform.linkWattPerKelvin();
        double stored = platform.addendaJoulePerKelvin() * (platformKelvin(fromKelvin, toKelvin) - startKelvin);
        double received =
                contact * seconds * (fromKelvin + toKelvin) / 2 + (link * platform.bathKelvin() + watt) * seconds;
        return (received - stored) / (contact + link);
    }
}
