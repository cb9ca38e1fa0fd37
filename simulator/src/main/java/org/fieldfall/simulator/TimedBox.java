package org.fieldfall.simulator;

import org.fieldfall.simulator.wire.Box;

/**
 * An instrument that hears each line at the world time it arrives, and may be struck dumb. Safe to share between threads;
 * the twin is the lock.
 */
final class TimedBox implements Box {

    private final Box instrument;
    private final Twin twin;
    private final WorldClock clock;
    private volatile boolean silent;

    TimedBox(Box instrument, Twin twin, WorldClock clock) {
        this.instrument = instrument;
        this.twin = twin;
        this.clock = clock;
    }

    /** It hears and obeys, but what it says is lost. */
    void silence(boolean isSilent) {
        silent = isSilent;
    }

    @Override
    public void pickUp() {
        synchronized (twin) {
            instrument.pickUp();
        }
    }

    @Override
    public void hear(String line) {
        synchronized (twin) {
            twin.advanceTo(clock.seconds());
            instrument.hear(line);
        }
    }

    @Override
    public void hearTooMuch() {
        synchronized (twin) {
            instrument.hearTooMuch();
        }
    }

    @Override
    public void hangUp() {
        synchronized (twin) {
            instrument.hangUp();
        }
    }

    @Override
    public boolean isBusy() {
        synchronized (twin) {
            twin.advanceTo(clock.seconds());
            return instrument.isBusy();
        }
    }

    @Override
    public String say() {
        synchronized (twin) {
            String text = instrument.say();
            return silent ? "" : text;
        }
    }
}
