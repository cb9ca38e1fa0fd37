package org.fieldfall.protocols.sequence;

import java.util.Optional;

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

    private volatile Optional<Pressed> pressed = Optional.empty();

    /** Presses the switch; a weaker press after a stronger one changes nothing. */
    public synchronized void press(Press press, String who) {
        if (pressed.isEmpty() || pressed.get().press().compareTo(press) < 0) {
            pressed = Optional.of(new Pressed(press, who));
        }
    }

    public Optional<Pressed> pressed() {
        return pressed;
    }
}
