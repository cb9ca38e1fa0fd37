package org.fieldfall.app.model;

import org.fieldfall.app.config.RigConfig.SampleHeaterRole;
import org.fieldfall.protocols.instrument.SampleHeater;

/** Settings of an instrument that can heat the sample. */
public interface SampleHeaterOffer extends ModelSettings {

    /** What it can do with the role's resistor: asks nothing. */
    SampleHeater.Capability heaterCapability(SampleHeaterRole role);

    SampleHeater sampleHeater(OpenBox box, SampleHeaterRole role);
}
