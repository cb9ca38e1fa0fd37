package org.fieldfall.protocols.sequence;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RunListener;

/**
 * Performs phases in order and brings every instrument to its safe state on every way out: success, fault, guard, stop,
 * emergency, interrupt. Runs on the thread that calls it; only {@link #state()} may be asked from others.
 */
public final class Sequencer {

    /** Where a run stands. */
    public enum State {
        IDLE,
        RUNNING,
        STOPPING,
        SAFE,
        FAULT
    }

    private final RigClock clock;
    private final StopSwitch stop;
    /** Hears each press of the stop switch before the next event. */
    private final RunListener listener;

    private final RunListener told;
    private final Conduct conduct;
    private final List<SafeStep> wayToSafety;
    private volatile State state = State.IDLE;

    /**
     * @param watches what beside the instruments' readings passes the guards
     * @param wayToSafety one step per instrument, in the order of the rig file
     */
    public Sequencer(
            RigClock clock,
            StopSwitch stop,
            List<LevelGuard> guards,
            List<Watch> watches,
            RunListener listener,
            List<SafeStep> wayToSafety) {
        this.clock = clock;
        this.stop = stop;
        this.listener = event -> {
            tellPresses(listener);
            listener.heard(event);
        };
        this.told = listener;
        this.conduct = new Conduct(clock, stop, guards, watches, this.listener);
        this.wayToSafety = List.copyOf(wayToSafety);
    }

    public State state() {
        return state;
    }

    /** Performs the phases, then goes to the safe state. Never throws what a phase threw: it is in the answer. */
    public RunEnd run(List<? extends Phase> phases) {
        if (state != State.IDLE) {
            throw new IllegalStateException("a sequencer runs once, this one is " + state);
        }
        state = State.RUNNING;
        Optional<Exception> cause = performAll(phases);
        state = State.STOPPING;
        // The way to safety must not fall over an interrupt that ended the phase: it is put back afterwards.
        boolean wasInterrupted = Thread.interrupted() || cause.orElse(null) instanceof InterruptedException;
        boolean isSafe = goSafe();
        tellPresses(told);
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        state = isSafe ? State.SAFE : State.FAULT;
        return new RunEnd(status(cause, isSafe), isSafe, cause);
    }

    private RunEnd.Status status(Optional<Exception> cause, boolean isSafe) {
        if (cause.isEmpty()) {
            return isSafe ? RunEnd.Status.SUCCESS : RunEnd.Status.FAILED;
        }
        boolean byOperator = cause.get() instanceof StoppedException || cause.get() instanceof InterruptedException;
        return byOperator ? RunEnd.Status.ABORTED : RunEnd.Status.FAILED;
    }

    private Optional<Exception> performAll(List<? extends Phase> phases) {
        for (Phase phase : phases) {
            try {
                perform(phase);
            } catch (InterruptedException | RuntimeException failed) {
                return ended(phase, failed);
            }
        }
        return Optional.empty();
    }

    private void perform(Phase phase) throws InterruptedException {
        conduct.enter(phase.name(), phase.deadlineSeconds());
        listener.heard(new PhaseStarted(clock.seconds(), phase.name(), phase.deadlineSeconds()));
        conduct.checkpoint();
        phase.enter(conduct);
        // A stop that came during the entry test must not find an action, which may be one that nothing cuts, begun.
        conduct.checkpoint();
        phase.perform(conduct);
        Outcome outcome = phase.leave(conduct);
        conduct.checkpoint();
        listener.heard(new PhaseEnded(clock.seconds(), phase.name(), outcome.quality(), outcome.why()));
    }

    private Optional<Exception> ended(Phase phase, Exception why) {
        String reason = String.valueOf(why.getMessage());
        listener.heard(new PhaseEnded(clock.seconds(), phase.name(), Quality.FAILED, reason));
        return Optional.of(why);
    }

    private void tellPresses(RunListener to) {
        for (var press = stop.takeUntold(); press.isPresent(); press = stop.takeUntold()) {
            to.heard(new OperatorActed(
                    clock.seconds(), press.get().press().name(), press.get().who()));
        }
    }

    private boolean goSafe() {
        clock.pace(Pace.REAL);
        return new WayToSafety(clock, listener, wayToSafety).go();
    }
}
