package org.fieldfall.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** A wire that carries edges from one instrument to the trigger inputs of others. Not for sharing between threads. */
public final class TriggerLine {

    private final List<Input> inputs = new ArrayList<>();

    /** Where an edge goes to, with the world time it came. */
    @FunctionalInterface
    public interface Input {
        void edge(double worldSeconds);
    }

    public void connect(Input input) {
        inputs.add(input);
    }

    public void edge(double worldSeconds) {
        inputs.forEach(input -> input.edge(worldSeconds));
    }
}
