package org.fieldfall.app.sample;

import java.util.Optional;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.theory.balance.Validity;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.kinetics.Spins;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Ensemble;

/**
 * What the theory says of a sample file.
 *
 * @param spins with the whole Hamiltonian as the sample lies in the field, for eqs. (3) to (9) and (11)
 * @param relaxation eq. (10); empty where the file knows none
 * @param validity between which temperatures the Hamiltonian is all there is
 */
public record SampleTheory(
        SampleConfig config, Ensemble spins, Lattice lattice, Optional<Arrhenius> relaxation, Validity validity) {

    public static SampleTheory of(SampleConfig sample) {
        return new SampleTheory(
                sample,
                Ensemble.of(axial(sample)),
                new Debye(sample.lattice().debyeKelvin(), sample.lattice().debyeUnits()),
                Optional.of(relaxation(sample)),
                Validity.unknown());
    }

    /**
     * The two wells of the kinetics.
     *
     * @throws UnfitSampleException if the sample has none, or no relaxation
     */
    public Spins wells() {
        return Spins.of(axial(config), relaxation(config));
    }

    /**
     * The sample as a shot needs it.
     *
     * @throws UnfitSampleException as {@link #wells}
     */
    public Crystal crystal() {
        return new Crystal(spins, wells(), lattice, config.moles(), validity);
    }

    private static AxialSpin axial(SampleConfig sample) {
        return new AxialSpin(
                sample.spin().S(),
                sample.spin().anisotropyKelvin(),
                sample.spin().gParallel());
    }

    private static Arrhenius relaxation(SampleConfig sample) {
        return new Arrhenius(
                sample.relaxation().barrierKelvin(), sample.relaxation().tau0Seconds());
    }
}
