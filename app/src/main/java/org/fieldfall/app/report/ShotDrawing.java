package org.fieldfall.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fieldfall.app.picture.Axis;
import org.fieldfall.app.picture.Band;
import org.fieldfall.app.picture.Dash;
import org.fieldfall.app.picture.Figure;
import org.fieldfall.app.picture.Hue;
import org.fieldfall.app.picture.Label;
import org.fieldfall.app.picture.Manner;
import org.fieldfall.app.picture.Mark;
import org.fieldfall.app.picture.Marker;
import org.fieldfall.app.picture.Panel;
import org.fieldfall.app.picture.Trace;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.protocols.analysis.FieldRamp;
import org.fieldfall.protocols.analysis.ShotFigures;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.FollowedCourse;
import org.fieldfall.protocols.fieldquench.PerformedShot;

/**
 * One shot as vector pictures: temperature with its prediction, what is left between them, and field; the whole shot on the
 * left, the ramp enlarged on the right.
 */
final class ShotDrawing {

    private static final double CLOSE_BEFORE = 0.15;
    private static final double CLOSE_AFTER = 0.5;
    private static final double WIDE_BEFORE = 20;

    /** After the ramp, when the thermometer has caught up. */
    private static final double SETTLED_SECONDS = 0.1;

    /** A field that stands still is not to look as if it moved. */
    private static final double LEAST_TESLA = 0.005;

    private static final double MILLI = 1000;
    private static final Manner MEASURED = new Manner(Hue.BLUE, Dash.SOLID, Marker.NONE);
    private static final Manner PREDICTED = new Manner(Hue.VERMILION, Dash.DASHED, Marker.NONE);
    private static final Manner FIELD = new Manner(Hue.GREEN, Dash.SOLID, Marker.NONE);
    private static final String TIME = "*t* (s)";

    private final RecordedRun run;
    private final PerformedShot shot;
    private final ShotFigures figures;
    private final org.fieldfall.protocols.analysis.Trace trace;
    private final double zero;
    private final double ramp;

    private ShotDrawing(
            RecordedRun run, PerformedShot shot, ShotFigures figures, org.fieldfall.protocols.analysis.Trace trace) {
        this.run = run;
        this.shot = shot;
        this.figures = figures;
        this.trace = trace;
        this.zero = figures.edges().startSeconds().value();
        this.ramp = figures.edges().durationSeconds().value();
    }

    /** Empty for a shot that was not measured. */
    static Optional<Figure> of(RecordedRun run, PerformedShot shot) {
        return run.figures(shot)
                .flatMap(figures ->
                        shot.notes().trace().map(trace -> new ShotDrawing(run, shot, figures, trace).figure()));
    }

    private Figure figure() {
        double wideFrom = Math.max(-WIDE_BEFORE, -zero);
        double wideTo = trace.endSeconds() - zero;
        double closeTo = Math.min(wideTo, ramp + CLOSE_AFTER);
        List<Panel> panels = new ArrayList<>();
        panels.add(temperature("whole shot", wideFrom, wideTo, true));
        panels.add(temperature("ramp enlarged", -CLOSE_BEFORE, closeTo, false));
        shot.notes().prediction().ifPresent(predicted -> {
            panels.add(residual(predicted, ramp + SETTLED_SECONDS, wideFrom, wideTo));
            panels.add(residual(predicted, 0, -CLOSE_BEFORE, closeTo));
        });
        panels.add(field(wideFrom, wideTo));
        panels.add(field(-CLOSE_BEFORE, closeTo));
        String source = run.manifest().run().source().name();
        String kind = shot.shot().kind().word();
        return new Figure(
                source + ": shot " + shot.number() + ", " + kind,
                panels,
                2,
                List.of(
                        Label.plain("Readings from the " + source + "."),
                        Label.plain("Shot " + shot.number() + ", " + kind + "."),
                        Label.plain("Time counts from the start of the ramp."),
                        Label.plain("Readings as they are, means of as many as fall on a point:"),
                        Label.plain("in the ramp the pick-up and the lag of the thermometer are in them."),
                        Label.plain("Bands: one standard uncertainty of the prediction.")));
    }

    private Panel temperature(String title, double from, double to, boolean isWhole) {
        Course measured = Course.of(trace, run.facts().thermometry().kelvin(), zero, from, to);
        List<Trace> traces = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        traces.add(trace("measured *T*", measured.seconds(), measured.values(), MEASURED));
        shot.notes().prediction().ifPresent(predicted -> {
            Predicted curve = predicted(predicted, to);
            traces.add(trace("predicted *T*, two wells", curve.seconds, curve.kelvin, PREDICTED));
            bands.add(curve.band());
            double sudden = figures.initialKelvin().value() + shot.plan().suddenKelvin();
            if (isWhole) {
                marks.add(Mark.horizontal(sudden, "sudden limit"));
            }
        });
        DoubleStream values = DoubleStream.concat(
                traces.stream().flatMapToDouble(each -> Arrays.stream(each.y())),
                marks.stream().mapToDouble(Mark::value));
        return new Panel(
                Label.plain(title), Axis.linear(TIME, from, to), Axis.around("*T* (K)", values), traces, marks, bands);
    }

