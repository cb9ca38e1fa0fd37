package org.fieldfall.protocols.sequence;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The operator's way to end a run, from any thread, at any moment, without waiting. A press is never taken back; the
 * stronger one wins.
 */
public final class StopSwitch {

    /** What the operator wants. */
    public enum Press {
        /** Leave the phase now and bring the rig to its safe state at the safe rate. */
        STOP,
        /** Skip all plan code, only the safe-state commands. */
        EMERGENCY
    }

    /** A press and who made it. */
    public record Pressed(Press press, String who) {}

    private final Queue<Pressed> untold = new ConcurrentLinkedQueue<>();
    private volatile Optional<Pressed> pressed = Optional.empty();

    /** Presses the switch; a weaker press after a stronger one changes nothing. */
    public synchronized void press(Press press, String who) {
        if (pressed.isEmpty() || pressed.get().press().compareTo(press) < 0) {
            pressed = Optional.of(new Pressed(press, who));
            untold.add(pressed.get());
        }
    }

    /** Takes the next press that changed something and has not been told, oldest first. */
    Optional<Pressed> takeUntold() {
        return Optional.ofNullable(untold.poll());
    }

    public Optional<Pressed> pressed() {
        return pressed;
    }
}
