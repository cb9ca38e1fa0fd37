package org.fieldfall.protocols.fieldquench;

import java.util.List;
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
 * @param moved the same sample with one of its parameters moved by its standard uncertainty, for each that has one
 */
public record Crystal(
        Ensemble spins, Spins wells, Lattice lattice, Uncertain moles, Validity validity, List<Crystal> moved) {

    public Crystal {
        moved = List.copyOf(moved);
    }

    /** An axial spin of one species. */
    public Crystal(AxialSpin spin, Lattice lattice, Arrhenius relaxation, Uncertain moles) {
        this(Ensemble.of(spin), Spins.of(spin, relaxation), lattice, moles, Validity.unknown(), List.of());
    }

    /** The same with parameters that may be otherwise. */
    public Crystal movedTo(List<Crystal> others) {
        return new Crystal(spins, wells, lattice, moles, validity, others);
    }

    /** Those of the moved ones that the kinetics tells from this. */
    List<Crystal> movedWells() {
        return moved.stream()
                .filter(other -> !other.wells.equals(wells) || !other.lattice.equals(lattice))
                .toList();
    }

    /** Its kinetics somewhere. */
    public TwoWells in(Surroundings surroundings) {
        return new TwoWells(wells, lattice, surroundings);
    }
}
