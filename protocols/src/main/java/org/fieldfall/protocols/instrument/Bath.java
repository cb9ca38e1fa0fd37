package org.fieldfall.protocols.instrument;

import java.time.Duration;

/**
 * The temperature the link leads to, kept by a controller. A status that marks the reading bad makes it NaN. Faults as in
 * {@link BufferedMeter}.
 */
public interface Bath {

    /** @param lowestKelvin smallest allowed setpoint */
    record Capability(double lowestKelvin, double highestKelvin) {}

    Capability capability();

    Identity identify(Duration within);

    double measureKelvin(Duration within);

    /** Sets the setpoint, within the limits, and reads it back. */
    void setSetpoint(double kelvin, Duration within);

    /** Asks for the setpoint in force. */
    double measureSetpoint(Duration within);

    void resynchronise(Duration within);

    /** The same bath, whose exchanges go next after the one in flight: for the way to the safe state. */
    default Bath urgent() {
        return this;
    }
}
