package org.fieldfall.app.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fieldfall.app.config.CampaignConfig;
import org.fieldfall.app.config.CampaignConfig.Controls;
import org.fieldfall.app.config.CampaignConfig.Order;
import org.fieldfall.app.config.ProtocolConfig;
import org.fieldfall.app.config.ProtocolConfig.Course;
import org.fieldfall.app.config.ShotConfig;
import org.fieldfall.app.config.ShotConfig.FieldShot;
import org.fieldfall.app.config.ShotConfig.Kind;

/**
 * The shots of a campaign in the order in which they are performed. The same protocol and seed give the same plan on every
 * machine and every Java: the draws come from {@link Random}, whose numbers its specification fixes, and the shuffle is
 * written out here.
 */
public record CampaignPlan(List<CampaignShot> shots) {

    public CampaignPlan {
        shots = List.copyOf(shots);
    }

    /**
     * @param protocol one with a campaign
     * @param seed what the seeds of the shots are drawn from
     */
    public static CampaignPlan of(ProtocolConfig protocol, long seed) {
        CampaignConfig campaign = protocol.campaign()
                .orElseThrow(() -> new IllegalArgumentException(protocol.name() + ": a protocol without a campaign"));
        return new CampaignPlan(numbered(shots(campaign), seed));
    }

    /** Number n of the plan. */
    public CampaignShot shot(int number) {
        return shots.get(number - 1);
    }

    private record Unnumbered(Course beside, ShotConfig shot) {}

    private static List<Unnumbered> shots(CampaignConfig campaign) {
        List<Unnumbered> all = new ArrayList<>();
        List<Course> sweeps = sweeps(campaign);
        for (int i = 0; i < sweeps.size(); i++) {
            Course sweep = sweeps.get(i);
            int place = i;
            campaign.controls()
                    .filter(controls -> place % controls.every() == 0)
                    .ifPresent(controls -> all.addAll(beside(sweep, controls)));
            all.add(new Unnumbered(sweep, new FieldShot(Kind.SWEEP, sweep)));
            if (campaign.isPaired()) {
                Course back = sweep.between(sweep.finalFieldTesla(), sweep.initialFieldTesla());
                all.add(new Unnumbered(sweep, new FieldShot(Kind.REVERSE, back)));
            }
        }
        campaign.controls().ifPresent(controls -> all.addAll(beside(sweeps.get(sweeps.size() - 1), controls)));
        return all;
    }

    private static List<Unnumbered> beside(Course sweep, Controls controls) {
        return controls.shots().stream()
                .map(control -> new Unnumbered(sweep, control.beside(sweep)))
                .toList();
    }

    /** Pass after pass over the grid: what drifts in a day then does not look like a dependence on the settings. */
    private static List<Course> sweeps(CampaignConfig campaign) {
        Random dice = new Random(campaign.seed());
        List<Course> all = new ArrayList<>();
        for (int pass = 0; pass < campaign.repeats(); pass++) {
            List<Course> points = new ArrayList<>(campaign.points());
            if (campaign.order() == Order.SHUFFLED) {
                shuffle(points, dice);
            }
            all.addAll(points);
        }
        return all;
    }

    private static void shuffle(List<Course> points, Random dice) {
        for (int i = points.size() - 1; i > 0; i--) {
            Collections.swap(points, i, dice.nextInt(i + 1));
        }
    }

    private static List<CampaignShot> numbered(List<Unnumbered> shots, long seed) {
        Random dice = new Random(seed);
        Set<Long> taken = new HashSet<>();
        List<CampaignShot> all = new ArrayList<>();
        for (Unnumbered shot : shots) {
            long own = draw(dice);
            while (!taken.add(own)) {
                own = draw(dice);
            }
            all.add(new CampaignShot(all.size() + 1, shot.beside(), shot.shot(), own));
        }
        return all;
    }

    private static long draw(Random dice) {
        return 1L + dice.nextInt(Integer.MAX_VALUE);
    }
}
