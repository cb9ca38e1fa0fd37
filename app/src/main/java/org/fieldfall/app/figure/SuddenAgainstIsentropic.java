package org.fieldfall.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.fieldfall.app.picture.Axis;
import org.fieldfall.app.picture.Dash;
import org.fieldfall.app.picture.Figure;
import org.fieldfall.app.picture.Label;
import org.fieldfall.app.picture.Manner;
import org.fieldfall.app.picture.Panel;
import org.fieldfall.app.picture.Trace;

/** Figure 6: ΔT(Ti) of the sudden limit, eq. (9), beside that of the isentrope, eq. (11); one panel a Bi. */
final class SuddenAgainstIsentropic {

    private static final Choice CHOICE = new Choice(6);
    private static final List<Double> OWN_TO = List.of(0.1, 0.3);
    private static final int MOST_PANELS = 6;
    private static final int MOST_CURVES = 3;
    private static final String SUDDEN = "sudden_delta_t_k";
    private static final String ISENTROPIC = "isentropic_delta_t_k";

    private SuddenAgainstIsentropic() {}

    static Drawing draw(Crystal crystal, Values asked) {
        var from = CHOICE.fields("--from", asked.fromTesla(), Choice.PAPER_FROM, MOST_PANELS);
        var to = CHOICE.fields("--to", asked.toTesla(), OWN_TO, MOST_CURVES);
        var kelvin = CHOICE.temperatures(asked.atKelvin(), crystal);
        var data = new Data("initial_field_t", "final_field_t", "initial_temperature_k", SUDDEN, ISENTROPIC);
        for (double bi : from) {
            for (double bf : to) {
                var sudden = crystal.suddenDeltas(bi, bf, kelvin);
                var isentropic = crystal.isentropicDeltas(bi, bf, kelvin);
                for (var i = 0; i < sudden.length; i++) {
                    data.add(bi, bf, kelvin.get(i), sudden[i], isentropic[i]);
                }
            }
        }
        return new Drawing(6, figure(crystal, from, to, kelvin, data), data);
    }

    private static Figure figure(Crystal crystal, List<Double> from, List<Double> to, List<Double> kelvin, Data data) {
        var x = Choice.temperatureAxis("*T*_{i} (K)", kelvin);
        var y = Axis.around("Δ*T* (K)", DoubleStream.concat(data.column(SUDDEN), data.column(ISENTROPIC)));
        var panels = new ArrayList<Panel>();
        for (var i = 0; i < from.size(); i++) {
            var traces = new ArrayList<Trace>();
            for (var j = 0; j < to.size(); j++) {
                traces.addAll(pair(data, kelvin, i * to.size() + j, to.get(j), j));
            }
            panels.add(Panels.of(crystal, i, from.get(i), x, y, traces));
        }
        return new Figure(
                "Temperature change of " + crystal.name() + ", sudden and isentropic",
                panels,
                Math.min(2, panels.size()),
                Sources.of(crystal, "Sudden limit,", "eq. (9),", "and isentrope,", "eq. (11),"));
    }

    /** The two of one Bf share their colour; an isentrope that does not exist leaves a gap, or no curve. */
    private static List<Trace> pair(Data data, List<Double> kelvin, int index, double bfTesla, int number) {
        var x = Curves.array(kelvin);
        var sudden = Curves.part(data.column(SUDDEN).toArray(), index, x.length);
        var isentropic = Curves.part(data.column(ISENTROPIC).toArray(), index, x.length);
        var field = Panels.finalField(bfTesla);
        var manner = Manner.number(number);
        return List.of(
                new Trace(field.plus(Label.plain(", sudden")), x, sudden, manner.with(Dash.SOLID)),
                new Trace(
                        field.plus(Label.plain(", isentropic")),
                        x,
                        isentropic,
                        manner.with(Dash.DASHED)
                                .with(Manner.number(number + MOST_CURVES).marker())));
    }
}
