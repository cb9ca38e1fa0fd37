package org.fieldfall.protocols.sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SafeStateStep;

/**
 * Brings all instruments to their safe states in rounds: each gets its turn, in order, whatever became of the one before;
 * those not seen safe get another turn, because a line that is lost may come back, until their own deadlines are over. So
 * the whole way takes no longer than the sum of the deadlines.
 *
 * <p>An interrupt ends the rounds and is kept.
 */
public final class WayToSafety {

    private static final double FIRST_PAUSE_SECONDS = 1;
    private static final double LONGEST_PAUSE_SECONDS = 5;
    private static final Duration BEAT = Duration.ofMillis(100);

    private final RigClock clock;
    private final RunListener listener;
    private final List<Traveller> all;

    public WayToSafety(RigClock clock, RunListener listener, List<SafeTurn> turns) {
        this.clock = clock;
        this.listener = listener;
        this.all = turns.stream().map(Traveller::new).toList();
    }

    /** @return true if every instrument was seen in its safe state */
    public boolean go() {
        double pause = FIRST_PAUSE_SECONDS;
        List<Traveller> open = round(all);
        while (open.stream().anyMatch(Traveller::hasTime) && isPaused(pause, open)) {
            pause = Math.min(2 * pause, LONGEST_PAUSE_SECONDS);
            open = round(open);
        }
        open.forEach(Traveller::giveUp);
        return open.isEmpty();
    }

    private static List<Traveller> round(List<Traveller> turns) {
        List<Traveller> open = new ArrayList<>();
        for (Traveller traveller : turns) {
            if (!traveller.isBrought()) {
                open.add(traveller);
            }
        }
        return open;
    }

    /** @return false if it was interrupted */
    private boolean isPaused(double seconds, List<Traveller> waiting) {
        double from = clock.seconds();
        try {
            boolean isOver;
            do {
                isOver = clock.waitUntil(from + seconds, BEAT);
            } while (!isOver);
            return !Thread.currentThread().isInterrupted();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.forEach(traveller -> traveller.spent(clock.seconds() - from));
        }
    }

    /** An instrument on the way. */
    private final class Traveller {

        private final SafeTurn place;
        private double spentSeconds;
        private boolean isLostForGood;

        Traveller(SafeTurn place) {
            this.place = place;
        }

        boolean hasTime() {
            return !isLostForGood && spentSeconds < place.deadlineSeconds();
        }

        void spent(double seconds) {
            spentSeconds += seconds;
        }

        boolean isBrought() {
            if (!hasTime()) {
                return false;
            }
            double from = clock.seconds();
            String instrument = place.step().instrument();
            Turn turn = new Turn(clock, listener, instrument, from + place.deadlineSeconds() - spentSeconds);
            try {
                return place.step().bring(turn);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                tell("safe state", "interrupted on the way to it");
            } catch (RuntimeException failed) {
                tell("safe state", String.valueOf(failed.getMessage()));
                isLostForGood = failed instanceof InstrumentException fault && fault.isForGood();
            } finally {
                spent(clock.seconds() - from);
            }
            return false;
        }

        void giveUp() {
            String means = place.otherMeans().isEmpty() ? "make it safe by hand" : place.otherMeans();
            tell("give up", Figure.text("NOT SEEN SAFE, tried for %.0f s: %s", spentSeconds, means));
        }

        private void tell(String what, String came) {
            listener.heard(new SafeStateStep(clock.seconds(), place.step().instrument(), what, came, false));
        }
    }
}
