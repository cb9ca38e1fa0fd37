package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.balance.Validity;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.kinetics.Spins;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TwoWells;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Ensemble;

/**
 * The sample as the theory sees it, and how many moles of it are there.
 *
 * @param spins with their whole Hamiltonian, for eqs. (9) and (11)
 * @param wells their two wells, for the kinetics
 */
public record Crystal(Ensemble spins, Spins wells, Lattice lattice, Uncertain moles, Validity validity) {

    /** An axial spin of one species. */
    public Crystal(AxialSpin spin, Lattice lattice, Arrhenius relaxation, Uncertain moles) {
        this(Ensemble.of(spin), Spins.of(spin, relaxation), lattice, moles, Validity.unknown());
    }

    /** Its kinetics somewhere. */
    public TwoWells in(Surroundings surroundings) {
        return new TwoWells(wells, lattice, surroundings);
    }
}
