package org.fieldfall.protocols.instrument;

import java.time.Duration;

/** The current through the sample thermometer: its level, its reversal, zero. */
public interface Excitation {

    /** @param largestAmperes limit of the current's magnitude */
    record Capability(double largestAmperes, double relativeSigma) {}

    Capability capability();

    Identity identify(Duration within);

    /** Sets the current, negative for the reversed one, zero for none; reads it back. Refuses more than the limit. */
    void set(double amperes, Duration within);

    /** The current the source measures or, where it cannot, the level it reads back. */
    double measureAmperes(Duration within);

    void resynchronise(Duration within);

    /** The same source, whose exchanges go next after the one in flight: for the way to the safe state. */
    default Excitation urgent() {
        return this;
    }
}
