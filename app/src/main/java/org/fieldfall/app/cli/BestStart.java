package org.fieldfall.app.cli;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.kinetics.MostCooling;
import org.fieldfall.protocols.theory.kinetics.MostCooling.Choice;
import org.fieldfall.protocols.theory.kinetics.Range;
import org.fieldfall.protocols.theory.kinetics.Reachable.Reached;

/**
 * The start and the final field with the most cooling on a rig by a time, beside those of eq. (9).
 *
 * @param reachable coldest at some moment until the time
 * @param lasting coldest at the time itself
 * @param sudden coldest by eq. (9)
 * @param linkSeconds time constant of the link at the reachable start, wells blocked
 */
record BestStart(MostCooling asked, Choice reachable, Choice lasting, Choice sudden, double linkSeconds) {

    /** In one call: some minutes' work. */
    static final int MOST = 50;

    /** Where to look; an empty list leaves the rig's whole range. */
    record Within(List<Double> tiKelvin, List<Double> bfTesla) {

        private Range ti(SampleOnRig sample) {
            return tiKelvin.isEmpty()
                    ? new Range(sample.coldestKelvin(), sample.warmestKelvin())
                    : spanned(tiKelvin.stream().mapToDouble(Double::doubleValue));
        }

        private Range bf(double biTesla) {
            return bfTesla.isEmpty()
                    ? spanned(DoubleStream.of(0, biTesla))
                    : spanned(bfTesla.stream().mapToDouble(Double::doubleValue));
        }

        private static Range spanned(DoubleStream values) {
            var all = values.summaryStatistics();
            return new Range(all.getMin(), all.getMax());
        }
    }

    static BestStart of(SampleOnRig sample, double biTesla, double bySeconds, Within within) {
        var ti = within.ti(sample);
        var asked = new MostCooling(
                sample.restingAt(ti.to()),
                sample.crystal().spins(),
                biTesla,
                sample.teslaPerSecond(),
                bySeconds,
                ti,
                within.bf(biTesla));
        try {
            var answer = asked.find();
            var lasting = asked.find(Reached::deltaKelvin).reachable();
            var best = answer.reachable().tiKelvin();
            var link = sample.platform(best).linkSeconds(sample.crystal(), biTesla, best);
            return new BestStart(asked, answer.reachable(), lasting, answer.sudden(), link);
        } catch (NoConvergenceException e) {
            throw new NoConvergenceException(text(
                    "no optimum for Bi = %g T by %g s: within the ranges there is a start without an answer: %s%s",
                    biTesla, bySeconds, String.valueOf(e.getMessage()), Reach.bound(sample)));
        }
    }

    /** The ends of the ranges that a choice lies on: beyond them might be a better one. */
    List<String> edges(Choice choice) {
        var edges = new ArrayList<String>();
        edge(edges, "Ti", choice.tiKelvin(), asked.tiKelvin(), "K");
        edge(edges, "Bf", choice.bfTesla(), asked.bfTesla(), "T");
        return edges;
    }

    private static void edge(List<String> edges, String what, double value, Range range, String unit) {
        if (range.from() < range.to() && (value == range.from() || value == range.to())) {
            edges.add(text(
                    "%s = %g %s is the %s end of the range",
                    what, value, unit, value == range.from() ? "lower" : "upper"));
        }
    }

    Json json() {
        return new Json()
                .put("initial_field_t", asked.biTesla())
                .put("rate_t_per_s", asked.rateTeslaPerSecond())
                .put("by_s", asked.bySeconds())
                .put("initial_temperature_range_k", ends(asked.tiKelvin()))
                .put("final_field_range_t", ends(asked.bfTesla()))
                .put("reachable", json(reachable))
                .put("lasting", json(lasting))
                .put("sudden", json(sudden))
                .put("link_time_s", linkSeconds)
                .put("why", new WhyApart(this).sentence());
    }

    private static List<Double> ends(Range range) {
        return List.of(range.from(), range.to());
    }

    private Json json(Choice it) {
        return new Json()
                .put("initial_temperature_k", it.tiKelvin())
                .put("final_field_t", it.bfTesla())
                .put("coldest_delta_t_k", it.reached().coldestDeltaKelvin())
                .put("coldest_at_s", it.reached().coldestSeconds())
                .put("delta_t_k", it.reached().deltaKelvin())
                .put("sudden_delta_t_k", it.suddenDeltaKelvin())
                .put("tau_start_s", it.tauStartSeconds())
                .put("tau_coldest_s", it.tauColdestSeconds())
                .put("share_crossed_in_ramp", it.shareCrossedInRamp())
                .put("edges", edges(it));
    }
}
