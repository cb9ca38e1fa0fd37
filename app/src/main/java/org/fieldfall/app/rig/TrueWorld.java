package org.fieldfall.app.rig;

import java.util.Map;
import java.util.function.Consumer;
import org.fieldfall.simulator.Truth;
import org.fieldfall.simulator.VirtualRig;

/** What only a simulator can tell: the true states of its world and what its seed drew. Safe to share between threads. */
public final class TrueWorld {

    private final VirtualRig simulator;

    TrueWorld(VirtualRig simulator) {
        this.simulator = simulator;
    }

    /** What the seed drew, by name with unit. */
    public Map<String, Double> drawn() {
        return simulator.drawn();
    }

    /**
     * Tells the truth from now on, every 1 ms of rig time while the field moves and for 2 s after, else every 0.1 s. The
     * consumer is called by whichever thread moves the world and holds it up meanwhile.
     */
    public void tell(Consumer<TrueState> consumer) {
        simulator.truthTo(truth -> consumer.accept(state(truth)));
    }

    private static TrueState state(Truth truth) {
        return new TrueState(
                truth.seconds(), truth.tesla(), truth.latticeKelvin(), truth.platformKelvin(), truth.upperPopulation());
    }
}
