package org.fieldfall.app.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.rig.StagedFault;
import org.fieldfall.app.store.Manifest;

/**
 * What shall be executed.
 *
 * @param seed draws a simulated rig's systematics and noise
 * @param runs folder under which the run's own folder is made
 * @param who operator
 * @param why note
 * @param runId of the run
 * @param campaign its place in a campaign; empty for a run by itself
 * @param faults that a simulated rig shall have
 */
public record Request(
        Experiment experiment,
        long seed,
        Speed speed,
        Path runs,
        String who,
        String why,
        UUID runId,
        Optional<Manifest.CampaignShot> campaign,
        List<StagedFault> faults) {

    public Request {
        faults = List.copyOf(faults);
    }

    /** A run by itself. */
    public Request(
            Experiment experiment,
            long seed,
            Speed speed,
            Path runs,
            String who,
            String why,
            List<StagedFault> faults) {
        this(experiment, seed, speed, runs, who, why, UUID.randomUUID(), Optional.empty(), faults);
    }

    /** A run by itself without a fault. */
    public Request(Experiment experiment, long seed, Speed speed, Path runs, String who, String why) {
        this(experiment, seed, speed, runs, who, why, List.of());
    }
}