    /** The predicted curve up to a time. */
    private record Predicted(double[] seconds, double[] kelvin, double[] sigma) {
        Band band() {
            double[] low = new double[kelvin.length];
            double[] high = new double[kelvin.length];
            Arrays.setAll(low, i -> kelvin[i] - sigma[i]);
            Arrays.setAll(high, i -> kelvin[i] + sigma[i]);
            return new Band(seconds, low, high, Hue.VERMILION);
        }
    }

    private Predicted predicted(FollowedCourse curve, double to) {
        double[] all =
                Arrays.stream(curve.afterRampSeconds()).map(t -> t + ramp).toArray();
        int count = (int) Math.max(1, Arrays.stream(all).filter(t -> t <= to).count());
        double[] seconds = Arrays.copyOf(all, count);
        double[] kelvin = Arrays.stream(curve.deltaKelvin(), 0, count)
                .map(delta -> curve.startKelvin() + delta)
                .toArray();
        return new Predicted(seconds, kelvin, Arrays.copyOf(curve.kelvinSigma(), count));
    }

    /**
     * Of the temperature differences, each from where it starts: a common error of the calibration is not in it.
     *
     * @param begin where it is drawn from
     */
    private Panel residual(FollowedCourse curve, double begin, double from, double to) {
        double[] predicted = curve.afterRampSeconds();
        double first = predicted[0];
        double last = predicted[predicted.length - 1];
        Course measured = Course.of(
                trace,
                run.facts().thermometry().kelvin(),
                zero,
                Math.max(begin, first + ramp),
                Math.min(to, last + ramp));
        double[] left = new double[measured.seconds().length];
        double[] low = new double[left.length];
        double[] high = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            // The mean of some readings may lie a reading beyond the ends.
            double after = Math.max(first, Math.min(last, measured.seconds()[i] - ramp));
            Uncertain expected = curve.deltaAfterRamp(after).orElseThrow();
            double delta = measured.values()[i] - figures.initialKelvin().value();
            left[i] = MILLI * (delta - expected.value());
            low[i] = -MILLI * expected.sigma();
            high[i] = MILLI * expected.sigma();
        }
        Band band = new Band(measured.seconds(), low, high, Hue.VERMILION);
        DoubleStream values = Stream.of(left, low, high).flatMapToDouble(Arrays::stream);
        return new Panel(
                Label.plain("measured minus predicted"),
                Axis.linear(TIME, from, to),
                Axis.around("residual (mK)", values),
                List.of(trace("", measured.seconds(), left, MEASURED)),
                List.of(),
                List.of(band));
    }

    /** The field monitor's readings where it has any, and the loaded program between the supply's readbacks. */
    private Panel field(double from, double to) {
        double before = shot.notes().fieldBefore().orElseThrow().tesla();
        double after = shot.notes().fieldAfter().orElseThrow().tesla();
        List<Trace> traces = new ArrayList<>();
        traces.add(trace(
                "*B* by the supply's readbacks",
                new double[] {from, 0, ramp, to},
                new double[] {before, before, after, after},
                FIELD.with(Dash.DOTTED)));
        monitored(from, to)
                .ifPresent(course ->
                        traces.add(trace("*B* by the field monitor", course.seconds(), course.values(), FIELD)));
        DoubleStream values = DoubleStream.concat(
                DoubleStream.of(before - LEAST_TESLA, before + LEAST_TESLA),
                traces.stream().flatMapToDouble(each -> Arrays.stream(each.y())));
        return new Panel(
                Label.plain("field"), Axis.linear(TIME, from, to), Axis.around("*B* (T)", values), traces, List.of());
    }

    private Optional<Course> monitored(double from, double to) {
        return run.ramp(shot)
                .map(FieldRamp::startSeconds)
                .flatMap(start -> shot.notes()
                        .monitorTrace()
                        .flatMap(readings ->
                                run.monitorTesla().map(tesla -> Course.of(readings, tesla, start.value(), from, to))))
                .filter(Course::isDrawn);
    }

    private static Trace trace(String markup, double[] x, double[] y, Manner manner) {
        return new Trace(Label.of(markup), x, y, manner);
    }
}
