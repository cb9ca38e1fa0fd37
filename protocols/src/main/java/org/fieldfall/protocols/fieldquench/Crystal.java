package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TwoWells;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;

/** The sample as the theory sees it: spin, lattice, relaxation, and how many moles of it are there. */
public record Crystal(AxialSpin spin, Debye lattice, Arrhenius relaxation, Uncertain moles) {

    /** Its kinetics somewhere. */
    public TwoWells in(Surroundings surroundings) {
        return new TwoWells(spin, lattice, relaxation, surroundings);
    }
}
