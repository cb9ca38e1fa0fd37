package org.fieldfall.protocols.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.OperatorSaid;
import org.fieldfall.protocols.run.RunEvent;

/**
 * The one way into a run for whoever operates it: Ctrl-C, a command in another process, a page. From any thread, at any
 * moment; every call answers at once and waits for nobody. STOP and EMERGENCY are never taken back, the stronger one wins.
 *
 * <p>It also holds what has been latched: a guard that found a bad level stays here until somebody acknowledges it.
 */
public final class RunControl {

    /** What ends a run. */
    public enum Press {
        /** Leave the phase now and bring the rig to its safe state at the safe rate. */
        STOP,
        /** Skip all plan code, only the safe-state commands. */
        EMERGENCY
    }

    /** A press and who made it. */
    public record Pressed(Press press, String who) {}

    /**
     * What became of a request.
     *
     * @param isTaken whether anything follows from it
     * @param words what does, or why nothing does
     */
    public record Answer(boolean isTaken, String words) {}

    /**
     * A guard that found a bad level and has not been acknowledged.
     *
     * @param message value, limit and what follows
     */
    public record Latch(String guard, Consequence consequence, String message) {}

    /**
     * How the run stands at this moment.
     *
     * @param phase name of the phase, or of the last one; empty before the first
     * @param heldBecause why it is held, or is going to be
     */
    public record Standing(RunState state, String phase, Optional<String> heldBecause, List<Latch> latched) {
        public Standing {
            latched = List.copyOf(latched);
        }
    }

    /** An act of an operator that the record has not been told of. */
    interface Act {
        RunEvent at(double rigSeconds);
    }

    private final Queue<Act> untold = new ConcurrentLinkedQueue<>();
    private final Map<String, Latch> latched = new LinkedHashMap<>();
    private volatile Optional<Pressed> pressed = Optional.empty();
    private volatile Optional<String> hold = Optional.empty();
    private RunState state = RunState.IDLE;
    private String phase = "";

    /** Asks the run to stop where it is and keep the field; within 0.1 s, in a sweep or an upload at its end. */
    public synchronized Answer hold(String who) {
        if (state.isOver() || state == RunState.STOPPING || pressed.isPresent()) {
            return new Answer(false, "nothing to hold: the run is " + state);
        }
        if (hold.isPresent()) {
            return new Answer(true, "held already: " + hold.get());
        }
        hold = Optional.of("HOLD by " + who);
        acted("HOLD", who);
        return new Answer(true, "HOLD: the field is kept where it is; a sweep or an upload is finished first");
    }

    /** Lets a held run go on; refused while a guard that holds it has not been acknowledged. */
    public synchronized Answer resume(String who) {
        if (hold.isEmpty()) {
            return new Answer(false, "nothing to resume: the run is " + state);
        }
        for (Latch latch : latched.values()) {
            if (latch.consequence() == Consequence.HOLD) {
                return new Answer(false, "not resumed: acknowledge the guard first; " + latch.message());
            }
        }
        hold = Optional.empty();
        acted("RESUME", who);
        return new Answer(true, "RESUME: the run goes on");
    }

    public Answer stop(String who) {
        return press(Press.STOP, who);
    }

    public Answer emergency(String who) {
        return press(Press.EMERGENCY, who);
    }

    private synchronized Answer press(Press press, String who) {
        if (state.isOver()) {
            return new Answer(false, "the run is over already, " + state);
        }
        if (pressed.isPresent() && pressed.get().press().compareTo(press) >= 0) {
            return new Answer(
                    true,
                    pressed.get().press() + " was pressed already, by "
                            + pressed.get().who());
        }
        pressed = Optional.of(new Pressed(press, who));
        acted(press.name(), who);
        return new Answer(
                true,
                press == Press.STOP
                        ? "STOP: the rig goes to its safe state at the safe rate"
                        : "EMERGENCY: only the safe-state commands from here on");
    }

    /**
     * Acknowledges a latched guard. What it guards is looked at again at the next reading: a level that is still bad
     * latches again.
     *
     * @param guard name of the guard; empty for all that are latched
     * @param text what was seen or done about it, not blank
     */
    public synchronized Answer acknowledge(String guard, String who, String text) {
        List<String> meant = guard.isEmpty() ? List.copyOf(latched.keySet()) : List.of(guard);
        if (meant.isEmpty() || !latched.keySet().containsAll(meant)) {
            String there = latched.isEmpty() ? "none is" : "latched: " + String.join(", ", latched.keySet());
            return new Answer(false, "no guard" + (guard.isEmpty() ? "" : " " + guard) + " is latched; " + there);
        }
        if (who.isBlank() || text.isBlank()) {
            return new Answer(false, "an acknowledgement needs a name and a text");
        }
        meant.forEach(name -> {
            latched.remove(name);
            untold.add(at -> new OperatorSaid(at, who, name, text));
        });
        return new Answer(true, "acknowledged: " + String.join(", ", meant));
    }

    /** Puts a remark into the record. */
    public synchronized Answer note(String who, String text) {
        if (state.isOver()) {
            return new Answer(false, "the run is over; annotate its record instead");
        }
        if (text.isBlank()) {
            return new Answer(false, "the note is empty");
        }
        untold.add(at -> new OperatorSaid(at, who, "", text));
        return new Answer(true, "noted");
    }

    public synchronized Standing standing() {
        return new Standing(state, phase, hold, List.copyOf(latched.values()));
    }

    public Optional<Pressed> pressed() {
        return pressed;
    }

    private void acted(String act, String who) {
        untold.add(at -> new OperatorActed(at, act, who));
    }

    // What follows is the run's own side.

    boolean isHoldAsked() {
        return hold.isPresent();
    }

    synchronized void stands(RunState now) {
        state = now;
    }

    synchronized void enters(String name) {
        phase = name;
    }

    /** @return false if it is latched already */
    synchronized boolean latch(Latch latch) {
        boolean isNew = latched.putIfAbsent(latch.guard(), latch) == null;
        if (isNew && latch.consequence() == Consequence.HOLD) {
            hold = Optional.of(latch.message());
        }
        return isNew;
    }

    /** Takes the acts that the record has not been told of, oldest first. */
    List<Act> takeUntold() {
        List<Act> taken = new ArrayList<>();
        for (Act next = untold.poll(); next != null; next = untold.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
