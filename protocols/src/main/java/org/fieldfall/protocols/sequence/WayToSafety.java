package org.fieldfall.protocols.sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SafeStateStep;

/**
 * Brings all instruments to their safe states in rounds: each gets its turn, in order, whatever became of the one before;
 * those not seen safe get another turn, because a line that is lost may come back, until the patience is over.
 *
 * <p>An interrupt ends the rounds and is kept.
 */
public final class WayToSafety {

    /** Longest rig time from the first round to the last; a replugged line is usable again within a few seconds. */
    private static final double PATIENCE_SECONDS = 60;

    private static final double FIRST_PAUSE_SECONDS = 1;
    private static final double LONGEST_PAUSE_SECONDS = 5;
    private static final Duration BEAT = Duration.ofMillis(100);

    private final RigClock clock;
    private final RunListener listener;
    private final List<SafeStep> steps;
    private final Set<SafeStep> lostForGood = Collections.newSetFromMap(new IdentityHashMap<>());

    public WayToSafety(RigClock clock, RunListener listener, List<SafeStep> steps) {
        this.clock = clock;
        this.listener = listener;
        this.steps = steps;
    }

    /** @return true if every instrument was seen in its safe state */
    public boolean go() {
        double end = clock.seconds() + PATIENCE_SECONDS;
        double pause = FIRST_PAUSE_SECONDS;
        List<SafeStep> open = round(steps);
        while (!lostForGood.containsAll(open) && clock.seconds() + pause < end && isPaused(pause)) {
            pause = Math.min(2 * pause, LONGEST_PAUSE_SECONDS);
            open = round(open);
        }
        open.forEach(this::giveUp);
        return open.isEmpty();
    }

    private List<SafeStep> round(List<SafeStep> turns) {
        List<SafeStep> open = new ArrayList<>();
        for (SafeStep step : turns) {
            if (lostForGood.contains(step) || !isBrought(step)) {
                open.add(step);
            }
        }
        return open;
    }

    private boolean isBrought(SafeStep step) {
        try {
            return step.bring(clock, listener);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            tell(step, "safe state", "interrupted on the way to it");
        } catch (RuntimeException failed) {
            tell(step, "safe state", String.valueOf(failed.getMessage()));
            if (failed instanceof InstrumentException fault && fault.isForGood()) {
                lostForGood.add(step);
            }
        }
        return false;
    }

    /** @return false if it was interrupted */
    private boolean isPaused(double seconds) {
        double until = clock.seconds() + seconds;
        try {
            boolean isOver;
            do {
                isOver = clock.waitUntil(until, BEAT);
            } while (!isOver);
            return !Thread.currentThread().isInterrupted();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void giveUp(SafeStep step) {
        tell(
                step,
                "give up",
                Figure.text("NOT SEEN SAFE, tried for up to %g s: make it safe by hand", PATIENCE_SECONDS));
    }

    private void tell(SafeStep step, String what, String came) {
        listener.heard(new SafeStateStep(clock.seconds(), step.instrument(), what, came, false));
    }
}
