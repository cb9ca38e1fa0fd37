package org.fieldfall.app.figure;

import java.util.List;
import java.util.Locale;
import org.fieldfall.app.picture.Axis;
import org.fieldfall.app.picture.Label;
import org.fieldfall.app.picture.Mark;
import org.fieldfall.app.picture.Panel;
import org.fieldfall.app.picture.Trace;

/** What the panels of figures 4 and 6 share: one a Bi, ΔT over Ti, and where the spins take a second. */
final class Panels {

    private Panels() {}

    static Panel of(Crystal crystal, int index, double biTesla, Axis x, Axis y, List<Trace> traces) {
        return new Panel(
                Label.of("(" + (char) ('a' + index) + ") *B*_{i} = " + Choice.decimal(biTesla) + " T"),
                x,
                y,
                traces,
                marks(crystal, x));
    }

    static Label finalField(double bfTesla) {
        return Label.of("*B*_{f} = " + Choice.decimal(bfTesla) + " T");
    }

    private static List<Mark> marks(Crystal crystal, Axis x) {
        return crystal.slowBelowKelvin().stream()
                .filter(limit -> limit > x.low() && limit < x.high())
                .mapToObj(limit -> Mark.vertical(limit, String.format(Locale.ROOT, "*τ* = 1 s at %.2f K", limit)))
                .toList();
    }
}
