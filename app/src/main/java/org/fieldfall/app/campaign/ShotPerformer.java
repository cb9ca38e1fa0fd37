package org.fieldfall.app.campaign;

import java.util.function.Consumer;
import org.fieldfall.app.store.CampaignEvent.ShotBegun;

/** Performs a shot of a campaign as a run of its own. */
@FunctionalInterface
public interface ShotPerformer {

    /**
     * Performs it; answers however it ended.
     *
     * @param begun what the campaign's record says of the attempt
     * @param recorded is told the run's folder, below that of all runs, before anything moves
     */
    Performed perform(CampaignShot shot, ShotBegun begun, Consumer<String> recorded);
}
