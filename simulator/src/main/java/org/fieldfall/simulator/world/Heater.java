package org.fieldfall.simulator.world;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A resistor on the platform under a driven current. What the driving instrument is told takes effect late, by a time
 * that the dice say: the driver's own slowness. Not for sharing between threads.
 */
public final class Heater {

    private static final int JITTER_STREAM = 3002;

    private final double ohm;
    private final double jitterSeconds;
    private final Dice dice;
    private final Deque<Change> pending = new ArrayDeque<>();
    private double amperes;
    private double lastAsked;
    private long lastTick;
    private int changes;

    /** @param jitterSeconds rms of the delay from a command to its effect; never below zero */
    public Heater(double ohm, double jitterSeconds, Dice dice) {
        if (!(ohm > 0) || !(jitterSeconds >= 0)) {
            throw new IllegalArgumentException("a heater needs a resistance above 0 and no negative jitter, not " + ohm
                    + " Ohm, " + jitterSeconds + " s");
        }
        this.ohm = ohm;
        this.jitterSeconds = jitterSeconds;
        this.dice = dice;
    }

    private record Change(long tick, double amperes) {}

    /** No heater. */
    static Heater none() {
        return new Heater(1, 0, new Dice(0));
    }

    /** Drives a current, as far as the compliance lets it through. */
    public void drive(double wantedAmperes, double complianceVolts, long tick) {
        double reached = Math.min(wantedAmperes, complianceVolts / ohm);
        if (reached == lastAsked) {
            return;
        }
        double delay = jitterSeconds * Math.abs(dice.normal(JITTER_STREAM, changes++));
        lastTick = Math.max(lastTick, tick + Math.round(delay / World.TICK_SECONDS));
        lastAsked = reached;
        pending.add(new Change(lastTick, reached));
    }

    double watt() {
        return amperes * amperes * ohm;
    }

    /** Does what is due by this tick. */
    void arrive(long tick) {
        while (!pending.isEmpty() && pending.getFirst().tick <= tick) {
            amperes = pending.removeFirst().amperes;
        }
    }

    /** Changes that are due already wait for the next {@link #arrive}. */
    long nextChange(long tick) {
        return pending.isEmpty() ? Long.MAX_VALUE : Math.max(tick + 1, pending.getFirst().tick);
    }
}
