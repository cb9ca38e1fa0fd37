package org.fieldfall.app.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Json;

/** What came of the main shot: two judgements that do not lean on each other, and the temperatures. */
final class Outcome {

    private static final double AGREE_SIGMA = 2;

    private final Told told;
    private final Html page;
    private final Map<String, String> leaves;

    Outcome(Told told, Html page) {
        this.told = told;
        this.page = page;
        this.leaves = Json.leaves(told.summary());
    }

    void write() {
        page.open("section")
                .element("h2", "Verdict")
                .element("p", "verdict", told.summary().verdict());
        page.open("table", "judgements").open("tbody");
        page.row("The thermometry agrees with itself", thermometry());
        page.row("The model agrees with the trace", model());
        page.close().close().close();
        if (!told.summary().points().isEmpty()) {
            temperatures();
        }
        new Findings(leaves, page).write();
        allNumbers();
    }

    /** No model of the spins is in it. */
    private String thermometry() {
        return judged("thermometry")
                .orElse("Not judged: the summary of this run holds no check of it. What its controls came to is under"
                        + " Shots.");
    }

    private String model() {
        return judged("model").orElseGet(this::fromPoints);
    }

    private Optional<String> judged(String what) {
        String at = "results." + what + ".";
        boolean isChecked = leaves.containsKey(at + "checks[0].of");
        String answer = Boolean.parseBoolean(leaves.get(at + "agrees")) ? "Yes: " : "No: ";
        return Optional.ofNullable(leaves.get(at + "verdict"))
                .map(verdict -> (isChecked ? answer : "Not judged: ") + verdict + ".");
    }

    private String fromPoints() {
        List<ShotSummary.Point> points = told.summary().points();
        if (points.isEmpty()) {
            return "Not judged: there is no measured temperature beside a prediction.";
        }
        double worst = points.stream()
                .mapToDouble(point -> Math.abs(point.pull()))
                .max()
                .orElse(Double.NaN);
        boolean isClose = worst <= AGREE_SIGMA;
        return (isClose ? "Yes" : "No") + ": at " + points.size()
                + " times measurement and two-well prediction are apart by at most "
                + String.format(Locale.ROOT, "%.1f", worst) + " standard uncertainties of both.";
    }

    private void temperatures() {
        page.open("section").element("h2", "Temperature change").open("table", "numbers");
        page.head("after the ramp", "predicted ΔT", "measured ΔT", "difference", "in σ")
                .open("tbody");
        told.summary().points().forEach(point -> row(Amount.of(point.afterRampSeconds(), "s"), point));
        told.summary()
                .peak()
                .ifPresent(
                        peak -> row("peak at " + String.format(Locale.ROOT, "%.1f s", peak.afterRampSeconds()), peak));
        page.close().close();
        page.element(
                        "p",
                        "From the baseline just before the ramp, its drift carried on; negative is cooling. Uncertainties are"
                                + " standard ones. The difference in σ is in units of both together.")
                .close();
    }

    private void row(String when, ShotSummary.Point point) {
        page.row(
                when,
                Amount.of(point.predicted(), point.predictedSigma(), "K"),
                Amount.of(point.measured(), point.measuredSigma(), "K"),
                Amount.of(
                        1000 * (point.measured() - point.predicted()),
                        Math.hypot(1000 * point.predictedSigma(), 1000 * point.measuredSigma()),
                        "mK"),
                Double.isNaN(point.pull())
                        ? Amount.NOT_MEASURED
                        : String.format(Locale.ROOT, "%+.1f", point.pull()).replace('-', '\u2212'));
    }

    private void allNumbers() {
        page.openFold("All numbers of the summary").open("table", "numbers");
        page.head("name in summary.json", "value", "standard uncertainty").open("tbody");
        told.figures()
                .keys()
                .forEach(key -> page.row(
                        key,
                        Amount.of(told.figures().value(key)),
                        uncertainty(told.figures().sigma(key))));
        page.close().close().close();
    }

    private static String uncertainty(double sigma) {
        return Double.isNaN(sigma) ? "" : Amount.of(sigma);
    }
}
