package org.fieldfall.protocols.sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A rig clock that leaps to wherever it is asked to wait, and may do something on the way. */
public final class HandMovedRigClock implements RigClock {

    private record Due(double seconds, Runnable action) {}

    private final List<Due> due = new ArrayList<>();
    private double now;

    /** Does something once when the clock first reaches a time. */
    public void at(double seconds, Runnable action) {
        due.add(new Due(seconds, action));
    }

    @Override
    public double seconds() {
        return now;
    }

    /** Lets time go by, as an exchange on a line does. */
    public void pass(double seconds) {
        now += seconds;
        List<Due> come = due.stream().filter(d -> d.seconds() <= now).toList();
        due.removeAll(come);
        come.forEach(d -> d.action().run());
    }

    /** @throws InterruptedException if the thread was interrupted, as a clock that really waits does */
    @Override
    public boolean waitUntil(double seconds, Duration atMost) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while it waited");
        }
        pass(Math.max(0, Math.min(seconds - now, 0.1)));
        return now >= seconds;
    }

    @Override
    public void pace(Pace pace) {}
}
