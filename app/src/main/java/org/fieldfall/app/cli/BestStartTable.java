package org.fieldfall.app.cli;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.fieldfall.protocols.theory.kinetics.MostCooling.Choice;

/** Best starts for human eyes. */
final class BestStartTable {

    private static final String ROW = "  %-12s %8s %8s %11s %8s %9s %9s %10s %10s %7s%n";

    private final PrintWriter out;

    BestStartTable(PrintWriter out) {
        this.out = out;
    }

    void print(SampleOnRig asked, List<BestStart> all) {
        out.println(asked.sample().name() + " on " + asked.rig().name() + ", most cooling by a time after the ramp");
        all.forEach(this::one);
        out.println();
        out.println(
                "until then: coldest at some moment by the time; at: coldest at the time itself; by eq. (9): the sudden"
                        + " limit.");
        out.println(
                "tau(Ti), tau(cold): exchange of the wells at Bf, at first and when coldest; ramp: of the spins that"
                        + " cross");
    }

    private void one(BestStart it) {
        out.println();
        out.println(text(
                "from %g T at %g T/s, by %g s; Ti from %g K to %g K, Bf from %g T to %g T",
                it.asked().biTesla(),
                it.asked().rateTeslaPerSecond(),
                it.asked().bySeconds(),
                it.asked().tiKelvin().from(),
                it.asked().tiKelvin().to(),
                it.asked().bfTesla().from(),
                it.asked().bfTesla().to()));
        out.printf(
                Locale.ROOT,
                ROW,
                "",
                "Ti/K",
                "Bf/T",
                "coldest/K",
                "at/s",
                "ΔT/K",
                "ΔT(9)/K",
                "tau(Ti)/s",
                "tau(cold)/s",
                "ramp/%");
        var atTime = text("at %g s", it.asked().bySeconds());
        choice("until then", it.reachable());
        choice(atTime, it.lasting());
        choice("by eq. (9)", it.sudden());
        out.println("  " + new WhyApart(it).sentence());
        edges("until then", it.edges(it.reachable()));
        edges(atTime, it.edges(it.lasting()));
        edges("by eq. (9)", it.edges(it.sudden()));
    }

    private void edges(String whose, List<String> edges) {
        edges.forEach(edge -> out.println("  " + whose + ": " + edge + ", a better one may lie beyond"));
    }

    private void choice(String whose, Choice it) {
        out.printf(
                Locale.ROOT,
                ROW,
                whose,
                String.format(Locale.ROOT, "%.3f", it.tiKelvin()),
                String.format(Locale.ROOT, "%.4f", it.bfTesla()),
                ReachTable.delta(it.reached().coldestDeltaKelvin()),
                String.format(Locale.ROOT, "%.3g", it.reached().coldestSeconds()),
                ReachTable.delta(it.reached().deltaKelvin()),
                ReachTable.delta(it.suddenDeltaKelvin()),
                ForecastTable.seconds(it.tauStartSeconds()),
                ForecastTable.seconds(it.tauColdestSeconds()),
                String.format(Locale.ROOT, "%.1f", 100 * it.shareCrossedInRamp()));
    }
}
