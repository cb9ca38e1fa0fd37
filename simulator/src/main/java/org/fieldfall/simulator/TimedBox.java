package org.fieldfall.simulator;

import java.util.random.RandomGenerator;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.wire.ReplyFaults;

/**
 * An instrument that hears each line at the world time it arrives, and may be struck dumb, cut off or misheard. Safe to share between threads;
 * the twin is the lock.
 */
final class TimedBox implements Box {

    private final Box instrument;
    private final Twin twin;
    private final WorldClock clock;
    private final ReplyFaults replies;
    private volatile boolean silent;
    private boolean cutOff;

    /** @param random for what befalls its replies */
    TimedBox(Box instrument, Twin twin, WorldClock clock, RandomGenerator random) {
        this.instrument = instrument;
        this.twin = twin;
        this.clock = clock;
        this.replies = new ReplyFaults(System::nanoTime, random);
    }

    /** What befalls its replies; for whoever holds the twin. */
    ReplyFaults replies() {
        return replies;
    }

    /** Nothing reaches it and nothing leaves it; for whoever holds the twin. */
    void cutOff(boolean isCutOff) {
        cutOff = isCutOff;
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
            if (!cutOff) {
                instrument.hear(line);
            }
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
            replies.forget();
        }
    }

    @Override
    public boolean isBusy() {
        synchronized (twin) {
            twin.advanceTo(clock.seconds());
            return instrument.isBusy() || replies.isHolding();
        }
    }

    @Override
    public String say() {
        synchronized (twin) {
            String text = instrument.say();
            return silent || cutOff ? "" : replies.pass(text);
        }
    }
}
