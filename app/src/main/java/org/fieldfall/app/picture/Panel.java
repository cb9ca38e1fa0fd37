package org.fieldfall.app.picture;

import java.util.List;

/**
 * Curves over two axes.
 *
 * @param title what holds for all of its curves
 */
public record Panel(Label title, Axis x, Axis y, List<Trace> traces, List<Mark> marks) {

    public Panel {
        traces = List.copyOf(traces);
        marks = List.copyOf(marks);
        if (traces.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw: a panel without a curve");
        }
    }
}
