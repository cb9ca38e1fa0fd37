package org.fieldfall.app.rig;

import org.fieldfall.app.config.Experiment;
import org.fieldfall.simulator.TwinSettings;

/** The twin of an experiment's files, for tests that see both ends. */
public final class Twins {

    private Twins() {}

    public static TwinSettings settings(Experiment experiment) {
        return TwinOf.settings(
                experiment.rig(),
                experiment.sample(),
                OpenRig.calibration(experiment.rig()).curve());
    }
}
