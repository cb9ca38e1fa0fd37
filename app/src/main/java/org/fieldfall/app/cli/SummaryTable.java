package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fieldfall.app.run.ShotLine;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.protocols.instrument.Figure;

/** The summary of a run for a person. What a run did not reach is a dash or is left out. */
final class SummaryTable {

    private static final String NONE = "-";

    private final PrintWriter out;

    SummaryTable(PrintWriter out) {
        this.out = out;
    }

    void print(ShotSummary s) {
        out.println();
        row("source", "%s", s.source().toUpperCase(Locale.ROOT));
        row("status", "%s: %s", s.status(), s.why());
        shot(s);
        expected(s);
        if (!s.points().isEmpty()) {
            points(s);
        }
        out.println();
        s.results().ifPresent(results -> new ResultsTable(out, results).print());
        s.shots().forEach(this::shot);
        row("verdict", "%s", s.verdict());
        phases(s);
        s.warnings().forEach(warning -> row("warning", "%s", warning));
        s.remarks().forEach(remark -> row("remark", "%s", remark));
        new TreeMap<>(s.lines()).forEach((role, resource) -> row("line", "%s %s", role, resource));
        row("record", "%s", s.runFolder());
    }

    /** What went well is counted, all else has its reason. */
    private void phases(ShotSummary s) {
        if (s.phases().isEmpty()) {
            return;
        }
        long good = s.phases().stream()
                .filter(phase -> phase.quality().equals("good"))
                .count();
        row("phases", "%d of %d good", good, s.phases().size());
        s.phases().stream()
                .filter(phase -> !phase.quality().equals("good"))
                .forEach(phase ->
                        row("", "%s %s: %s", phase.name(), phase.quality().toUpperCase(Locale.ROOT), phase.why()));
    }

    private void shot(ShotSummary s) {
        row("field", "asked %g T to %g T, %s", s.initialTesla(), s.finalTesla(), read(s));
        if (Double.isNaN(s.rateAchieved())) {
            row("rate", "asked %g T/s, not achieved", s.rateAsked());
        } else {
            row(
                    "rate",
                    "asked %g T/s, achieved %.2f ± %.2f T/s",
                    s.rateAsked(),
                    s.rateAchieved(),
                    s.rateAchievedSigma());
            s.rateSource().ifPresent(source -> row("", "(%s)", source));
        }
        if (!Double.isNaN(s.initialKelvin())) {
            row(
                    "Ti",
                    "%.4f ± %.4f K, drift %+.2f mK/min",
                    s.initialKelvin(),
                    s.initialSigmaKelvin(),
                    60_000 * s.driftKelvinPerSecond());
        }
        row("at Bi", "%s relaxation times waited", count(s.relaxationTimesWaited()));
        s.equilibrium().ifPresent(spins -> row("spins", "%s", spins.words()));
    }

    /** One line of results and, where a trace was taken around a ramp, one of what its clocks say. */
    private void shot(ShotLine shot) {
        row("shot " + shot.number(), "%s: %s", shot.kind(), shot.verdict());
        Map<String, Double> f = shot.figures();
        List<String> clocks = new ArrayList<>();
        if (f.containsKey("thermometer_readings_in_sweep_received")) {
            clocks.add(received(f, "thermometer"));
        }
        if (f.containsKey("monitor_readings_in_sweep_received")) {
            clocks.add(received(f, "monitor"));
            clocks.add(Figure.text(
                    "nonlinearity %.2f %%, undershoot %.2f mT",
                    100 * number(f, "ramp_nonlinearity"), 1000 * number(f, "ramp_undershoot_t")));
        }
        if (f.containsKey("clock_skew_s")) {
            clocks.add(Figure.text(
                    "clock skew %+.1f ± %.1f ms",
                    1000 * number(f, "clock_skew_s"), 1000 * number(f, "clock_skew_sigma_s")));
        }
        if (!clocks.isEmpty()) {
            row("", "(%s)", String.join("; ", clocks));
        }
    }

    private static String received(Map<String, Double> f, String meter) {
        return Figure.text(
                "%s %.0f of %.0f readings in the ramp",
                meter,
                number(f, meter + "_readings_in_sweep_received"),
                number(f, meter + "_readings_in_sweep_expected"));
    }

    private static double number(Map<String, Double> figures, String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    private static String read(ShotSummary s) {
        if (Double.isNaN(s.beforeTesla())) {
            return "not swept";
        }
        return Double.isNaN(s.afterTesla())
                ? Figure.text("read %.4f T before the sweep", s.beforeTesla())
                : Figure.text("read %.4f T to %.4f T", s.beforeTesla(), s.afterTesla());
    }

    private void expected(ShotSummary s) {
        row(
                "limits",
                "ΔT sudden %s K (%s K with addenda), completed %s K, isentrope %s",
                number("%+.3f", s.suddenDelta()),
                number("%+.3f", s.suddenWithAddendaDelta()),
                number("%+.3f", s.completedDelta()),
                Double.isNaN(s.isentropicDelta()) ? "none" : number("%+.3f", s.isentropicDelta()) + " K");
    }

    private void points(ShotSummary s) {
        out.println();
        line("after the ramp", "predicted ΔT (K)", "measured ΔT (K)", "difference (mK)", "in sigma");
        s.points().forEach(point -> point(Figure.text("%g s", point.afterRampSeconds()), point));
        s.peak().ifPresent(peak -> point(Figure.text("peak at %.1f s", peak.afterRampSeconds()), peak));
    }

    private void point(String when, ShotSummary.Point p) {
        line(
                when,
                withSigma(p.predicted(), p.predictedSigma()),
                withSigma(p.measured(), p.measuredSigma()),
                number("%+.1f", 1000 * (p.measured() - p.predicted())),
                number("%+.1f", p.pull()));
    }

    private void line(String when, String predicted, String measured, String difference, String sigmas) {
        out.println(String.format(
                Locale.ROOT, "%16s  %18s  %18s  %16s  %9s", when, predicted, measured, difference, sigmas));
    }

    private static String withSigma(double value, double sigma) {
        return Double.isNaN(value) ? NONE : Figure.text("%+.4f ± %.4f", value, sigma);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? NONE : Figure.text(format, value);
    }

    /** Three figures are plenty for a count that runs into the thousands. */
    private static String count(double value) {
        return value < 1000 ? Figure.text("%.1f", value) : Figure.text("%.0f thousand", value / 1000);
    }

    private void row(String name, String format, Object... values) {
        out.println(String.format(Locale.ROOT, "%-9s", name) + Figure.text(format, values));
    }
}
