package org.fieldfall.app.rig;

import java.time.Duration;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.RigClock;

/** The wall clock as rig clock, from the moment it was made. Safe to share between threads. */
final class WallClock implements RigClock {

    private final long start = System.nanoTime();

    @Override
    public double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    @Override
    public boolean waitUntil(double seconds, Duration atMost) throws InterruptedException {
        double left = seconds - seconds();
        if (left > 0) {
            long nanos = Math.min((long) (left * 1e9), atMost.toNanos());
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
        return seconds() >= seconds;
    }

    @Override
    public void pace(Pace pace) {}
}
