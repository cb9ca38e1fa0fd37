package org.fieldfall.protocols.sequence;

import java.time.Duration;

/**
 * The time the experiment lives in: ramps, dwells, thermal times, phase deadlines. On a rig it is the wall clock; in a
 * dry run it is the simulated world's, which may run faster. Safe to share between threads.
 */
public interface RigClock {

    /** Seconds since this clock's epoch; never goes back. */
    double seconds();

    /**
     * Waits until the clock shows {@code seconds}, but no longer than {@code atMost} of wall time.
     *
     * @return true if the time has come
     */
    boolean waitUntil(double seconds, Duration atMost) throws InterruptedException;

    /** Says how fast the clock may run from now on. A rig's clock has only one pace and ignores this. */
    void pace(Pace pace);
}
