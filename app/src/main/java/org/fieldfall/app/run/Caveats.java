package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.sample.SampleTheory;

/** What is odd in a sample file, and what the prediction and the simulated crystal leave out of it. */
final class Caveats {

    private Caveats() {}

    /** A sentence each; empty for a file that is taken whole. */
    static List<String> of(Experiment experiment) {
        List<String> found = new ArrayList<>(experiment.sample().remarks());
        List<String> mixing = SampleTheory.of(experiment.sample()).leftOutOfTheWells();
        if (!mixing.isEmpty()) {
            found.add("theory: the kinetics leaves out " + String.join(", ", mixing)
                    + "; the sudden limit and the isentrope do not");
        }
        List<String> missing = experiment.rig().isSimulated()
                ? OpenRig.leftOutOfTheTwin(experiment.rig(), experiment.sample())
                : List.of();
        if (!missing.isEmpty()) {
            found.add("simulator: its crystal has no " + String.join(", no ", missing)
                    + "; the prediction has, so that they differ");
        }
        return found;
    }
}
