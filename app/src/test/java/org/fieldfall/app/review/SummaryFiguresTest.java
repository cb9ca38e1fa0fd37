package org.fieldfall.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryFiguresTest {

    @Test
    void callsItemsOfListsByWhatTheyAreOf() {
        Map<String, String> leaves = new LinkedHashMap<>();
        leaves.put("drift_k_per_s", "1e-6");
        leaves.put("points[0].after_ramp_s", "10.0");
        leaves.put("points[0].measured_delta_t_k", "-0.8");
        leaves.put("points[0].measured_sigma_k", "0.003");
        leaves.put("shots[0].number", "1");
        leaves.put("shots[0].kind", "sweep");
        leaves.put("shots[0].figures.rate_achieved_t_per_s", "10");
        leaves.put("results.numbers[0].name", "heat_total_j");
        leaves.put("results.numbers[0].value", "1.7e-5");
        leaves.put("results.numbers[0].sigma", "1e-7");

        var figures = SummaryFigures.of(leaves);

        assertThat(figures.keys())
                .containsExactly(
                        "drift_k_per_s",
                        "points at 10.0 s: measured_delta_t_k",
                        "shot 1 sweep: rate_achieved_t_per_s",
                        "heat_total_j");
        assertThat(figures.sigma("points at 10.0 s: measured_delta_t_k")).isEqualTo(0.003);
        assertThat(figures.sigma("heat_total_j")).isEqualTo(1e-7);
        assertThat(figures.sigma("drift_k_per_s")).isNaN();
    }
}
