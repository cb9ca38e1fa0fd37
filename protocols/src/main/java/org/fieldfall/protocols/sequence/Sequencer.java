package org.fieldfall.protocols.sequence;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RunListener;

/**
 * Performs phases in order and brings every instrument to its safe state on every way out: success, fault, guard, stop,
 * emergency, interrupt. Runs on the thread that calls it; others ask and command through the {@link RunControl}.
 */
public final class Sequencer {

    private final RigClock clock;
    private final RunControl control;
    private final Conduct conduct;
    private final List<SafeTurn> wayToSafety;

    /** @param wayToSafety one turn per instrument, in the order of the rig file */
    public Sequencer(
            RigClock clock,
            RunControl control,
            Safeguards safeguards,
            RunListener listener,
            List<SafeTurn> wayToSafety) {
        this.clock = clock;
        this.control = control;
        this.conduct = new Conduct(clock, control, safeguards, listener);
        this.wayToSafety = List.copyOf(wayToSafety);
    }

    /** Performs the phases, then goes to the safe state. Never throws what a phase threw: it is in the answer. */
    public RunEnd run(List<? extends Phase> phases) {
        if (control.standing().state() != RunState.IDLE) {
            throw new IllegalStateException(
                    "a sequencer runs once, this one is " + control.standing().state());
        }
        control.stands(RunState.RUNNING);
        Optional<Exception> cause = performAll(phases);
        control.stands(RunState.STOPPING);
        // The way to safety must not fall over an interrupt that ended the phase: it is put back afterwards.
        boolean wasInterrupted = Thread.interrupted() || cause.orElse(null) instanceof InterruptedException;
        clock.pace(Pace.REAL);
        boolean isSafe = new WayToSafety(clock, conduct.listener(), wayToSafety).go();
        conduct.listener().tellActs();
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        control.stands(isSafe ? RunState.SAFE : RunState.FAULT);
        return new RunEnd(status(cause, isSafe), isSafe, cause);
    }

    private static RunEnd.Status status(Optional<Exception> cause, boolean isSafe) {
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
        conduct.listener().heard(new PhaseStarted(clock.seconds(), phase.name(), phase.deadlineSeconds()));
        conduct.enter(phase.name(), phase.deadlineSeconds());
        conduct.checkpoint();
        phase.enter(conduct);
        // A stop that came during the entry test must not find an action, which may be one that nothing cuts, begun.
        conduct.checkpoint();
        phase.perform(conduct);
        Outcome earned = phase.leave(conduct);
        conduct.checkpoint();
        Outcome outcome = conduct.marked(earned);
        conduct.listener().heard(new PhaseEnded(clock.seconds(), phase.name(), outcome.quality(), outcome.why()));
    }

    private Optional<Exception> ended(Phase phase, Exception why) {
        String reason = String.valueOf(why.getMessage());
        conduct.listener().heard(new PhaseEnded(clock.seconds(), phase.name(), Quality.FAILED, reason));
        return Optional.of(why);
    }
}
