package org.fieldfall.app.model;

import org.fieldfall.app.config.RigConfig.HeatSwitchRole;
import org.fieldfall.protocols.instrument.HeatSwitch;

/** Settings of an instrument that can move the heat switch. */
public interface HeatSwitchOffer extends ModelSettings {

    HeatSwitch heatSwitch(OpenBox box, HeatSwitchRole role);
}
