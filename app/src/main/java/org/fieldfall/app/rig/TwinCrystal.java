package org.fieldfall.app.rig;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.config.SampleConfig.Lattice.Debye;
import org.fieldfall.app.sample.SampleTheory;
import org.fieldfall.app.sample.UnfitSampleException;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.simulator.TwinSettings;

/** The simulator's crystal from a sample file: two wells of an axial spin on one Debye lattice, and what that leaves out. */
final class TwinCrystal {

    private TwinCrystal() {}

    /** @throws UnfitSampleException if the file has no wells or another lattice */
    static TwinSettings.Sample of(SampleConfig sample) {
        AxialSpin spin = SampleTheory.of(sample).wells().main().spin();
        SampleConfig.Relaxation law = sample.relaxation().orElseThrow();
        Debye lattice = lattice(sample);
        return new TwinSettings.Sample(
                spin.spin(),
                spin.anisotropyKelvin(),
                spin.quarticKelvin(),
                spin.g(),
                lattice.kelvin(),
                lattice.units(),
                sample.moles().value(),
                sample.moles().relativeSigma(),
                law.barrierKelvin(),
                law.tau0Seconds());
    }

    private static Debye lattice(SampleConfig sample) {
        SampleConfig.Lattice lattice = sample.lattice();
        if (lattice.debye().size() != 1
                || !lattice.einstein().isEmpty()
                || lattice.table().isPresent()) {
            throw new UnfitSampleException("sample " + sample.name()
                    + ": the simulated crystal has one Debye lattice and nothing else, this file has another one");
        }
        return lattice.debye().get(0);
    }

    /** What the wells of the sample file have and the simulated crystal has not, a noun each. */
    static List<String> leftOut(SampleConfig sample) {
        List<String> out = new ArrayList<>();
        sample.relaxation().ifPresent(law -> {
            law.resonances().ifPresent(any -> out.add("tunnelling resonances"));
            law.dipolar().ifPresent(any -> out.add("dipolar field"));
            law.fastSpecies().ifPresent(any -> out.add("fast species"));
        });
        return out;
    }
}
