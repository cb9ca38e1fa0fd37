package org.fieldfall.app.figure;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.picture.Axis;
import org.fieldfall.app.picture.Figure;
import org.fieldfall.app.picture.Manner;
import org.fieldfall.app.picture.Panel;
import org.fieldfall.app.picture.Trace;

/** Figure 4: ΔT(Ti) in the sudden limit of eq. (9), one panel a Bi, one curve a Bf. */
final class SuddenCooling {

    private static final Choice CHOICE = new Choice(4);
    private static final List<Double> OWN_TO = List.of(0.0, 0.03, 0.1, 0.2, 0.3);
    private static final int MOST_PANELS = 6;

    private SuddenCooling() {}

    static Drawing draw(Crystal crystal, Values asked) {
        var from = CHOICE.fields("--from", asked.fromTesla(), Choice.PAPER_FROM, MOST_PANELS);
        var to = CHOICE.fields("--to", asked.toTesla(), OWN_TO, Manner.COUNT);
        var kelvin = CHOICE.temperatures(asked.atKelvin(), crystal);
        var data = new Data("initial_field_t", "final_field_t", "initial_temperature_k", "sudden_delta_t_k");
        for (double bi : from) {
            for (double bf : to) {
                var sudden = crystal.suddenDeltas(bi, bf, kelvin);
                for (var i = 0; i < sudden.length; i++) {
                    data.add(bi, bf, kelvin.get(i), sudden[i]);
                }
            }
        }
        return new Drawing(4, figure(crystal, from, to, kelvin, data), data);
    }

    private static Figure figure(Crystal crystal, List<Double> from, List<Double> to, List<Double> kelvin, Data data) {
        var x = Choice.temperatureAxis("*T*_{i} (K)", kelvin);
        var y = Axis.around("Δ*T* (K)", data.column("sudden_delta_t_k"));
        var curves = data.column("sudden_delta_t_k").toArray();
        var panels = new ArrayList<Panel>();
        for (var i = 0; i < from.size(); i++) {
            var traces = new ArrayList<Trace>();
            for (var j = 0; j < to.size(); j++) {
                var curve = Curves.part(curves, i * to.size() + j, kelvin.size());
                traces.add(new Trace(Panels.finalField(to.get(j)), Curves.array(kelvin), curve, Manner.number(j)));
            }
            panels.add(Panels.of(crystal, i, from.get(i), x, y, traces));
        }
        return new Figure(
                "Temperature change of " + crystal.name() + " in the sudden limit",
                panels,
                Math.min(2, panels.size()),
                Sources.of(crystal, "Sudden limit,", "eq. (9)"));
    }
}
