package org.fieldfall.app.run;

import java.util.List;
import org.fieldfall.protocols.fieldquench.ShotPlan;
import org.fieldfall.protocols.instrument.Figure;

/** What a shot shows, in words, from its numbers alone. */
final class Verdict {

    /** Further apart than this many standard uncertainties, prediction and measurement disagree. */
    private static final double AGREE_SIGMA = 2;

    private Verdict() {}

    static String of(List<ShotSummary.Point> points, ShotSummary.Point peak, ShotPlan plan) {
        List<ShotSummary.Point> apart = points.stream()
                .filter(point -> !(Math.abs(point.pull()) <= AGREE_SIGMA))
                .toList();
        return Figure.text("The crystal %s; %s. %s.", cooling(points), model(points, apart), suddenness(peak, plan));
    }

    private static String model(List<ShotSummary.Point> points, List<ShotSummary.Point> apart) {
        if (points.stream().allMatch(point -> Double.isNaN(point.predicted()))) {
            return "there is no prediction to hold against the trace";
        }
        return apart.isEmpty()
                ? "the two-well prediction agrees with the trace within 2 sigma at all " + points.size() + " times"
                : "the two-well prediction differs from the trace by more than 2 sigma at " + times(apart);
    }

    private static String cooling(List<ShotSummary.Point> points) {
        ShotSummary.Point last = points.get(points.size() - 1);
        String verb = last.measured() < 0 ? "cooled" : "warmed";
        return Figure.text(
                "%s: %+.3f ± %.3f K at %g s after the ramp",
                verb, last.measured(), last.measuredSigma(), last.afterRampSeconds());
    }

    private static String suddenness(ShotSummary.Point peak, ShotPlan plan) {
        return Figure.text(
                "Kinetics and the link leave %.0f %% of the sudden limit (%+.3f K) at the peak",
                100 * peak.measured() / plan.suddenKelvin(), plan.suddenKelvin());
    }

    private static String times(List<ShotSummary.Point> points) {
        return String.join(
                ", ",
                points.stream()
                        .map(p -> Figure.text("%g s (%+.1f sigma)", p.afterRampSeconds(), p.pull()))
                        .toList());
    }
}
