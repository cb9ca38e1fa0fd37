package org.fieldfall.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static String page(Map<String, String> leaves) {
        var page = new Html();
        new Findings(leaves, page).write();
        return page.page();
    }

    @Test
    void listsNumbersWithTheirMethodAndWhatTheyAreComparedWith() {
        Map<String, String> leaves = new LinkedHashMap<>();
        leaves.put("results.numbers[0].name", "heat_total_j");
        leaves.put("results.numbers[0].value", "1.758E-5");
        leaves.put("results.numbers[0].sigma", "1.2E-7");
        leaves.put("results.numbers[0].unit", "J");
        leaves.put("results.numbers[0].method", "integral of C dT and the link");
        leaves.put("results.numbers[1].name", "drift_after_k_per_s");
        leaves.put("results.numbers[1].value", "null");
        leaves.put("results.comparisons[0].of", "heat_total_j");
        leaves.put("results.comparisons[0].measured", "1.758E-5");
        leaves.put("results.comparisons[0].measured_sigma", "1.2E-7");
        leaves.put("results.comparisons[0].with", "two-well");
        leaves.put("results.comparisons[0].expected", "1.706E-5");
        leaves.put("results.comparisons[0].expected_sigma", "null");
        leaves.put("results.comparisons[0].in_sigma", "4.33333");

        assertThat(page(leaves))
                .contains("heat_total_j", "(1.758 ± 0.012) × 10⁻⁵ J", "integral of C dT and the link")
                .containsPattern("drift_after_k_per_s</th>\\s*<td>not measured</td>")
                .contains("Beside the theory", "two-well", "<td>4.3333</td>");
    }

    @Test
    void saysThatHeatAndDriftsWereNotMeasuredWhereTheSummaryHasNone() {
        assertThat(page(Map.of())).contains("Q∞").contains("not measured").doesNotContain("Beside the theory");
    }
}
