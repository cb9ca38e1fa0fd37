package org.fieldfall.app.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.CrystalConfig;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.config.SampleConfig.Lattice.Debye;
import org.fieldfall.app.config.SampleConfig.Relaxation;
import org.fieldfall.app.config.SampleConfig.Relaxation.Dipolar;
import org.fieldfall.app.config.SpinConfig.Giant;
import org.fieldfall.app.sample.SampleTheory;
import org.fieldfall.app.sample.UnfitSampleException;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.StevensTerm;
import org.fieldfall.simulator.SampleForm;
import org.fieldfall.simulator.TwinSettings;

/** The simulator's crystal from a sample file: a spin with two wells on one Debye lattice, and what that leaves out. */
final class TwinCrystal {

    private TwinCrystal() {}

    /** @throws UnfitSampleException if the file has no wells or another lattice */
    static TwinSettings.Sample of(SampleConfig sample, CrystalConfig form) {
        AxialSpin spin = SampleTheory.of(sample).wells().main().spin();
        Relaxation law = sample.relaxation().orElseThrow();
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
                law.tau0Seconds(),
                form(sample, form));
    }

    private static SampleForm form(SampleConfig sample, CrystalConfig form) {
        if (form instanceof CrystalConfig.Levels levels) {
            return levels(sample, levels);
        }
        return form instanceof CrystalConfig.None ? new SampleForm.None() : new SampleForm.TwoWells();
    }

    private static SampleForm levels(SampleConfig sample, CrystalConfig.Levels form) {
        Relaxation law = sample.relaxation().orElseThrow();
        Optional<Relaxation.FastSpecies> fast = form.fast().or(law::fastSpecies);
        return new SampleForm.Levels(
                terms((Giant) sample.spin(), form.b44Kelvin()),
                form.soundMetresPerSecond(),
                form.kilogramsPerCubicMetre(),
                form.doubleStep(),
                form.transverseTesla(),
                form.lineWidthTesla(),
                form.dipolarTesla()
                        .or(() -> law.dipolar().map(Dipolar::lambdaTesla))
                        .orElse(0.0),
                fast.map(part -> new SampleForm.Fast(part.share(), part.barrierKelvin(), part.tau0Seconds())));
    }

    /** All terms but D and B_4^0, which the wells have; a B_4^4 of the rig file only where the sample file has none. */
    private static List<StevensTerm> terms(Giant giant, double b44Kelvin) {
        List<StevensTerm> terms = new ArrayList<>();
        giant.terms().stream()
                .filter(term -> !(term.k() == 4 && term.q() == 0) && term.kelvin() != 0)
                .forEach(term -> terms.add(new StevensTerm(term.k(), term.q(), term.kelvin())));
        if (giant.rhombicKelvin() != 0) {
            terms.add(new StevensTerm(2, 2, giant.rhombicKelvin()));
        }
        if (b44Kelvin != 0 && terms.stream().noneMatch(term -> term.k() == 4 && term.q() == 4)) {
            terms.add(new StevensTerm(4, 4, b44Kelvin));
        }
        return terms;
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
    static List<String> leftOut(SampleConfig sample, CrystalConfig form) {
        if (form instanceof CrystalConfig.None) {
            return List.of("spins");
        }
        return form instanceof CrystalConfig.Levels ? List.of("relaxation time of the sample file") : wells(sample);
    }

    private static List<String> wells(SampleConfig sample) {
        List<String> out = new ArrayList<>();
        sample.relaxation().ifPresent(law -> {
            law.resonances().ifPresent(any -> out.add("tunnelling resonances"));
            law.dipolar().ifPresent(any -> out.add("dipolar field"));
            law.fastSpecies().ifPresent(any -> out.add("fast species"));
        });
        return out;
    }
}
