package org.fieldfall.app.model;

import java.util.List;
import org.fieldfall.protocols.instrument.MeterCapability;

/** Settings of an instrument that fills a memory of its own with readings. */
public interface MeterOffer extends ModelSettings {

    /** What it can do: asks nothing. */
    MeterCapability meterCapability();

    /**
     * Whether its settings reach as far as the rig's limits do.
     *
     * @param volts largest across its input
     * @param where this is so, for a message: {@code at limits.field}
     */
    default List<Finding> rate(double volts, String where) {
        return List.of();
    }
}
