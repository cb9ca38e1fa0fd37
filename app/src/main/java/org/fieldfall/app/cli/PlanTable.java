package org.fieldfall.app.cli;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fieldfall.app.run.PlannedRun;
import org.fieldfall.app.run.PlannedShot;
import org.fieldfall.protocols.fieldquench.CoilHeat;
import org.fieldfall.protocols.fieldquench.Expectation;
import org.fieldfall.protocols.fieldquench.HeatLoads;
import org.fieldfall.protocols.fieldquench.PlannedCourse;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.ShotPlan;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.fieldquench.Span;
import org.fieldfall.protocols.fieldquench.SupplyDemand;
import org.fieldfall.protocols.fieldquench.ThermometerDemand;
import org.fieldfall.protocols.instrument.Figure;

/** A plan for a person: the verdict first, then each shot. */
final class PlanTable {

    private static final double MILLI = 1e3;
    private static final double MEGA = 1e6;
    private static final double NANO = 1e9;

    private final PrintWriter out;

    PlanTable(PrintWriter out) {
        this.out = out;
    }

    void print(PlannedRun plan) {
        out.println(plan.experiment().protocol().name() + ": "
                + plan.experiment().sample().name() + " on "
                + plan.experiment().rig().name() + " ("
                + plan.experiment().rig().source().name().toLowerCase(Locale.ROOT) + ")");
        verdict(plan);
        if (plan.isAllowed()) {
            row("takes", "%s of rig time (%s to %s)", spans(plan.total()));
        }
        row(
                "disk",
                "up to %.0f MB for the record, %.0f MB free",
                plan.record().bytes() / MEGA,
                plan.record().disk().freeBytes() / MEGA);
        plan.facts().bias().ifPresent(this::bias);
        plan.shots().forEach(this::shot);
        out.println();
    }

    private void bias(RigFacts.BiasFacts bias) {
        row(
                "bias",
                "%g T of every field below, by its own magnet at %g T/s; zero on the way to safety",
                bias.tesla(),
                bias.can().teslaPerSecond());
    }

