package org.fieldfall.app.report;

import java.util.Map;

/**
 * Heat, drifts and comparisons of a shot, as the summary lists them: numbers with a name, a unit and a method, and pairs of a
 * measured and an expected one.
 */
final class Findings {

    private static final String NUMBERS = "results.numbers";
    private static final String COMPARISONS = "results.comparisons";

    private final Map<String, String> leaves;
    private final Html page;

    /** @param leaves of the summary by their paths */
    Findings(Map<String, String> leaves, Html page) {
        this.leaves = leaves;
        this.page = page;
    }

    void write() {
        page.open("section").element("h2", "Heat and drifts");
        if (leaves.containsKey(NUMBERS + "[0].name")) {
            numbers();
        } else {
            page.element(
                    "p",
                    "Heat taken up by the spins Q(t) and Q∞, drift after the shot, background power, share of the leak: "
                            + Amount.NOT_MEASURED + ".");
        }
        comparisons(COMPARISONS, "Beside the theory");
        comparisons("results.thermometry.checks", "Checks of the thermometry");
        comparisons("results.model.checks", "Checks of the model");
        page.close();
    }

    private void numbers() {
        page.open("table", "facts").head("", "value", "method").open("tbody");
        for (int i = 0; leaves.containsKey(NUMBERS + "[" + i + "].name"); i++) {
            String at = NUMBERS + "[" + i + "].";
            page.row(
                    text(at + "name"),
                    Amount.of(number(at + "value"), number(at + "sigma"), text(at + "unit")),
                    text(at + "method"));
        }
        page.close().close();
    }

    private void comparisons(String list, String title) {
        if (!leaves.containsKey(list + "[0].of")) {
            return;
        }
        page.element("h3", title).open("table");
        page.head("measured", "", "beside", "", "in σ").open("tbody");
        for (int i = 0; leaves.containsKey(list + "[" + i + "].of"); i++) {
            String at = list + "[" + i + "].";
            page.row(
                    text(at + "of"),
                    Amount.of(number(at + "measured"), number(at + "measured_sigma"), ""),
                    text(at + "with"),
                    Amount.of(number(at + "expected"), number(at + "expected_sigma"), ""),
                    Amount.of(number(at + "in_sigma"), ""));
        }
        page.close().close();
    }

    private String text(String path) {
        return leaves.getOrDefault(path, "");
    }

    /** NaN for a number that was not reached. */
    private double number(String path) {
        String text = leaves.getOrDefault(path, "null");
        return text.equals("null") || text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
