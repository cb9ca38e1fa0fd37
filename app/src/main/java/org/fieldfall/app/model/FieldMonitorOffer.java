package org.fieldfall.app.model;

import java.util.function.DoubleUnaryOperator;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.protocols.instrument.FieldMonitor;

/** Settings of an instrument that can record the field during the ramp. */
public interface FieldMonitorOffer extends MeterOffer {

    /** How the raw readings become tesla, without opening anything. */
    DoubleUnaryOperator tesla(RigConfig.Coil coil, RigConfig.FieldMonitor role);

    FieldMonitor fieldMonitor(OpenBox box, RigConfig.FieldMonitor role);
}
