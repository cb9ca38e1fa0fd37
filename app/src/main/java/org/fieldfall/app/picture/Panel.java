package org.fieldfall.app.picture;

import java.util.List;

/**
 * Curves over two axes.
 *
 * @param title what holds for all of its curves
 * @param bands under the curves
 */
public record Panel(Label title, Axis x, Axis y, List<Trace> traces, List<Mark> marks, List<Band> bands) {

    public Panel(Label title, Axis x, Axis y, List<Trace> traces, List<Mark> marks) {
        this(title, x, y, traces, marks, List.of());
    }

    public Panel {
        traces = List.copyOf(traces);
        marks = List.copyOf(marks);
        bands = List.copyOf(bands);
        if (traces.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw: a panel without a curve");
        }
    }
}
