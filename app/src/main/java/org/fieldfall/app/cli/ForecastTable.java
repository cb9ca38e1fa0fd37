package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.fieldfall.app.config.SampleConfig;

/** Forecasts for human eyes: one as a list of what it says, several as rows. */
final class ForecastTable {

    private static final String ROW = "%9s %9s %9s %10s %10s %10s %10s %11s %11s%n";

    private static final int MOST_WARNINGS = 6;

    private final PrintWriter out;

    ForecastTable(PrintWriter out) {
        this.out = out;
    }

    void print(SampleConfig sample, List<Forecast> forecasts) {
        out.println(sample.name() + ", theory only (no kinetics, link or addenda)");
        if (forecasts.size() == 1) {
            one(forecasts.get(0));
        } else {
            rows(forecasts);
        }
        spread(forecasts);
        warnings(forecasts);
    }

    /** The poorest of all. */
    private void spread(List<Forecast> forecasts) {
        var most = forecasts.stream()
                .mapToInt(it -> it.spread().orientations())
                .max()
                .orElse(1);
        var error = forecasts.stream()
                .mapToDouble(it -> it.spread().errorKelvin())
                .max()
                .orElse(0);
        if (most > 1) {
            line(
                    "orientations",
                    String.format(
                            Locale.ROOT, "up to %d; the last refinement changed Tf by %.2g K at most", most, error));
        }
    }

    /** Each once, the first few. */
    private void warnings(List<Forecast> forecasts) {
        var warnings = forecasts.stream()
                .flatMap(it -> it.warnings().stream())
                .distinct()
                .toList();
        warnings.stream().limit(MOST_WARNINGS).forEach(warning -> line("warning", warning));
        if (warnings.size() > MOST_WARNINGS) {
            line("warning", warnings.size() - MOST_WARNINGS + " more; --json has those of each point");
        }
    }

    /** What the closed formulas say of one field quench, line by line. */
    void one(Forecast it) {
        line("field", number(it.initialTesla()) + " T -> " + number(it.finalTesla()) + " T");
        line("Ti", number(it.initialKelvin()) + " K");
        line("sudden limit", ending(kelvin(it.suddenKelvin()), signed(it.suddenDeltaKelvin()), "eq. (9)"));
        line("isentrope", isentrope(it));
        if (it.tauInitialSeconds().isPresent()) {
            line("tau at Ti", seconds(it.tauInitialSeconds()) + " s, eq. (10)");
            line("tau at Tf", seconds(it.tauFinalSeconds()) + " s, at the sudden limit");
            line("tau = 1 s", "at " + kelvin(it.suddenValidBelowKelvin()) + " K");
        } else {
            line("tau", "not known: the sample file has no relaxation");
        }
    }

    private static String isentrope(Forecast it) {
        return it.isentropicKelvin().isPresent()
                ? ending(kelvin(it.isentropicKelvin()), signed(it.isentropicDeltaKelvin()), "eq. (11)")
                : "none: the entropy at Bi and Ti is below the residual one at Bf, eq. (11)";
    }

    private static String ending(String kelvin, String delta, String equation) {
        return "Tf = " + kelvin + " K, ΔT = " + delta + " K, " + equation;
    }

    void line(String what, String value) {
        out.printf(Locale.ROOT, "  %-13s %s%n", what, value);
    }

    private void rows(List<Forecast> forecasts) {
        out.printf(
                Locale.ROOT,
                ROW,
                "Bi/T",
                "Bf/T",
                "Ti/K",
                "Tf(9)/K",
                "ΔT(9)/K",
                "Tf(11)/K",
                "ΔT(11)/K",
                "tau(Ti)/s",
                "tau(Tf)/s");
        forecasts.forEach(this::row);
        var first = forecasts.get(0);
        out.println("(9) sudden limit, (11) isentrope; "
                + (first.tauInitialSeconds().isPresent()
                        ? "tau = 1 s at " + kelvin(first.suddenValidBelowKelvin()) + " K"
                        : "no tau, as the sample file has no relaxation"));
    }

    private void row(Forecast it) {
        out.printf(
                Locale.ROOT,
                ROW,
                number(it.initialTesla()),
                number(it.finalTesla()),
                number(it.initialKelvin()),
                kelvin(it.suddenKelvin()),
                signed(it.suddenDeltaKelvin()),
                kelvin(it.isentropicKelvin()),
                signed(it.isentropicDeltaKelvin()),
                seconds(it.tauInitialSeconds()),
                seconds(it.tauFinalSeconds()));
    }

    /** As short as it was typed. */
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static String kelvin(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    private static String kelvin(OptionalDouble value) {
        return value.isPresent() ? kelvin(value.getAsDouble()) : "none";
    }

    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.5f", value);
    }

    private static String signed(OptionalDouble value) {
        return value.isPresent() ? signed(value.getAsDouble()) : "none";
    }

    private static String seconds(OptionalDouble value) {
        return value.isPresent() ? seconds(value.getAsDouble()) : "none";
    }

    /** Eq. (10) leaves the numbers of a computer behind at a hundredth of its barrier or less. */
    static String seconds(double value) {
        return Double.isInfinite(value) ? ">1e308" : String.format(Locale.ROOT, "%.3g", value);
    }
}
