package org.fieldfall.app.cli;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** What a rig reaches, for human eyes: one field quench as a list of what is said of it, several as rows. */
final class ReachTable {

    private static final String MOMENT = "  %14s %10s %10s %10s %10s %10s %9s%n";
    private static final String ROW = "%7s %7s %7s %8s %9s %9s %9s %9s %9s %9s %9s %9s %9s %7s%n";

    private final PrintWriter out;

    ReachTable(PrintWriter out) {
        this.out = out;
    }

    void print(SampleOnRig asked, List<Reach> all) {
        out.println(asked.sample().name() + " on " + asked.rig().name()
                + ", two-well kinetics with the rig's link, addenda and thermometer");
        if (all.size() == 1) {
            one(all.get(0));
        } else {
            rows(all);
        }
        var warnings = new LinkedHashSet<String>();
        all.forEach(reach -> warnings.addAll(reach.warnings()));
        warnings.forEach(warning -> out.println("warning: " + warning));
    }

    private void one(Reach it) {
        var table = new ForecastTable(out);
        var ti = it.closed().initialKelvin();
        table.one(it.closed());
        table.line("ramp", text("%g T/s, %g s", it.teslaPerSecond(), it.rampSeconds()));
        table.line("with addenda", format("ΔT = %+.5f K, eq. (9)", it.suddenWithAddendaKelvin() - ti));
        table.line(
                "completed",
                format(
                        "Tf = %.5f K, ΔT = %+.5f K, real ramp, no link%s",
                        it.completedKelvin(), it.completedDeltaKelvin(), suddenness(it)));
        table.line("in the wells", format("ΔT = %+.5f K, prompt, no spin crosses", it.inWellKelvin() - ti));
        table.line("in the ramp", format("%.2f %% of the spins cross that will", 100 * it.shareCrossedInRamp()));
        table.line(
                "link",
                format(
                        "%.3g s at Ti; the thermometer's heat keeps the platform %.2g mK above the bath",
                        it.linkSeconds(), 1e3 * it.selfHeatingKelvin()));
        table.line("Q in the end", format("%.2f uJ, once the link has led all back", 1e6 * it.completedHeatJoule()));
        out.println();
        out.printf(Locale.ROOT, MOMENT, "after the ramp", "ΔT/K", "coldest/K", "at/s", "shown ΔT/K", "shown/K", "Q/uJ");
        it.moments().forEach(moment -> moment(moment, ti));
        out.println("coldest: the lowest ΔT until then; shown: by the thermometer, with its lag and own heat");
    }

    private static String suddenness(Reach it) {
        if (Double.isNaN(it.excess())) {
            return "";
        }
        return format("; %+.1f %% from eq. (9), %s", 100 * it.excess(), it.isSudden() ? "sudden" : "not sudden");
    }

    private void moment(Reach.Moment it, double ti) {
        out.printf(
                Locale.ROOT,
                MOMENT,
                number(it.bySeconds()) + " s",
                delta(it.kelvin() - ti),
                delta(it.coldestKelvin() - ti),
                format("%.3g", it.coldestSeconds()),
                delta(it.shownDeltaKelvin()),
                format("%.4f", it.shownKelvin()),
                format("%.3f", 1e6 * it.spinHeatJoule()));
    }

    private void rows(List<Reach> all) {
        out.printf(
                Locale.ROOT,
                ROW,
                "Bi/T",
                "Bf/T",
                "Ti/K",
                "by/s",
                "ΔT/K",
                "coldest/K",
                "shownΔT/K",
                "Q/uJ",
                "Qend/uJ",
                "ΔT(9)/K",
                "compl./K",
                "ΔT(11)/K",
                "in-well/K",
                "ramp/%");
        all.forEach(reach -> reach.moments().forEach(moment -> row(reach, moment)));
        out.println("ΔT by that time after the ramp, its lowest until then and as the thermometer shows it; (9) sudden"
                + " limit,");
        out.println(
                "compl. after the real ramp in endless time, (11) isentrope, in-well prompt; ramp: of the spins that"
                        + " cross");
    }

    private void row(Reach reach, Reach.Moment it) {
        var closed = reach.closed();
        var ti = closed.initialKelvin();
        out.printf(
                Locale.ROOT,
                ROW,
                number(closed.initialTesla()),
                number(closed.finalTesla()),
                number(ti),
                number(it.bySeconds()),
                delta(it.kelvin() - ti),
                delta(it.coldestKelvin() - ti),
                delta(it.shownDeltaKelvin()),
                format("%.3f", 1e6 * it.spinHeatJoule()),
                format("%.3f", 1e6 * reach.completedHeatJoule()),
                delta(closed.suddenDeltaKelvin()),
                delta(reach.completedDeltaKelvin()),
                closed.isentropicDeltaKelvin().isPresent()
                        ? delta(closed.isentropicDeltaKelvin().getAsDouble())
                        : "none",
                delta(reach.inWellKelvin() - ti),
                format("%.2f", 100 * reach.shareCrossedInRamp()));
    }

    private static String number(double value) {
        return ForecastTable.number(value);
    }

    static String delta(double kelvin) {
        return format("%+.4f", kelvin);
    }

    private static String format(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }
}
