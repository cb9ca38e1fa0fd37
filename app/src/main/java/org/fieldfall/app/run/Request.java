package org.fieldfall.app.run;

import java.nio.file.Path;
import java.util.List;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.rig.StagedFault;

/**
 * What shall be executed.
 *
 * @param seed draws a simulated rig's systematics and noise
 * @param runs folder under which the run's own folder is made
 * @param who operator
 * @param why note
 * @param faults that a simulated rig shall have
 */
public record Request(
        Experiment experiment, long seed, Speed speed, Path runs, String who, String why, List<StagedFault> faults) {

    public Request {
        faults = List.copyOf(faults);
    }

    /** Without a fault. */
    public Request(Experiment experiment, long seed, Speed speed, Path runs, String who, String why) {
        this(experiment, seed, speed, runs, who, why, List.of());
    }
}
