package org.fieldfall.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fieldfall.app.picture.Axis;
import org.fieldfall.app.picture.Figure;
import org.fieldfall.app.picture.Label;
import org.fieldfall.app.picture.Manner;
import org.fieldfall.app.picture.Panel;
import org.fieldfall.app.picture.Trace;

/** Figure 5: the largest cooling of the sudden limit, (ΔT)min, and the Ti it starts from, (Ti)min, against Bf. */
final class DeepestCooling {

    private static final Choice CHOICE = new Choice(5);
    private static final String FROM = "initial_field_t";
    private static final String TO = "final_field_t";
    private static final String DELTA = "sudden_delta_t_min_k";
    private static final String START = "initial_temperature_min_k";

    private static final double LEFT_ROOM = 0.03;
    private static final double JUMP = Math.log(2);

    private DeepestCooling() {}

    static Drawing draw(Crystal crystal, Values asked) {
        CHOICE.refuse(!asked.atKelvin().isEmpty(), "--at", "the starting temperature is what it searches");
        var from = CHOICE.fields("--from", asked.fromTesla(), Choice.PAPER_FROM, Manner.COUNT);
        var data = new Data(FROM, TO, DELTA, START);
        for (double bi : from) {
            finals(bi, asked.toTesla()).forEach(bf -> addTo(data, crystal, bi, bf));
        }
        if (data.column(DELTA).allMatch(Double::isNaN)) {
            throw CHOICE.unfit(crystal.name() + " cools most at no temperature for these fields: there is no minimum");
        }
        return new Drawing(5, figure(crystal, from, data), data);
    }

    private static List<Double> finals(double biTesla, List<Double> asked) {
        if (biTesla <= 0) {
            throw CHOICE.unfit("--from gives " + biTesla + " T, due above 0 T");
        }
        var within = (asked.isEmpty() ? ownFinals(biTesla) : asked.stream())
                .filter(bf -> bf < biTesla)
                .toList();
        if (within.size() < 2 || within.get(0) < 0) {
            throw CHOICE.unfit(
                    "--to must give several fields from 0 T to below " + biTesla + " T (--from), like 0T:0.3T:0.01T");
        }
        return within;
    }

    /** Denser towards zero, where the optimum moves fast. */
    private static Stream<Double> ownFinals(double biTesla) {
        return Stream.of(
                        Stream.of(0.0, 1e-5, 2e-5, 5e-5),
                        Steps.parts(0.001, 10, 1, 10),
                        Steps.parts(0.01, 20, 3, 20),
                        Steps.parts(0.1, 40, 5, 40),
                        Steps.parts(biTesla, 100, 1, 95).filter(bf -> bf > 0.1))
                .flatMap(part -> part)
                .filter(bf -> bf <= 0.95 * biTesla)
                .distinct();
    }

    private static void addTo(Data data, Crystal crystal, double biTesla, double bfTesla) {
        var lowest = crystal.deepest(biTesla, bfTesla);
        var isMinimum = !lowest.isAtEdge();
        data.add(
                biTesla,
                bfTesla,
                isMinimum ? lowest.deltaKelvin() : Double.NaN,
                isMinimum ? lowest.startKelvin() : Double.NaN);
    }

    private static Figure figure(Crystal crystal, List<Double> from, Data data) {
        var last = data.column(TO).max().orElseThrow();
        // From a little below zero: the curves all but stand on it there.
        var x = Axis.linear("*B*_{f} (T)", -LEFT_ROOM * last, (1 + LEFT_ROOM) * last);
        var depth = Axis.around("(Δ*T*)_{min} (K)", data.column(DELTA));
        var start = Axis.around("(*T*_{i})_{min} (K)", data.column(START));
        var deepest = new Panel(Label.of("(a)"), x, depth, traces(from, data, DELTA), List.of());
        var starts = new Panel(Label.of("(b)"), x, start, traces(from, data, START), List.of());
        return new Figure(
                "Largest cooling of " + crystal.name() + " in the sudden limit",
                List.of(deepest, starts),
                1,
                Sources.of(crystal, "Minimum of Δ*T*(*T*_{i})", "in the sudden limit,", "eq. (9)"));
    }

    private static List<Trace> traces(List<Double> from, Data data, String column) {
        var traces = new ArrayList<Trace>();
        for (var i = 0; i < from.size(); i++) {
            double bi = from.get(i);
            DoublePredicate ofBi = value -> value == bi;
            var starts = data.column(START, FROM, ofBi);
            traces.add(new Trace(
                    Label.of("*B*_{i} = " + Choice.decimal(bi) + " T"),
                    brokenAtJumps(data.column(TO, FROM, ofBi), starts),
                    brokenAtJumps(data.column(column, FROM, ofBi), starts),
                    Manner.number(i)));
        }
        return traces;
    }

    /**
     * With a gap wherever the optimum is no longer the same one but another. At Bf = 0 the ground doublet has no width and
     * cannot take up heat; the least field above brings a minimum at a far lower Ti.
     */
    private static double[] brokenAtJumps(double[] values, double[] starts) {
        var broken = DoubleStream.builder();
        for (var i = 0; i < values.length; i++) {
            if (i > 0 && Math.abs(Math.log(starts[i] / starts[i - 1])) > JUMP) {
                broken.add(Double.NaN);
            }
            broken.add(values[i]);
        }
        return broken.build().toArray();
    }
}
