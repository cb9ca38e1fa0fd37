package org.fieldfall.app.campaign;

import java.util.OptionalDouble;
import org.fieldfall.app.store.CampaignEvent;

/** Hears of a campaign as it goes on, after its record has it. */
@FunctionalInterface
public interface CampaignListener {

    void told(CampaignEvent event, Outlook outlook);

    /**
     * How things stand.
     *
     * @param counted shots that are done
     * @param skipped shots that are left out
     * @param shots how many there are
     * @param secondsLeft of rig time, by the plan and by how well that was kept so far
     * @param budgetLeftSeconds of rig time; empty without a budget
     */
    record Outlook(int counted, int skipped, int shots, double secondsLeft, OptionalDouble budgetLeftSeconds) {}
}
