package org.fieldfall.app.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.fieldfall.app.picture.Axis;
import org.fieldfall.app.picture.Figure;
import org.fieldfall.app.picture.Label;
import org.fieldfall.app.picture.Manner;
import org.fieldfall.app.picture.Marker;
import org.fieldfall.app.picture.Panel;
import org.fieldfall.app.picture.Trace;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.protocols.analysis.ShotFigures;

/** The temperature of runs over each other, from the start of their ramps: the whole of it, and its first seconds. */
public final class TraceFigure {

    /** More points than a journal's column has dots show nothing more; means of as many parts are drawn. */
    private static final int MOST_POINTS = 1500;

    private static final double FIRST_SECONDS = 3;

    private TraceFigure() {}

    /**
     * Draws them.
     *
     * @param runs at most as many as can be told apart
     * @param file SVG if its name ends so, else PNG
     * @throws UnknownRunException if one of them has no swept shot that could be analysed
     */
    public static void write(List<RecordedRun> runs, Path file) {
        Figure figure = of(runs);
        if (file.toString().endsWith(".svg")) {
            figure.writeSvg(file);
        } else {
            figure.writePng(file);
        }
    }

    private static Figure of(List<RecordedRun> runs) {
        List<Panel> panels = List.of(
                panel(runs, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                panel(runs, -FIRST_SECONDS / 3, FIRST_SECONDS));
        List<Label> sources =
                runs.stream().map(run -> Label.plain(described(run) + ".")).toList();
        return new Figure("Temperature over time of " + runs.size() + " runs", panels, 2, sources);
    }

    private static Panel panel(List<RecordedRun> runs, double from, double to) {
        List<Trace> traces = new ArrayList<>();
        for (RecordedRun run : runs) {
            traces.add(trace(run, from, to, Manner.number(traces.size()).with(Marker.NONE)));
        }
        return new Panel(
                Label.plain(""),
                axis("*t* (s)", traces.stream().flatMapToDouble(trace -> Arrays.stream(trace.x()))),
                Axis.around("Δ*T* (K)", traces.stream().flatMapToDouble(trace -> Arrays.stream(trace.y()))),
                traces,
                List.of());
    }

    private static Axis axis(String label, DoubleStream values) {
        var seen = values.summaryStatistics();
        return Axis.linear(label, seen.getMin(), seen.getMax());
    }

    private static Trace trace(RecordedRun run, double from, double to, Manner manner) {
        ShotFigures figures = run.figures(run.main())
                .orElseThrow(() -> new UnknownRunException("run " + name(run) + ": has no swept shot to draw"));
        var readings = run.main().notes().trace().orElseThrow();
        double start = figures.edges().startSeconds().value();
        int first = from > -start ? readings.indexAt(start + from) : 0;
        int end = to < readings.endSeconds() - start ? readings.indexAt(start + to) : readings.size();
        int each = Math.max(1, (end - first) / MOST_POINTS);
        double[] x = new double[(end - first) / each];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int at = first + i * each;
            x[i] = (at + (each - 1) / 2.0) * readings.intervalSeconds() - start;
            y[i] = run.facts()
                            .thermometry()
                            .kelvin()
                            .applyAsDouble(Arrays.stream(readings.raw(), at, at + each)
                                    .average()
                                    .orElse(Double.NaN))
                    - figures.initialKelvin().value();
        }
        return new Trace(Label.plain("run " + name(run)), x, y, manner);
    }

    private static String name(RecordedRun run) {
        return run.folder().number() + " (" + RunFolder.shortId(run.folder().runId()) + ")";
    }

    private static String described(RecordedRun run) {
        return String.format(
                Locale.ROOT,
                "Run %s of %s: %s, %s",
                name(run),
                run.manifest().run().started().toString().substring(0, 10),
                run.experiment().sample().name(),
                run.manifest().run().source().name());
    }
}
