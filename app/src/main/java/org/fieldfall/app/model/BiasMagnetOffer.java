package org.fieldfall.app.model;

import org.fieldfall.app.config.RigConfig.BiasMagnetRole;
import org.fieldfall.protocols.instrument.BiasMagnet;

/** Settings of an instrument that can keep a slow field along the coil's. */
public interface BiasMagnetOffer extends ModelSettings {

    /** What the coil constant of its magnet is set to, as the rig file says. */
    double teslaPerAmpere();

    /** What it may do in its role: asks nothing. */
    BiasMagnet.Capability biasCapability(BiasMagnetRole role);

    BiasMagnet biasMagnet(OpenBox box, BiasMagnetRole role);
}
