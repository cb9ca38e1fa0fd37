package org.fieldfall.protocols.fieldquench;

import java.util.Locale;

/** What a shot is for. */
public enum ShotKind {
    /** From the initial to the final field. */
    SWEEP,
    /** From the final back to the initial field. */
    REVERSE,
    /** The same times at the final field, without a change: what the apparatus does by itself. */
    ZERO,
    /** A sweep of the empty platform or a diamagnetic dummy: what the apparatus does with the ramp. */
    BLANK,
    /** A pulse of known heat: heat capacity and link. */
    HEATER_PULSE,
    /** The thermometer's current forward, backward and off: the voltage that is not the sensor's. */
    ZERO_CHECK;

    /** As it is written in protocol files and records. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True if the field is swept, if only from a value to itself. */
    public boolean isSwept() {
        return this == SWEEP || this == REVERSE || this == ZERO || this == BLANK;
    }

    /** True if the crystal answers to it with a change of temperature of its own. */
    public boolean isPredicted() {
        return this == SWEEP || this == REVERSE;
    }
}
