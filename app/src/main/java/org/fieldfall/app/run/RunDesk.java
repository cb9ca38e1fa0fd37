package org.fieldfall.app.run;

import org.fieldfall.app.guard.OperatorDesk;
import org.fieldfall.app.guard.Standing;
import org.fieldfall.protocols.sequence.RunControl;

/** A run's control as the desk that other processes speak to. Safe to share between threads. */
public record RunDesk(RunControl control) implements OperatorDesk {

    private static Reply reply(RunControl.Answer answer) {
        return new Reply(answer.isTaken(), answer.words());
    }

    @Override
    public Reply hold(String who) {
        return reply(control.hold(who));
    }

    @Override
    public Reply resume(String who) {
        return reply(control.resume(who));
    }

    @Override
    public Reply stop(String who) {
        return reply(control.stop(who));
    }

    @Override
    public Reply emergency(String who) {
        return reply(control.emergency(who));
    }

    @Override
    public Reply acknowledge(String guard, String who, String text) {
        return reply(control.acknowledge(guard, who, text));
    }

    @Override
    public Reply note(String who, String text) {
        return reply(control.note(who, text));
    }

    @Override
    public Standing standing() {
        RunControl.Standing now = control.standing();
        return new Standing(
                now.state().name(),
                now.phase(),
                now.heldBecause(),
                now.latched().stream()
                        .map(latch -> latch.guard() + ": " + latch.message())
                        .toList());
    }
}
