package org.fieldfall.app.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fieldfall.app.picture.Axis;
import org.fieldfall.app.picture.Figure;
import org.fieldfall.app.picture.Label;
import org.fieldfall.app.picture.Manner;
import org.fieldfall.app.picture.Mark;
import org.fieldfall.app.picture.Panel;
import org.fieldfall.app.picture.Trace;

/** Figure 3: the relaxation time τ(T) of eq. (10), and the temperature below which it is longer than 1 s. */
final class RelaxationTime {

    private static final Choice CHOICE = new Choice(3);
    private static final double BEYOND_LIMIT = 1.4;
    private static final int PARTS = 300;

    private RelaxationTime() {}

    static Drawing draw(Crystal crystal, Values asked) {
        CHOICE.refuse(!asked.fromTesla().isEmpty(), "--from", "eq. (10) knows no field");
        CHOICE.refuse(!asked.toTesla().isEmpty(), "--to", "eq. (10) knows no field");
        var law = crystal.relaxation()
                .orElseThrow(() ->
                        CHOICE.unfit(crystal.name() + " has no relaxation in its sample file, so no tau to draw"));
        var limit = crystal.slowBelowKelvin()
                .orElseThrow(() -> CHOICE.unfit("tau0 of " + crystal.name() + " is "
                        + law.tau0Seconds()
                        + " s, due below 1 s: its spins are slow at any temperature"));
        var kelvin = temperatures(asked.atKelvin(), limit);
        var data = new Data("temperature_k", "tau_s");
        kelvin.forEach(t -> data.add(t, law.seconds(t)));
        if (data.column("tau_s").anyMatch(Double::isInfinite)) {
            throw CHOICE.unfit("--at starts at " + kelvin.get(0) + " K, where tau is longer than any number can tell");
        }
        return new Drawing(3, figure(crystal, data, limit), data);
    }

    /** The limit is one of them, so that the table has it. */
    private static List<Double> temperatures(List<Double> asked, double limit) {
        if (asked.size() == 1) {
            throw CHOICE.unfit("--at gives one temperature, due a range of them, like 2K:6K:0.1K");
        }
        var hottest = Steps.round(BEYOND_LIMIT * limit);
        var kelvin =
                asked.isEmpty() ? Steps.parts(hottest, PARTS, PARTS / 3, PARTS).toList() : asked;
        var isWithin = kelvin.get(0) < limit && limit < kelvin.get(kelvin.size() - 1);
        return Stream.concat(kelvin.stream(), isWithin ? Stream.of(limit) : Stream.empty())
                .sorted()
                .distinct()
                .toList();
    }

    private static Figure figure(Crystal crystal, Data data, double limit) {
        var kelvin = data.column("temperature_k").toArray();
        var seconds = data.column("tau_s").toArray();
        var trace = new Trace(Label.of(""), kelvin, seconds, Manner.plain());
        var x = Axis.linear("*T* (K)", kelvin[0], kelvin[kelvin.length - 1]);
        var marks = List.of(
                Mark.horizontal(Crystal.SLOW_SECONDS, "*τ* = 1 s"),
                Mark.vertical(limit, String.format(Locale.ROOT, "*T* = %.2f K", limit)));
        var panel = new Panel(Label.of(""), x, decades(DoubleStream.of(seconds)), List.of(trace), marks);
        return new Figure(
                "Relaxation time of " + crystal.name(),
                List.of(panel),
                1,
                Sources.of(crystal, "*τ* = *τ*_{0} exp(*U*/*k*_{B}*T*),", "eq. (10)"));
    }

    /** From the power of ten below the shortest to the one above the longest. */
    private static Axis decades(DoubleStream seconds) {
        var range = seconds.summaryStatistics();
        var low = Math.pow(10, Math.floor(Math.log10(range.getMin())));
        var high = Math.pow(10, Math.ceil(Math.log10(range.getMax())));
        return Axis.logarithmic("*τ* (s)", low, high > low ? high : 10 * low);
    }
}
