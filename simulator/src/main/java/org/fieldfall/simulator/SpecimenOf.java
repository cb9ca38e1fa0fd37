package org.fieldfall.simulator;

import org.fieldfall.simulator.world.Crystal;
import org.fieldfall.simulator.world.LevelCrystal;
import org.fieldfall.simulator.world.NoCrystal;
import org.fieldfall.simulator.world.Specimen;

/** What lies on the platform, in the form that the settings ask for. */
final class SpecimenOf {

    private SpecimenOf() {}

    static Specimen settings(TwinSettings.Sample sample, double moles) {
        SampleForm form = sample.form();
        if (form instanceof SampleForm.Levels levels) {
            return levels(sample, levels, moles);
        }
        return form instanceof SampleForm.None ? new NoCrystal() : wells(sample, moles);
    }

    private static Crystal wells(TwinSettings.Sample sample, double moles) {
        Crystal.Spin spin = new Crystal.Spin(
                sample.spin(),
                sample.anisotropyKelvin(),
                sample.quarticKelvin(),
                sample.g(),
                sample.barrierKelvin(),
                sample.tau0Seconds());
        return new Crystal(spin, sample.debyeKelvin(), sample.debyeUnits(), moles);
    }

    private static LevelCrystal levels(TwinSettings.Sample sample, SampleForm.Levels form, double moles) {
        return new LevelCrystal(
                new LevelCrystal.Spin(
                        sample.spin(), sample.anisotropyKelvin(), sample.quarticKelvin(), sample.g(), form.terms()),
                new LevelCrystal.Phonons(form.soundMetresPerSecond(), form.kilogramsPerCubicMetre(), form.doubleStep()),
                new LevelCrystal.Tunnelling(form.transverseTesla(), form.lineWidthTesla()),
                form.dipolarTesla(),
                form.fast()
                        .map(fast ->
                                new LevelCrystal.FastSpecies(fast.share(), fast.barrierKelvin(), fast.tau0Seconds())),
                sample.debyeKelvin(),
                sample.debyeUnits(),
                moles);
    }
}
