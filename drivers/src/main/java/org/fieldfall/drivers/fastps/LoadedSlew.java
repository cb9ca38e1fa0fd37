package org.fieldfall.drivers.fastps;

import java.util.Optional;
import org.fieldfall.drivers.scpi.Belief;
import org.fieldfall.drivers.scpi.ScpiLine;

/** The slew that the supply was set to for the next start, if it still is. Safe to share between threads. */
final class LoadedSlew {

    private final Belief belief;
    private volatile Optional<Slew> slew = Optional.empty();

    LoadedSlew(ScpiLine line) {
        this.belief = new Belief(line);
    }

    Belief belief() {
        return belief;
    }

    void begin(Slew set, long generation) {
        slew = Optional.of(set);
        belief.begin(generation);
    }

    void end() {
        belief.end();
        slew = Optional.empty();
    }

    /** Empty if nothing was loaded, or it was started since. */
    Optional<Slew> slew() {
        return slew.filter(any -> belief.holds() || belief.isOutdated());
    }
}
