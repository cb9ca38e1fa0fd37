package org.fieldfall.drivers.volts;

import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.FieldMonitor;

/** The coil's current, read by the voltage across a shunt in its circuit. */
public final class VoltsAcrossShunt implements FieldMonitor, OnMeter {

    private final BufferedMeter meter;
    private final double teslaPerVolt;

    /**
     * @param meter reads volts
     * @param teslaPerAmpere coil constant, above zero
     * @param shuntOhm the shunt's resistance, above zero
     */
    public VoltsAcrossShunt(BufferedMeter meter, double teslaPerAmpere, double shuntOhm) {
        this.meter = OnMeter.inVolts(meter, "field monitor");
        this.teslaPerVolt = teslaPerVolt(teslaPerAmpere, shuntOhm);
    }

    /** Field of the coil when there is a volt across the shunt. */
    public static double teslaPerVolt(double teslaPerAmpere, double shuntOhm) {
        if (!(teslaPerAmpere > 0 && shuntOhm > 0 && Double.isFinite(teslaPerAmpere / shuntOhm))) {
            throw new IllegalArgumentException("coil constant and shunt must be above zero, not " + teslaPerAmpere
                    + " T/A and " + shuntOhm + " Ohm");
        }
        return teslaPerAmpere / shuntOhm;
    }

    @Override
    public double tesla(double raw) {
        return raw * teslaPerVolt;
    }

    @Override
    public BufferedMeter meter() {
        return meter;
    }
}