    private void verdict(PlannedRun plan) {
        List<String> warnings = plan.warnings();
        if (!plan.isAllowed()) {
            out.println("REFUSED, " + counted(plan.refusals().size(), "reason") + ":");
            plan.refusals().forEach(refusal -> out.println("  " + refusal));
        } else if (warnings.isEmpty()) {
            out.println("ALLOWED");
        } else {
            out.println("ALLOWED with " + counted(warnings.size(), "warning") + ":");
        }
        warnings.forEach(warning -> out.println("  " + (plan.isAllowed() ? "" : "warning: ") + warning));
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private void shot(PlannedShot shot) {
        ShotSettings settings = shot.shot().settings();
        ShotPlan plan = shot.plan();
        out.println();
        boolean isMoved = plan.supply().rampSeconds() > 0 || !plan.isAllowed();
        row(
                "shot " + shot.number(),
                "%s: %g T%s from %g K",
                shot.shot().kind().word(),
                settings.initialTesla(),
                isMoved ? text(" to %g T at %g T/s", settings.finalTesla(), settings.rateTeslaPerSecond()) : "",
                settings.initialKelvin());
        if (!plan.isAllowed()) {
            row("", "refused");
        }
        timetable(plan);
        supply(plan.supply());
        if (plan.isAllowed()) {
            theory(plan, shot.shot().kind().isPredicted());
            heat(plan.heat());
        }
        thermometer(plan);
    }

    private void timetable(ShotPlan plan) {
        if (plan.timetable().phases().isEmpty()) {
            return;
        }
        time("", "expected", "shortest", "longest");
        plan.timetable().phases().forEach(entry -> time(entry.phase(), spans(entry.span())));
        time("together", spans(plan.timetable().total()));
    }

    private void time(String phase, Object... spans) {
        out.println(String.format(Locale.ROOT, "  %-12s", phase) + String.format(Locale.ROOT, "%12s%12s%12s", spans));
    }

    private static Object[] spans(Span span) {
        return new Object[] {duration(span.expected()), duration(span.shortest()), duration(span.longest())};
    }

    static String duration(double seconds) {
        if (seconds < 100) {
            return text("%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? text("%d min %02d s", whole / 60, whole % 60)
                : text("%d h %02d min", whole / 3600, whole % 3600 / 60);
    }

    private void supply(SupplyDemand it) {
        if (it.points() == 0) {
            return;
        }
        row(
                "supply",
                "%.2f V of %g V (L dI/dt + R I), at most %s A",
                it.peakVolts(),
                it.complianceVolts(),
                three(it.largestAmperes()));
        if (it.rampSeconds() > 0) {
            row(
                    "",
                    "%d of %d points, %s mT each %s ms: %s T/s reached, for %s s; the compliance allows %s T/s",
                    it.points(),
                    it.mostPoints(),
                    three(MILLI * it.stepTesla()),
                    three(MILLI * it.dwellSeconds()),
                    three(it.reachedTeslaPerSecond()),
                    three(it.rampSeconds()),
                    three(it.reachableTeslaPerSecond()));
        }
    }

    private void theory(ShotPlan plan, boolean isPredicted) {
        Expectation it = plan.expected();
        if (isPredicted) {
            row(
                    "limits",
                    "ΔT sudden %+.3f K (%+.3f K with addenda), completed %+.3f K (%+.1f %%, %s), isentrope %s",
                    it.suddenKelvin(),
                    it.suddenWithAddendaKelvin(),
                    it.completedKelvin(),
                    100 * it.excess(),
                    it.isSudden() ? "sudden" : "not sudden",
                    Double.isNaN(it.isentropicKelvin()) ? "none" : text("%+.3f K", it.isentropicKelvin()));
            it.course().ifPresent(this::reached);
        }
        row(
                "spins",
                "τ %s at the start, %s at the sudden end; %s relaxation times pass at the initial field",
                seconds(it.tauInitialSeconds()),
                seconds(it.tauSuddenSeconds()),
                three(plan.relaxationTimes()));
        if (isPredicted) {
            row("", "%s %% of those that cross do so in the ramp", three(100 * it.shareInRamp()));
        }
        row("link", "τ %s at the start", seconds(it.linkSeconds()));
    }

    private static String seconds(double value) {
        return three(value) + " s";
    }

    /** Three digits are plenty for what is only expected. */
    private static String three(double value) {
        return Double.isFinite(value)
                ? Figure.of(new BigDecimal(value).round(new MathContext(3)).doubleValue())
                : Double.toString(value);
    }

    private void reached(PlannedCourse course) {
        row(
                "reached",
                "ΔT %s K at %s s after the ramp",
                course.reached().stream()
                        .map(it -> text("%+.3f", it.deltaKelvin()))
                        .collect(Collectors.joining(", ")),
                course.reached().stream()
                        .map(it -> text("%g", it.afterRampSeconds()))
                        .collect(Collectors.joining(", ")));
        row(
                "",
                "most %+.3f K at %s s; the spins take up %s uJ in the end",
                course.furthest().deltaKelvin(),
                three(course.furthest().afterRampSeconds()),
                three(MEGA * course.spinHeatJoule()));
    }

    private void heat(HeatLoads it) {
        row(
                "heat",
                "eddy currents %s nW, %s nJ: %s mK; thermometer %s nW: platform %s mK, its element %s mK more",
                three(NANO * it.eddyWatt()),
                three(NANO * it.eddyJoule()),
                three(MILLI * it.eddyKelvin()),
                three(NANO * it.selfHeatingWatt()),
                three(MILLI * it.selfHeatingKelvin()),
                three(MILLI * it.elementKelvin()));
        it.pulseKelvin().ifPresent(kelvin -> row("", "the pulse warms by %s mK", three(MILLI * kelvin)));
        row("coil", "%s J in its circuit, %s", three(it.coil().circuitJoule()), helium(it.coil()));
    }

    private static String helium(CoilHeat coil) {
        return coil.heliumLitres()
                .map(litres -> three(MILLI * litres) + " ml of liquid helium")
                .orElseGet(() -> "helium not known (" + three(coil.heliumLitresAtMost())
                        + " l if all of its resistance is in it)");
    }

    private void thermometer(ShotPlan plan) {
        ThermometerDemand it = plan.thermometer();
        if (!(it.readings() > 0)) {
            return;
        }
        row(
                "meter",
                "%.0f of %d readings; its memory of %d lasts %s drains%s",
                it.readings(),
                it.mostReadings(),
                it.memoryReadings(),
                three(it.drains()),
                plan.expected()
                        .course()
                        .map(course -> "; it lags by up to " + three(MILLI * course.lagKelvin()) + " mK")
                        .orElse(""));
    }

    private void row(String name, String format, Object... values) {
        out.println(String.format(Locale.ROOT, "%-9s", name) + text(format, values));
    }
}
