package org.fieldfall.app.model;

import org.fieldfall.app.config.RigConfig.AuxiliaryRole;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;

/** Settings of an instrument that can answer a question with a number. */
public interface AuxiliaryOffer extends ModelSettings {

    AuxiliaryChannel auxiliary(OpenBox box, AuxiliaryRole role);
}
