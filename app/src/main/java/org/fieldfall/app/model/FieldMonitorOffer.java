package org.fieldfall.app.model;

import org.fieldfall.app.config.RigConfig;
import org.fieldfall.protocols.instrument.FieldMonitor;

/** Settings of an instrument that can record the field during the ramp. */
public interface FieldMonitorOffer extends MeterOffer {

    FieldMonitor fieldMonitor(OpenBox box, RigConfig.FieldMonitor role);
}
