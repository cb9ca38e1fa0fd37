package org.fieldfall.simulator.world;

/**
 * A resistance thermometer under a current: what stands between the platform's temperature and the voltage at the
 * meter's terminals.
 */
public final class Sensor {

    /** What a current source drives into nothing, far beyond the range of a meter for millivolts. */
    private static final double OPEN_VOLTS = 10;

    private final Table ohm;
    private final Excitation excitation;
    private final double responseSeconds;
    private final double magnetoresistance;
    private double kelvin;
    private double amperes;
    private boolean frozen;
    private boolean open;

    /**
     * @param magnetoresistance apparent dT/T per T²
     * @param kelvin temperature at the start
     */
    public Sensor(
            SensorCurve curve, Excitation excitation, double responseSeconds, double magnetoresistance, double kelvin) {
        this.ohm = curve.table();
        this.excitation = excitation;
        this.responseSeconds = responseSeconds;
        this.magnetoresistance = magnetoresistance;
        this.kelvin = kelvin;
        this.amperes = excitation.amperes();
    }

    /**
     * Current through the sensor and the stray voltages in its leads.
     *
     * <p>The thermal EMF follows the temperature of the room, which wanders but does not run away: it swings through e(0)
     * and its slope there with a fixed angular frequency, so that over many labs it is as large and drifts as fast at any
     * time as at the start. Frequency 0 is a straight line.
     *
     * @param emfVolts thermal EMF at 0 s
     * @param emfVoltsPerSecond its slope at 0 s
     * @param emfRadiansPerSecond angular frequency of its swing
     */
    public record Excitation(
            double amperes,
            double emfVolts,
            double emfVoltsPerSecond,
            double emfRadiansPerSecond,
            double pickupSquareMetres) {

        double emfVolts(double seconds) {
            double turned = emfRadiansPerSecond * seconds;
            double perSlope = emfRadiansPerSecond == 0 ? seconds : Math.sin(turned) / emfRadiansPerSecond;
            return emfVolts * Math.cos(turned) + emfVoltsPerSecond * perSlope;
        }
    }

    /** It shows what it showed, whatever the platform does: it has come off, or something before the meter hangs. */
    public void freeze(boolean isFrozen) {
        frozen = isFrozen;
    }

    /** A lead is broken: no current, and the source at its limit. */
    public void open(boolean isOpen) {
        open = isOpen;
    }

    /** Follows the platform, whose temperature goes evenly from one value to the other. */
    void step(double seconds, double fromKelvin, double toKelvin) {
        if (frozen) {
            return;
        }
        if (responseSeconds <= 0) {
            kelvin = toKelvin;
            return;
        }
        double x = seconds / responseSeconds;
        double decay = -Math.expm1(-x);
        double behind = (toKelvin - fromKelvin) / x;
        kelvin += (fromKelvin - behind - kelvin) * decay + toKelvin - fromKelvin;
    }

    void excite(double throughAmperes) {
        amperes = throughAmperes;
    }

    double amperes() {
        return open ? 0 : amperes;
    }

    double kelvin() {
        return kelvin;
    }

    /** Self-heating in watts. */
    double watt(double tesla) {
        return open ? 0 : amperes * amperes * resistance(tesla);
    }

    double volts(double seconds, double tesla, double teslaPerSecond) {
        return ohmicVolts(tesla) + excitation.emfVolts(seconds) + excitation.pickupSquareMetres() * teslaPerSecond;
    }

    /** What its current makes, without anything that is not by its current. */
    double ohmicVolts(double tesla) {
        return open ? Math.copySign(OPEN_VOLTS, amperes) : amperes * resistance(tesla);
    }

    double resistance(double tesla) {
        return ohm.at(kelvin * (1 + magnetoresistance * tesla * tesla));
    }
}
