package org.fieldfall.protocols.instrument;

import java.time.Duration;

/**
 * Makes the field. A ramp is a program that the supply runs by itself; the host only loads, starts and watches it. Each
 * start needs a load of its own since, and a load that is refused leaves nothing to start: {@link IllegalStateException}.
 * What is beyond the capability is refused by {@link IllegalArgumentException} before anything is sent.
 *
 * <p>Every method goes to the wire except {@link #capability()}. Each may throw {@link NoReplyException}, {@link
 * GarbledReplyException}, {@link InstrumentFaultException} or {@link LineLostException}. Not for sharing between threads.
 */
public interface FieldSupply {

    /** Limits of the supply with its coil, as configured: asks nothing. */
    SupplyCapability capability();

    /** Asks who it is and refuses any other model. */
    Identity identify(Duration within);

    /**
     * Makes the supply ready to run programs without changing the field: remote, current mode, compliance, output on. A
     * supply found with current in the coil keeps it.
     */
    void prepare(Duration within);

    /**
     * Loads a program and asks back how many points arrived. Starts nothing. Refuses points beyond the limits.
     *
     * @param within beyond the time in which the points arrive, {@link SupplyCapability#uploadSeconds}
     */
    void load(RampProgram program, Duration within);

    /** Starts the loaded program. */
    void start(Duration within);

    SupplyStatus status(Duration within);

    FieldReading measureField(Duration within);

    /** Ends a half-sent line and drops late answers, so that the next question meets its own answer. */
    void resynchronise(Duration within);

    /**
     * Switches the output off. Refuses when the measured field is above {@code atMostTesla}, because a coil with current
     * in it must not lose its supply.
     */
    void outputOff(double atMostTesla, Duration within);

    /** The same supply, whose exchanges go next after the one in flight: for the way to the safe state. */
    default FieldSupply urgent() {
        return this;
    }
}
