package org.fieldfall.app.guard;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A run that takes everything and remembers it. Safe to share between threads. */
public final class FakeDesk implements OperatorDesk {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String state = "RUNNING";
    private volatile List<String> latched = List.of();

    public List<String> asked() {
        return List.copyOf(asked);
    }

    public void latch(String guard) {
        latched = List.of(guard);
    }

    private Reply taken(String act, String now) {
        asked.add(act);
        state = now;
        return new Reply(true, act);
    }

    @Override
    public Reply hold(String who) {
        return taken("hold by " + who, "HELD");
    }

    @Override
    public Reply resume(String who) {
        return state.equals("HELD")
                ? taken("resume by " + who, "RUNNING")
                : new Reply(false, "nothing to resume: the run is " + state);
    }

    @Override
    public Reply stop(String who) {
        return taken("stop by " + who, "SAFE");
    }

    @Override
    public Reply emergency(String who) {
        return taken("emergency by " + who, "FAULT");
    }

    @Override
    public Reply acknowledge(String guard, String who, String text) {
        latched = List.of();
        return taken("ack of " + (guard.isEmpty() ? "all" : guard) + " by " + who + ": " + text, state);
    }

    @Override
    public Reply note(String who, String text) {
        return taken("note by " + who + ": " + text, state);
    }

    @Override
    public Standing standing() {
        return new Standing(state, "relax", Optional.empty(), latched);
    }
}
