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

    @Override
    public boolean waitUntil(double seconds, Duration atMost) {
        now = Math.max(now, Math.min(seconds, now + 0.1));
        due.stream().filter(d -> d.seconds() <= now).forEach(d -> d.action().run());
        due.removeIf(d -> d.seconds() <= now);
        return now >= seconds;
    }

    @Override
    public void pace(Pace pace) {}
}
