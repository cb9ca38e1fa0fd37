package org.fieldfall.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.fieldfall.app.picture.Axis;
import org.fieldfall.app.picture.Dash;
import org.fieldfall.app.picture.Figure;
import org.fieldfall.app.picture.Hue;
import org.fieldfall.app.picture.Label;
import org.fieldfall.app.picture.Manner;
import org.fieldfall.app.picture.Mark;
import org.fieldfall.app.picture.Marker;
import org.fieldfall.app.picture.Panel;
import org.fieldfall.app.picture.Trace;
import org.fieldfall.app.run.PlannedRun;
import org.fieldfall.app.run.PlannedShot;
import org.fieldfall.protocols.fieldquench.Expectation;
import org.fieldfall.protocols.fieldquench.PlannedCourse;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.fieldquench.Timetable;

/**
 * One shot as it is planned: the field above the predicted temperature on one axis of time; the whole shot on the left, the
 * sweep enlarged on the right.
 */
public final class PlanDrawing {

    private static final double CLOSE_BEFORE = 0.15;
    private static final double CLOSE_AFTER = 0.5;

    /** A phase that takes less of the shot has no room for its name. */
    private static final double NAMED_SHARE = 0.08;

    /** A phase that takes less of it is no line of its own. */
    private static final double LINE_SHARE = 0.02;

    /** Beside the first and the last ramp. */
    private static final double MARGIN = 0.03;

    /** Above and below the temperatures, for the names of the limits. */
    private static final double NAME_ROOM = 0.08;

    private static final String TIME = "*t* (s)";
    private static final Manner FIELD = new Manner(Hue.GREEN, Dash.SOLID, Marker.NONE);
    private static final Manner CRYSTAL = new Manner(Hue.VERMILION, Dash.SOLID, Marker.NONE);
    private static final Manner SHOWN = new Manner(Hue.BLUE, Dash.DASHED, Marker.NONE);
    private static final Manner REACHED = new Manner(Hue.BLACK, Dash.SOLID, Marker.CIRCLE);

    private final PlannedRun run;
    private final PlannedShot shot;
    private final PlannedCourse course;
    private final double ramp;
    private final double begin;

    private PlanDrawing(PlannedRun run, PlannedShot shot, PlannedCourse course) {
        this.run = run;
        this.shot = shot;
        this.course = course;
        this.ramp = shot.plan().supply().rampSeconds();
        this.begin = -timetable().beginSeconds("sweep").orElseThrow();
    }

    /** Only what the theory predicts is drawn. */
    public static boolean isDrawn(PlannedShot shot) {
        return shot.plan().expected().course().isPresent();
    }

    public static Figure of(PlannedRun run, PlannedShot shot) {
        return new PlanDrawing(run, shot, shot.plan().expected().course().orElseThrow()).figure();
    }

    private Timetable timetable() {
        return shot.plan().timetable();
    }

    private ShotSettings settings() {
        return shot.shot().settings();
    }

    private Figure figure() {
        double whole = timetable().total().expected();
        double from = begin - MARGIN * whole;
        double end = begin + (1 + MARGIN) * whole;
        double closeTo = ramp + CLOSE_AFTER;
        List<Panel> panels = List.of(
                field("whole shot", from, end, phases()),
                field("sweep enlarged", -CLOSE_BEFORE, closeTo, List.of()),
                temperature(from, end, limits(), false),
                temperature(-CLOSE_BEFORE, closeTo, List.of(), true));
        String kind = shot.shot().kind().word();
        return new Figure(
                "PLAN: shot " + shot.number() + ", " + kind,
                panels,
                2,
                List.of(
                        Label.plain("PLAN, nothing measured."),
                        Label.plain(run.experiment().protocol().name() + ", shot " + shot.number() + ", " + kind + ":"),
                        Label.plain(run.experiment().sample().name() + " on "
                                + run.experiment().rig().name() + "."),
                        Label.plain("Time counts from the start of the ramp."),
                        Label.plain("Upright lines: beginning of " + String.join(", ", lined()) + "."),
                        Label.plain("Temperature from the baseline on."),
                        Label.plain("Circles: 0, 1, 10 and 60 s after the ramp."),
                        Label.plain("Sudden limit and completed: without link and addenda; reachable: with both.")));
    }

