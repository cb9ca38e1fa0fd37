package org.fieldfall.protocols.instrument;

/** Reads the sample's temperature, fast and from its own memory during a shot. */
public interface SampleThermometer extends BufferedMeter {

    /** Temperature that belongs to a raw reading; NaN for an invalid reading or one outside the calibration. */
    double kelvin(double raw);
}
