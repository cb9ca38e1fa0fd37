package org.fieldfall.app.model;

import org.fieldfall.app.config.RigConfig;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.SampleThermometer;

/** Settings of an instrument that can read the sample's thermometer. */
public interface SampleThermometerOffer extends MeterOffer {

    SampleThermometer sampleThermometer(OpenBox box, RigConfig.SampleThermometer role, CalibrationCurve curve);
}
