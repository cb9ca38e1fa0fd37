package org.fieldfall.protocols.instrument;

import java.time.Duration;

/**
 * Adds a slow field along the fast coil's, constant over a shot. It ramps at one rate of its own; the host says where to and
 * looks. Faults as in {@link BufferedMeter}.
 */
public interface BiasMagnet {

    /**
     * What it may do.
     *
     * @param largestTesla limit of the field's magnitude
     * @param teslaPerSecond the rate of its ramps
     * @param smallestStepTesla resolution of what is sent to it
     */
    record Capability(double largestTesla, double teslaPerSecond, double smallestStepTesla) {

        public Capability {
            if (!(largestTesla > 0 && teslaPerSecond > 0 && smallestStepTesla > 0)) {
                throw new IllegalArgumentException("a bias magnet needs a field, a rate and a step above zero, not "
                        + largestTesla + " T, " + teslaPerSecond + " T/s, " + smallestStepTesla + " T");
            }
        }

        /** How long it takes from one field to another. */
        public double seconds(double fromTesla, double toTesla) {
            return Math.abs(toTesla - fromTesla) / teslaPerSecond;
        }
    }

    /** What it is doing. */
    enum State {
        /** Its field is on the way. */
        RAMPING,
        /** Its field stays where it is. */
        RESTING,
        /** It has seen turns of its magnet become normal: its field collapses, and it takes no ramp until a person clears that. */
        MAGNET_QUENCH
    }

    /** Asks nothing. */
    Capability capability();

    /** Asks who it is and refuses any other model. */
    Identity identify(Duration within);

    /**
     * Sets target and rate, reads both back and lets it go; it is on its way when this returns. Refuses what is beyond the
     * limit by {@link IllegalArgumentException} before anything is sent, and after a magnet quench by {@link
     * InstrumentFaultException}.
     */
    void rampTo(double tesla, Duration within);

    State state(Duration within);

    /** The field its current makes now. */
    double measureTesla(Duration within);

    void resynchronise(Duration within);

    /** The same magnet, whose exchanges go next after the one in flight: for the way to the safe state. */
    default BiasMagnet urgent() {
        return this;
    }
}
