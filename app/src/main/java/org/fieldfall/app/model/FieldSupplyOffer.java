package org.fieldfall.app.model;

import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.SupplyCapability;

/** Settings of an instrument that can make the field. */
public interface FieldSupplyOffer extends ModelSettings {

    /** Largest magnitude of the current. */
    double maxAmperes();

    /** Voltage limit while it sets a current. */
    double complianceVolts();

    /** What it can do in its place: asks nothing. */
    SupplyCapability supplyCapability(Place place);

    FieldSupply fieldSupply(OpenBox box);
}
