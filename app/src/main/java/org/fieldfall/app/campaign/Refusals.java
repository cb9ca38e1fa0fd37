package org.fieldfall.app.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fieldfall.app.config.CampaignConfig;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.ShotOf;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.run.Disk;
import org.fieldfall.app.run.PlannedRun;
import org.fieldfall.app.run.RefusedException;
import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.fieldquench.ShotPlan;
import org.fieldfall.protocols.instrument.Figure;

/** What speaks against a campaign before anything moves: every reason, each with the shots that it concerns. */
final class Refusals {

    private final OpenCampaign campaign;
    private final Speed speed;
    private final Map<Shot, List<String>> known = new HashMap<>();

    Refusals(OpenCampaign campaign, Speed speed) {
        this.campaign = campaign;
        this.speed = speed;
    }

    /** @throws RefusedException if there is any */
    void refuse() {
        List<String> refusals = all();
        if (!refusals.isEmpty()) {
            throw new RefusedException(campaign.head().name(), refusals);
        }
    }

    private List<String> all() {
        List<CampaignShot> shots = campaign.plan().shots();
        Map<String, List<CampaignShot>> byReason = new LinkedHashMap<>();
        List<Shot> whole = new ArrayList<>();
        for (CampaignShot shot : shots) {
            Experiment experiment = campaign.experiment(shot);
            Shot asked = ShotOf.shots(experiment.protocol()).get(0);
            whole.add(asked);
            known.computeIfAbsent(asked, key -> refusals(experiment))
                    .forEach(reason -> byReason.computeIfAbsent(reason, key -> new ArrayList<>())
                            .add(shot));
        }
        List<String> refusals = new ArrayList<>(together(whole));
        byReason.forEach((reason, concerned) -> refusals.add(words(concerned) + ": " + reason));
        refusals.addAll(budget(shots.get(0)));
        return refusals;
    }

    /** What a run of this shot by itself would be refused for. */
    private List<String> refusals(Experiment experiment) {
        return PlannedRun.of(experiment, speed, Disk.of(campaign.folder().root()))
                .refusals();
    }

    /** A campaign goes on by itself as a run does, and nobody is there to take the crystal out or to put it in. */
    private static List<String> together(List<Shot> shots) {
        return ShotPlan.refusalsTogether(shots).stream()
                .map(reason -> reason + ", nor between the runs of a campaign; give the blanks a campaign of their own")
                .toList();
    }

    private List<String> budget(CampaignShot first) {
        CampaignConfig config = campaign.config();
        double due = campaign.plannedSeconds(first);
        return config.budgetSeconds().stream()
                .filter(budget -> due > budget)
                .mapToObj(budget -> Figure.text(
                        "budget: %.2f h is less than the first shot takes by the plan, %.2f h",
                        budget / 3600, due / 3600))
                .toList();
    }

    private static String words(List<CampaignShot> shots) {
        String first = shots.get(0).words();
        return shots.size() == 1
                ? "shot " + shots.get(0).number() + " (" + first + ")"
                : "shots "
                        + shots.stream()
                                .map(shot -> String.valueOf(shot.number()))
                                .collect(Collectors.joining(", "))
                        + " (as " + first + ")";
    }
}
