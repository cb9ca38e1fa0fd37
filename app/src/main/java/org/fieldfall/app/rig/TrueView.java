package org.fieldfall.app.rig;

import java.util.List;

/**
 * A simulated world as it really is at one moment, with the share of every level; for a console, not for an analysis.
 *
 * @param amperes current in the coil
 * @param coilJoule heat that the coil has given off in the cold so far
 * @param populations share of each level, from m = −S up; empty without a sample
 */
public record TrueView(TrueState state, double amperes, double coilJoule, List<Double> populations) {

    public TrueView {
        populations = List.copyOf(populations);
    }

    /** Quantum number of a level, counted from 0 for m = −S. */
    public double m(int level) {
        return level - (populations.size() - 1) / 2.0;
    }
}
