package org.fieldfall.app.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldfall.app.config.ProtocolConfig.Course;

/**
 * The section {@code campaign} of a protocol: many runs of a shot each, over a grid of settings.
 *
 * @param points courses of the sweeps, the grid's key that is written last changing fastest
 * @param repeats how often the whole grid is gone through
 * @param seed of the order, where that is shuffled
 * @param controls shots among the sweeps; empty without any
 * @param isPaired each sweep is followed by its reverse
 * @param budgetSeconds of rig time; no shot is begun that is planned to end beyond it
 * @param repeatsOfMarked how often a shot whose data are marked is done again before it is taken as it is
 * @param onFailed what a shot that fails means for the campaign
 */
public record CampaignConfig(
        List<Course> points,
        int repeats,
        Order order,
        long seed,
        Optional<Controls> controls,
        boolean isPaired,
        OptionalDouble budgetSeconds,
        int repeatsOfMarked,
        OnFailed onFailed) {

    /** More shots than anybody has years for. */
    public static final int MOST_SHOTS = 10_000;

    public CampaignConfig {
        points = List.copyOf(points);
    }

    /** In which order the sweeps come. */
    public enum Order {
        /** As the grid gives them. */
        GIVEN,
        /** Each pass over the grid in an order of its own, which the seed draws. */
        SHUFFLED,
        /** As the grid gives them, with the controls among them. */
        INTERLEAVED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Shots that tell what the apparatus does by itself; before the first sweep, after every few, and at the end.
     *
     * @param every how many sweeps, pairs counting as one, lie between two rounds of controls
     */
    public record Controls(int every, List<ControlConfig> shots) {
        public Controls {
            shots = List.copyOf(shots);
        }
    }

    /**
     * What is done when a shot has failed.
     *
     * @param repeats how often it is done again first
     * @param isSkipped whether the campaign goes on without it if it fails once more; else the campaign stops
     */
    public record OnFailed(int repeats, boolean isSkipped) {

        public static final OnFailed STOP = new OnFailed(0, false);
    }
}
