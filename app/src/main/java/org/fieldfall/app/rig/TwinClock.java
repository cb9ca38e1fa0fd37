package org.fieldfall.app.rig;

import java.time.Duration;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.RigClock;
import org.fieldfall.simulator.VirtualRig;

/** The simulated world's time as rig clock. Safe to share between threads. */
final class TwinClock implements RigClock {

    /**
     * How far the world may run on unwatched while a thermometer fills its memory. On a machine that stalls, the world
     * waits instead of overrunning the instrument; two such stretches are what a plan leaves free in its memory.
     */
    private static final double LEASH_SECONDS = 10;

    private final VirtualRig rig;
    private final Speed speed;
    private volatile boolean isLeaping;
    private volatile boolean isLeashed;

    TwinClock(VirtualRig rig, Speed speed) {
        this.rig = rig;
        this.speed = speed;
    }

    @Override
    public double seconds() {
        return rig.seconds();
    }

    @Override
    public boolean waitUntil(double seconds, Duration atMost) throws InterruptedException {
        if (isLeaping) {
            rig.leapTo(seconds);
        }
        if (isLeashed) {
            rig.noFurtherThan(rig.seconds() + LEASH_SECONDS);
        }
        return rig.waitUntil(seconds, atMost);
    }

    @Override
    public void pace(Pace pace) {
        isLeashed = pace == Pace.ACQUIRING;
        rig.noFurtherThan(isLeashed ? rig.seconds() + LEASH_SECONDS : Double.POSITIVE_INFINITY);
        isLeaping = pace == Pace.WAITING && speed.isLeaping();
        rig.speed(pace == Pace.REAL ? 1 : speed.fastest());
    }
}
