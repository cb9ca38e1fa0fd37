package org.fieldfall.app.sample;

import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.config.SampleConfig.Limit;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.theory.balance.Validity;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.kinetics.Spins;
import org.fieldfall.protocols.theory.lattice.Lattice;
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
                SpinTheory.of(sample),
                LatticeTheory.of(sample.lattice()),
                sample.relaxation().map(law -> new Arrhenius(law.barrierKelvin(), law.tau0Seconds())),
                new Validity(
                        sample.validAbove().map(Limit::kelvin).orElse(Validity.COLDEST_KELVIN),
                        sample.validBelow().map(Limit::kelvin).orElse(Double.POSITIVE_INFINITY)));
    }

    /** @throws UnfitSampleException beyond the table of the lattice */
    public void checkKelvin(double kelvin) {
        if (kelvin > lattice.hottestKelvin()) {
            throw new UnfitSampleException("sample " + name() + ": the table of its lattice ends at "
                    + lattice.hottestKelvin() + " K, asked for " + kelvin + " K");
        }
    }

    public String name() {
        return config.name();
    }

    /**
     * The two wells of the kinetics, of the axial part of the spin.
     *
     * @throws UnfitSampleException if the sample has none, or no relaxation
     */
    public Spins wells() {
        whyNoWells().ifPresent(fault -> {
            throw new UnfitSampleException("sample " + name() + " has no two-well kinetics: " + fault);
        });
        return new WellTheory(config).spins();
    }

    /** Why {@link #wells} would refuse; empty if it would not. */
    public Optional<String> whyNoWells() {
        return new WellTheory(config)
                .fault()
                .or(() -> config.moved().stream()
                        .flatMap(other -> new WellTheory(other).fault().stream())
                        .map(fault -> fault + ", with a number moved by its uncertainty")
                        .findFirst());
    }

    /** What the wells leave out of the file, a phrase each. */
    public List<String> leftOutOfTheWells() {
        return new WellTheory(config).leftOut();
    }

    /**
     * The sample as a shot needs it.
     *
     * @throws UnfitSampleException as {@link #wells}
     */
    public Crystal crystal() {
        var moved = config.moved().stream()
                .map(SampleTheory::of)
                .map(SampleTheory::crystal)
                .toList();
        return new Crystal(spins, wells(), lattice, config.moles(), validity, moved);
    }
}
