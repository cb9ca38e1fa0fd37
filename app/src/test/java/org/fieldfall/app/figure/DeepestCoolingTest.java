package org.fieldfall.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeepestCoolingTest {

    private static final int DELTA = 2;
    private static final int START = 3;

    private static final Data PAPER =
            DeepestCooling.draw(Crystals.paper(), Values.own()).data();

    /**
     * physics.md §1.1, first row of the table of candidates. ΔT is printed with three decimals; Ti was searched there in
     * steps of 0.25 K for Bf = 0 and of 0.05 K above.
     */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.0, -0.119, 6.25, 0.125",
        "0.5, 0.1, -1.879, 3.25, 0.025",
        "0.5, 0.3, -0.721, 3.85, 0.025",
        "1.0, 0.0, -0.371, 14.5, 0.125",
        "1.0, 0.1, -2.077, 3.5, 0.025",
        "1.0, 0.3, -1.222, 5.45, 0.025"
    })
    void agreesWithTheReferenceMinima(double bi, double bf, double delta, double start, double halfStep) {
        assertThat(at(bi, bf)[DELTA]).isCloseTo(delta, within(5e-4));
        assertThat(at(bi, bf)[START]).isCloseTo(start, within(halfStep));
    }

    @Test
    void noOtherStartCoolsMore() {
        var crystal = Crystals.paper();
        for (var row : PAPER.rows()) {
            for (var ti = 0.2; ti < 40; ti *= 1.07) {
                assertThat(crystal.suddenDeltas(row[0], row[1], List.of(ti))[0])
                        .as("from %s K, where the table has %s", ti, Arrays.toString(row))
                        .isGreaterThanOrEqualTo(row[DELTA] - 1e-12);
            }
        }
    }

    /** physics.md §1.1: down to about 2.5 K at Bf = 0.01 T, then up; the deepest near 0.03 T. */
    @ParameterizedTest
    @CsvSource({"0.5, 6", "1.0, 14"})
    void theOptimumFallsAbruptlyAboveZeroFieldThenRises(double bi, double atZero) {
        var rows = PAPER.rows().stream().filter(row -> row[0] == bi).toList();

        assertThat(at(bi, 0)[START]).isGreaterThan(atZero);
        assertThat(at(bi, 0.01)[START]).isCloseTo(2.5, within(0.05));
        var rising = rows.stream().filter(row -> row[1] > 0).mapToDouble(row -> row[START]);
        assertThat(rising.toArray()).isSorted();
        var deepest =
                rows.stream().min(Comparator.comparingDouble(row -> row[DELTA])).orElseThrow();
        assertThat(deepest[1]).isCloseTo(0.03, within(0.005));
    }

    @Test
    void doesNotJoinTheOptimumAtZeroFieldWithThatAboveIt() {
        var figure = DeepestCooling.draw(Crystals.paper(), Values.own()).figure();

        for (var panel : figure.panels()) {
            for (var trace : panel.traces()) {
                assertThat(trace.x()[0]).isZero();
                assertThat(trace.y()[1]).isNaN();
                assertThat(Arrays.stream(trace.y()).filter(Double::isNaN).count())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void takesTheFieldsAskedFor() {
        var asked = new Values(List.of(0.2), List.of(0.1, 0.05), List.of());

        var data = DeepestCooling.draw(Crystals.small(), asked).data();

        assertThat(data.column("initial_field_t")).containsExactly(0.2, 0.2);
        assertThat(data.column("final_field_t")).containsExactly(0.05, 0.1);
        assertThat(data.column("sudden_delta_t_min_k")).allMatch(delta -> delta < 0);
    }

    @Test
    void refusesFieldsThatDoNotCool() {
        assertRefused(new Values(List.of(), List.of(), List.of(4.0)), "figure 5: --at has no place in it");
        assertRefused(new Values(List.of(-1.0), List.of(), List.of()), "figure 5: --from gives -1.0 T, due above 0 T");
        assertRefused(
                new Values(List.of(0.1), List.of(0.2, 0.3), List.of()), "figure 5: --to must give several fields");
        assertRefused(
                new Values(List.of(1.0), List.of(-0.1, 0.3), List.of()), "figure 5: --to must give several fields");
    }

    private static void assertRefused(Values asked, String message) {
        assertThatThrownBy(() -> DeepestCooling.draw(Crystals.paper(), asked))
                .isInstanceOf(UnfitFigureException.class)
                .hasMessageStartingWith(message);
    }

    private static double[] at(double bi, double bf) {
        return PAPER.rows().stream()
                .filter(row -> row[0] == bi && row[1] == bf)
                .findFirst()
                .orElseThrow();
    }
}
