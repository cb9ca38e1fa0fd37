package org.fieldfall.app.model;

import org.fieldfall.app.config.RigConfig.ExcitationRole;
import org.fieldfall.protocols.instrument.Excitation;

/** Settings of an instrument that can set the current through the sample thermometer. */
public interface ExcitationOffer extends ModelSettings {

    Excitation excitation(OpenBox box, ExcitationRole role);
}
