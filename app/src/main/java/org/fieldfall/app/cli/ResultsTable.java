package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fieldfall.app.run.ShotResults;
import org.fieldfall.protocols.instrument.Figure;

/** The short block of a summary that says what a shot proves: heat, prompt step, drifts, and the two judgements. */
final class ResultsTable {

    private final PrintWriter out;
    private final ShotResults results;

    ResultsTable(PrintWriter out, ShotResults results) {
        this.out = out;
        this.results = results;
    }

    void print() {
        number("heat_total_j").ifPresent(this::heat);
        number("prompt_step_k")
                .ifPresent(step ->
                        row("prompt", Figure.text("%+.3f ± %.3f K, %s", step.value(), step.sigma(), step.method())));
        drift();
        row("check", results.thermometry().verdict());
        row("model", results.model().verdict());
    }

    private void heat(ShotResults.Finding total) {
        row("heat", Figure.text("Q∞ = %s, %s", microjoule(total.value(), total.sigma()), total.method()));
        List<String> beside = results.comparisons().stream()
                .filter(comparison -> comparison.of().equals("heat_total_j"))
                .map(c -> Figure.text(
                        "%s %s: %+.1f sigma", c.with(), microjoule(c.expected(), c.expectedSigma()), c.pull()))
                .toList();
        if (!beside.isEmpty()) {
            row("", "(" + String.join("; ", beside) + ")");
        }
        List<String> times = results.numbers().stream()
                .filter(number -> number.name().matches("heat_[0-9.]+_s_j"))
                .map(number -> Figure.text(
                        "%s after %s s",
                        microjoule(number.value(), number.sigma()),
                        number.name().replaceAll("heat_|_s_j", "")))
                .toList();
        row("", "(" + String.join(", ", times) + ")");
    }

    private void drift() {
        List<String> parts = new ArrayList<>();
        number("drift_before_k_per_s").ifPresent(slope -> parts.add(perMinute("before", slope)));
        number("drift_after_k_per_s").ifPresent(slope -> parts.add(perMinute("after", slope)));
        number("link_time_constant_s")
                .ifPresent(tau -> parts.add(Figure.text("back with %.1f ± %.1f s", tau.value(), tau.sigma())));
        number("background_power_w")
                .ifPresent(power ->
                        parts.add(Figure.text("background %.1f ± %.1f nW", 1e9 * power.value(), 1e9 * power.sigma())));
        row("drift", String.join(", ", parts));
    }

    private static String perMinute(String when, ShotResults.Finding slope) {
        return Figure.text("%s %+.2f ± %.2f mK/min", when, 60_000 * slope.value(), 60_000 * slope.sigma());
    }

    private static String microjoule(double value, double sigma) {
        return Figure.text("%.2f ± %.2f uJ", 1e6 * value, 1e6 * sigma);
    }

    private Optional<ShotResults.Finding> number(String name) {
        return results.numbers().stream()
                .filter(number -> number.name().equals(name))
                .findFirst();
    }

    private void row(String name, String text) {
        out.println(String.format(Locale.ROOT, "%-9s", name) + text);
    }
}
