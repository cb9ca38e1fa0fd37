package org.fieldfall.protocols.theory.balance;

import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Passage;

/** A sudden change between two fields, for any number of start temperatures. Immutable: threads may share it. */
public final class SuddenChange {

    private final Passage passage;
    private final ClosedSystem system;

    SuddenChange(Passage passage, ClosedSystem system) {
        this.passage = passage;
        this.system = system;
    }

    /** Tf of eq. (9). */
    public double finalKelvin(double tiKelvin) {
        return finalKelvin(tiKelvin, tiKelvin);
    }

    private double finalKelvin(double tiKelvin, double guessKelvin) {
        var energy =
                Constants.GAS * passage.keptExcess(tiKelvin) + system.lattice().energy(tiKelvin);
        return system.kelvinAtEnergy(passage.after(), energy, tiKelvin, guessKelvin);
    }

    /** N<sub>A</sub> Σ [n<sub>k</sub>(Bf,Ti) − n<sub>k</sub>(Bi,Ti)] E<sub>k</sub>(Bf), J/mol: what the spins take up if a bath holds Ti. */
    public double heatTakenUp(double tiKelvin) {
        return Constants.GAS * (passage.after().averages(tiKelvin).excess() - passage.keptExcess(tiKelvin));
    }

    /** ΔT = Tf − Ti at each temperature; the search starts on the straight line through the two answers before. */
    double[] deltaKelvin(double[] tiKelvin) {
        var deltas = new double[tiKelvin.length];
        for (var i = 0; i < deltas.length; i++) {
            deltas[i] = finalKelvin(tiKelvin[i], guess(tiKelvin, deltas, i)) - tiKelvin[i];
        }
        return deltas;
    }

    private static double guess(double[] ti, double[] deltas, int i) {
        var here = ti[i];
        if (i < 2 || ti[i - 1] == ti[i - 2]) {
            return here;
        }
        var slope = (deltas[i - 1] - deltas[i - 2]) / (ti[i - 1] - ti[i - 2]);
        var guess = here + deltas[i - 1] + slope * (here - ti[i - 1]);
        return guess > 0 ? guess : here;
    }
}
