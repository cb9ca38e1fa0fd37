package org.fieldfall.app.model;

import org.fieldfall.app.config.RigConfig.BathRole;
import org.fieldfall.protocols.instrument.Bath;

/** Settings of an instrument that can keep the bath. */
public interface BathOffer extends ModelSettings {

    Bath bath(OpenBox box, BathRole role);
}