    private List<Mark> phases() {
        List<Mark> marks = new ArrayList<>();
        for (String phase : lined()) {
            double from = timetable().beginSeconds(phase).orElseThrow();
            marks.add(Mark.vertical(begin + from, share(phase) > NAMED_SHARE ? phase : ""));
        }
        return marks;
    }

    private List<String> lined() {
        return timetable().phases().stream()
                .map(Timetable.Entry::phase)
                .filter(phase -> share(phase) > LINE_SHARE)
                .toList();
    }

    private double share(String phase) {
        double expected = timetable().span(phase).orElseThrow().expected();
        return expected / timetable().total().expected();
    }

    private Panel field(String title, double from, double to, List<Mark> marks) {
        double rest = run.facts().restTesla();
        double recover = begin + timetable().beginSeconds("recover").orElseThrow();
        double[] x = {
            begin,
            begin + timetable().beginSeconds("settle").orElseThrow(),
            0,
            ramp,
            recover,
            begin + timetable().total().expected()
        };
        double bi = settings().initialTesla();
        double bf = settings().finalTesla();
        double[] y = {rest, bi, bi, bf, bf, rest};
        return new Panel(
                Label.plain(title),
                Axis.linear(TIME, from, to),
                Axis.around("*B* (T)", Arrays.stream(y)),
                List.of(new Trace(Label.of("planned *B*"), x, y, FIELD)),
                marks);
    }

    private List<Mark> limits() {
        Expectation expected = shot.plan().expected();
        double ti = settings().initialKelvin();
        return List.of(
                Mark.horizontal(ti + expected.suddenKelvin(), "sudden limit"),
                Mark.horizontal(ti + expected.completedKelvin(), "completed"),
                Mark.horizontal(ti + course.furthest().deltaKelvin(), "reachable"));
    }

    private Panel temperature(double from, double to, List<Mark> marks, boolean isClose) {
        List<Trace> traces = new ArrayList<>();
        traces.add(new Trace(Label.of("predicted *T*"), seconds(), rested(course.kelvin()), CRYSTAL));
        if (isClose) {
            traces.add(
                    new Trace(Label.of("as the thermometer shows it"), seconds(), rested(course.shownKelvin()), SHOWN));
        }
        traces.add(reached());
        DoubleSummaryStatistics seen = DoubleStream.concat(
                        Arrays.stream(course.kelvin(), 0, until(to)),
                        marks.stream().mapToDouble(Mark::value))
                .summaryStatistics();
        double room = NAME_ROOM * (seen.getMax() - seen.getMin());
        return new Panel(
                Label.plain("temperature"),
                Axis.linear(TIME, from, to),
                Axis.around("*T* (K)", DoubleStream.of(seen.getMin() - room, seen.getMax() + room)),
                traces,
                marks);
    }

    private int until(double seconds) {
        return (int) Arrays.stream(course.afterRampSeconds())
                .filter(after -> after + ramp <= seconds)
                .count();
    }

    /** At rest from the baseline on. */
    private double[] seconds() {
        double arm = begin + timetable().beginSeconds("arm").orElseThrow();
        return DoubleStream.concat(
                        DoubleStream.of(arm),
                        Arrays.stream(course.afterRampSeconds()).map(after -> after + ramp))
                .toArray();
    }

    private static double[] rested(double[] kelvin) {
        return DoubleStream.concat(DoubleStream.of(kelvin[0]), Arrays.stream(kelvin))
                .toArray();
    }

    /** Points that stand alone are drawn as markers. */
    private Trace reached() {
        List<PlannedCourse.Reached> points = course.reached();
        double[] x = new double[2 * points.size()];
        double[] y = new double[x.length];
        Arrays.fill(x, Double.NaN);
        Arrays.fill(y, Double.NaN);
        for (int i = 0; i < points.size(); i++) {
            x[2 * i] = ramp + points.get(i).afterRampSeconds();
            y[2 * i] = settings().initialKelvin() + points.get(i).deltaKelvin();
        }
        return new Trace(Label.of(""), x, y, REACHED);
    }
}
