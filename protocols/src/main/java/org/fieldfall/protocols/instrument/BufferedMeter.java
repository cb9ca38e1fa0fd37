package org.fieldfall.protocols.instrument;

import java.time.Duration;

/**
 * A meter that fills its own memory on its own clock and is drained while it does, or reads one value at a time while the
 * host waits.
 *
 * <p>Methods that take a duration go to the wire and may throw {@link NoReplyException}, {@link GarbledReplyException},
 * {@link InstrumentFaultException} or {@link LineLostException}. Not for sharing between threads.
 */
public interface BufferedMeter {

    MeterCapability capability();

    /** Asks who it is and refuses any other model. */
    Identity identify(Duration within);

    /** Takes one reading, integrated over {@code apertureSeconds}, in the meter's raw unit; NaN if marked invalid. */
    double readOnce(double apertureSeconds, Duration within);

    /** Sets up a timed acquisition. Refuses what the meter cannot do. */
    void configure(Sampling sampling, Duration within);

    /**
     * Starts the configured acquisition, or arms it where the sampling waits for the trigger line; it runs, or waits, when
     * this returns. A single reading ends what was configured before it: {@link IllegalStateException}.
     */
    void start(Duration within);

    /**
     * Takes what has been read since the last drain; empty if nothing is ready. Never waits for more readings.
     *
     * <p>A reading's place is its time. Readings that are lost on the way, and it is certain how many, leave a gap before
     * the block: its first index tells. If their number is not certain, or more and more are lost, the acquisition is over:
     * {@link InstrumentFaultException}, as without any acquisition.
     */
    SampleBlock drain(Duration within);

    /**
     * Takes one value of now without disturbing the acquisition, where its readings can be drained only after it; it is not
     * one of them.
     */
    default double glance(Duration within) {
        throw new UnsupportedOperationException("this meter is drained while it acquires");
    }

    /**
     * Ends an acquisition whose readings can be drained only afterwards: {@link #drain} brings them then, the last time an
     * empty block. {@link #stop} gives up what is left of them.
     */
    default void halt(Duration within) {
        throw new UnsupportedOperationException("this meter is drained while it acquires");
    }

    /** Ends an acquisition; readings not drained are lost. Does nothing when none runs. */
    void stop(Duration within);

    /** Ends a half-sent line and drops late answers. */
    void resynchronise(Duration within);

    /** The same meter, whose exchanges go next after the one in flight: for the way to the safe state. */
    default BufferedMeter urgent() {
        return this;
    }
}
