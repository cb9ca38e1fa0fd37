package org.fieldfall.protocols.sequence;

import java.time.Duration;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SafeStateStep;

/** One instrument's turn on the way to safety: what time it has, and the ear of the record. Used by one thread. */
public final class Turn {

    /** Longest wall time of one exchange. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration BEAT = Duration.ofMillis(100);

    private final RigClock clock;
    private final RunListener listener;
    private final String instrument;
    private final double end;

    /** @param end rig time at which the turn is over */
    Turn(RigClock clock, RunListener listener, String instrument, double end) {
        this.clock = clock;
        this.listener = listener;
        this.instrument = instrument;
        this.end = end;
    }

    /** @throws OutOfTimeException if nothing is left of the turn */
    public double leftSeconds() {
        double left = end - clock.seconds();
        if (!(left > 0)) {
            throw new OutOfTimeException(Figure.text("%s: not safe within its deadline", instrument));
        }
        return left;
    }

    /** How long the next exchange may take. */
    public Duration within() {
        Duration left = Duration.ofMillis((long) Math.ceil(1000 * leftSeconds()));
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    public double seconds() {
        return clock.seconds();
    }

    public void waitFor(double seconds) throws InterruptedException {
        double until = clock.seconds() + seconds;
        boolean isOver;
        do {
            isOver = leftSeconds() > 0 && clock.waitUntil(until, BEAT);
        } while (!isOver);
    }

    /** Writes a step down: what was sent, what was seen, and whether that is safe. */
    public void tell(String command, String readback, boolean isSafe) {
        listener.heard(new SafeStateStep(clock.seconds(), instrument, command, readback, isSafe));
    }

    /** The turn is over and the instrument was not seen safe. */
    static final class OutOfTimeException extends RuntimeException {
        OutOfTimeException(String message) {
            super(message);
        }
    }
}
