package org.fieldfall.protocols.theory.balance;

import java.util.Arrays;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.Passage;
import org.fieldfall.protocols.theory.level.SpinModel;

/**
 * Where a field change ends that is too fast for the spins: they keep the populations of (Bi, Ti) on the levels of Bf,
 * then come to equilibrium with the lattice alone, eqs. (3) to (9).
 *
 * @param teslaPerSecond how fast; it matters only where levels bend, see {@link Passage}
 */
public record SuddenLimit(SpinModel spin, Lattice lattice, double teslaPerSecond) {

    /** dB/dt of the paper, T/s. */
    public static final double PAPER_RATE = 10;

    public SuddenLimit {
        SpinModel.checkRate(teslaPerSecond);
    }

    /** At the rate of the paper. */
    public SuddenLimit(SpinModel spin, Lattice lattice) {
        this(spin, lattice, PAPER_RATE);
    }

    /** The change from one field to another, for any number of temperatures. */
    public SuddenChange between(double biTesla, double bfTesla) {
        return new SuddenChange(spin.passage(biTesla, bfTesla, teslaPerSecond), new ClosedSystem(spin, lattice));
    }

    /** Tf of eq. (9); it always exists. */
    public double finalKelvin(double biTesla, double bfTesla, double tiKelvin) {
        return between(biTesla, bfTesla).finalKelvin(tiKelvin);
    }

    /** N<sub>A</sub> Σ [n<sub>k</sub>(Bf,Ti) − n<sub>k</sub>(Bi,Ti)] E<sub>k</sub>(Bf), J/mol: what the spins take up if a bath holds Ti. */
    public double heatTakenUp(double biTesla, double bfTesla, double tiKelvin) {
        return between(biTesla, bfTesla).heatTakenUp(tiKelvin);
    }

    /**
     * ΔT = Tf − Ti over a grid, on all cores.
     *
     * @param tiKelvin ascending or descending in small steps is fastest: each start is near the last answer
     * @return one row a final field, in it one ΔT a temperature
     */
    public double[][] deltaKelvin(double biTesla, double[] bfTesla, double[] tiKelvin) {
        return Arrays.stream(bfTesla)
                .parallel()
                .mapToObj(bf -> between(biTesla, bf).deltaKelvin(tiKelvin))
                .toArray(double[][]::new);
    }
}
