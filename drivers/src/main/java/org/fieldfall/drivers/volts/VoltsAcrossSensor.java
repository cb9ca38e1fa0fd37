package org.fieldfall.drivers.volts;

import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.ExcitedThermometer;

/**
 * A resistance thermometer that carries a known current, read by its voltage.
 *
 * <p>{@link #kelvin} may be called from any thread; the rest belongs to the meter's user.
 */
public final class VoltsAcrossSensor implements ExcitedThermometer, OnMeter {

    private final BufferedMeter meter;
    private final CalibrationCurve curve;
    private volatile double excitationAmperes;

    /**
     * @param meter reads volts; a resistance mode is refused
     * @param excitationAmperes current through the sensor, negative where it is reversed
     */
    public VoltsAcrossSensor(BufferedMeter meter, double excitationAmperes, CalibrationCurve curve) {
        this.meter = OnMeter.inVolts(meter, "sample thermometer");
        this.curve = curve;
        this.excitationAmperes = checked(excitationAmperes);
    }

    @Override
    public void excited(double amperes) {
        excitationAmperes = checked(amperes);
    }

    private static double checked(double amperes) {
        if (!Double.isFinite(amperes)) {
            throw new IllegalArgumentException("the excitation must be a finite current, not " + amperes);
        }
        return amperes;
    }

    /** {@inheritDoc} Without excitation a voltage tells no temperature: NaN. */
    @Override
    public double kelvin(double raw) {
        double amperes = excitationAmperes;
        return amperes == 0 ? Double.NaN : curve.kelvin(raw / amperes);
    }

    @Override
    public BufferedMeter meter() {
        return meter;
    }
}
