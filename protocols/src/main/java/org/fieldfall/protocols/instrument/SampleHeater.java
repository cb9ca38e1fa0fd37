package org.fieldfall.protocols.instrument;

import java.time.Duration;

/**
 * Heats the sample's platform by a known power. The host times a pulse: its length is known by the send times.
 */
public interface SampleHeater {

    /**
     * What a heater can do.
     *
     * @param largestWatts most power
     * @param relativeSigma how well the power is known
     */
    record Capability(double largestWatts, double relativeSigma) {}

    Capability capability();

    Identity identify(Duration within);

    /** Heats with the nearest power the instrument can set, and answers it. Refuses more than the limit. */
    double on(double watts, Duration within);

    /** Heats no more, and asks back that it is so. */
    void off(Duration within);

    void resynchronise(Duration within);

    /** The same heater, whose exchanges go next after the one in flight: for the way to the safe state. */
    default SampleHeater urgent() {
        return this;
    }
}
