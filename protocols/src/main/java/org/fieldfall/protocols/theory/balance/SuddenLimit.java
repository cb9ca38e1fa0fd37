package org.fieldfall.protocols.theory.balance;

import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;

/**
 * Where a field change ends that is too fast for the spins: they keep the populations of (Bi, Ti) on the levels of Bf,
 * then come to equilibrium with the lattice alone, eqs. (3) to (9).
 */
public record SuddenLimit(AxialSpin spin, Lattice lattice) {

    /** Tf of eq. (9); it always exists. */
    public double finalKelvin(double biTesla, double bfTesla, double tiKelvin) {
        var levels = spin.at(bfTesla);
        var kept = levels.excessOf(spin.at(biTesla).populations(tiKelvin));
        var energy = Constants.GAS * kept + lattice.energy(tiKelvin);
        return new ClosedSystem(spin, lattice).kelvinAtEnergy(levels, energy, tiKelvin);
    }

    /** N<sub>A</sub> Σ [n<sub>k</sub>(Bf,Ti) − n<sub>k</sub>(Bi,Ti)] E<sub>k</sub>(Bf), J/mol: what the spins take up if a bath holds Ti. */
    public double heatTakenUp(double biTesla, double bfTesla, double tiKelvin) {
        var levels = spin.at(bfTesla);
        var kept = levels.excessOf(spin.at(biTesla).populations(tiKelvin));
        return Constants.GAS * (levels.averages(tiKelvin).excess() - kept);
    }
}
