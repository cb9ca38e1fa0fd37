package org.fieldfall.protocols.instrument;

/** Records the field during the ramp, by the coil's current across a shunt or by a Hall sensor. */
public interface FieldMonitor extends BufferedMeter {

    /** Field that belongs to a raw reading; NaN for an invalid reading. */
    double tesla(double raw);
}
