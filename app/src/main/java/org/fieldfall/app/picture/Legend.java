package org.fieldfall.app.picture;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of the curves, in rows above the panels, where no curve can be. A curve without a name is left out. */
final class Legend {

    private static final double SAMPLE = 22;
    private static final double GAP = 4;
    private static final double BETWEEN = 12;

    private final List<List<Entry>> rows = new ArrayList<>();

    private record Entry(Label label, Manner manner, double width) {}

    Legend(List<Panel> panels, double width) {
        Map<Label, Manner> names = new LinkedHashMap<>();
        panels.stream()
                .flatMap(panel -> panel.traces().stream())
                .filter(trace -> !trace.label().text().isEmpty())
                .forEach(trace -> names.putIfAbsent(trace.label(), trace.manner()));
        var left = 0.0;
        for (var name : names.entrySet()) {
            var entry =
                    new Entry(name.getKey(), name.getValue(), SAMPLE + GAP + Type.PLAIN.width(name.getKey()) + BETWEEN);
            if (left < entry.width) {
                rows.add(new ArrayList<>());
                left = width + BETWEEN;
            }
            rows.get(rows.size() - 1).add(entry);
            left -= entry.width;
        }
    }

    double height() {
        return rows.isEmpty() ? 0 : rows.size() * rowHeight() + GAP;
    }

    private static double rowHeight() {
        return 1.2 * Type.PLAIN.lineHeight();
    }

    void paint(Ink ink, double left, double top) {
        for (var i = 0; i < rows.size(); i++) {
            var x = left;
            for (var entry : rows.get(i)) {
                paint(entry, ink, x, top + (i + 0.5) * rowHeight());
                x += entry.width;
            }
        }
    }

    private static void paint(Entry entry, Ink ink, double x, double middle) {
        ink.stroke(new Line2D.Double(x, middle, x + SAMPLE, middle), Pen.curve(entry.manner));
        if (entry.manner.marker() != Marker.NONE) {
            PanelPainter.marker(ink, entry.manner, x + SAMPLE / 2, middle);
        }
        ink.text(entry.label, Type.PLAIN, Align.START, x + SAMPLE + GAP, middle + Type.PLAIN.capHeight() / 2);
    }
}
