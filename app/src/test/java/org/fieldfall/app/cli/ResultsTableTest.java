package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.fieldfall.app.run.ShotResults;
import org.junit.jupiter.api.Test;

class ResultsTableTest {

    private static final ShotResults.Judgement GOOD =
            new ShotResults.Judgement(true, "All is well in 2 checks", List.of());

    private static String printed(ShotResults results) {
        var out = new StringWriter();
        new ResultsTable(new PrintWriter(out, true), results).print();
        return out.toString();
    }

    @Test
    void saysTheHeatWithItsTheoryAndBothJudgements() {
        var results = new ShotResults(
                List.of(
                        new ShotResults.Finding("heat_10_s_j", 4.3e-6, 0.05e-6, "J", "first law"),
                        new ShotResults.Finding("heat_total_j", 17.5e-6, 0.35e-6, "J", "first law; K by the rig file"),
                        new ShotResults.Finding("prompt_step_k", -0.234, 0.015, "K", "extrapolation"),
                        new ShotResults.Finding("drift_before_k_per_s", -1e-5, 1e-6, "K/s", "line"),
                        new ShotResults.Finding("background_power_w", 0.76e-9, 1e-9, "W", "K times the excess")),
                Map.of("link", 0.34e-6),
                List.of(new ShotResults.Compared(
                        "heat_total_j", 17.5e-6, 0.35e-6, "eqs. (3) to (6)", 17.06e-6, 0.05e-6, 1.24)),
                GOOD,
                new ShotResults.Judgement(false, "It disagrees at heat_10_s_j (+4.0 sigma)", List.of()));

        assertThat(printed(results))
                .containsSubsequence(
                        "heat     Q∞ = 17.50 ± 0.35 uJ, first law; K by the rig file",
                        "(eqs. (3) to (6) 17.06 ± 0.05 uJ: +1.2 sigma)",
                        "(4.30 ± 0.05 uJ after 10 s)",
                        "prompt   -0.234 ± 0.015 K, extrapolation",
                        "drift    before -0.60 ± 0.06 mK/min, background 0.8 ± 1.0 nW",
                        "check    All is well in 2 checks",
                        "model    It disagrees at heat_10_s_j (+4.0 sigma)");
    }

    @Test
    void leavesOutWhatAShotDidNotReach() {
        var results = new ShotResults(List.of(), Map.of(), List.of(), GOOD, GOOD);

        assertThat(printed(results)).doesNotContain("heat", "NaN").contains("check    All is well");
    }
}
