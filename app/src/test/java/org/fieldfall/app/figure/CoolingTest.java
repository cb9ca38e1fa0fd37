package org.fieldfall.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.fieldfall.app.picture.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures 4 and 6, ΔT against Ti. */
class CoolingTest {

    /** Half of the last digit of the reference numbers, K. */
    private static final double PRINTED = 5e-6;

    private static final double NONE = Double.NaN;

    /** physics.md §1.3: Bi, Bf, then Tf of eqs. (9) and (11) at Ti = 2, 3, 4 and 4.6 K. */
    private static final double[][] REFERENCE = {
        {0.5, 0.0, 1.94633, NONE, 2.90851, NONE, 3.88991, NONE, 4.48473, NONE},
        {0.5, 0.1, 0.61208, 0.49679, 1.14970, 0.81158, 2.44162, 1.35749, 3.43528, 2.01953},
        {0.5, 0.3, 1.47365, 1.43036, 2.31491, 2.23802, 3.27942, 3.17235, 3.89908, 3.78008},
        {1.0, 0.0, 1.90397, NONE, 2.82575, NONE, 3.77772, NONE, 4.35778, NONE},
        {1.0, 0.1, 0.58380, 0.45132, 1.03098, 0.66198, 2.05314, 0.96596, 3.02327, 1.24399},
        {1.0, 0.3, 1.37610, 1.29808, 2.06058, 1.87829, 2.86875, 2.56029, 3.40727, 3.02176}
    };

    private static final double[] STARTS = {2, 3, 4, 4.6};

    @Test
    void figureFourAgreesWithTheReferenceNumbers() {
        var data = SuddenCooling.draw(Crystals.paper(), Values.own()).data();

        for (var row : REFERENCE) {
            for (var i = 0; i < STARTS.length; i++) {
                var delta = only(data, "sudden_delta_t_k", row[0], row[1], STARTS[i]);
                assertThat(STARTS[i] + delta).isCloseTo(row[2 + 2 * i], within(PRINTED));
            }
        }
    }

    @Test
    void figureSixAgreesWithTheReferenceNumbersAndLeavesOutIsentropesThatAreNotThere() {
        var asked = new Values(List.of(), List.of(0.0, 0.1, 0.3), List.of());

        var data = SuddenAgainstIsentropic.draw(Crystals.paper(), asked).data();

        for (var row : REFERENCE) {
            for (var i = 0; i < STARTS.length; i++) {
                var sudden = only(data, "sudden_delta_t_k", row[0], row[1], STARTS[i]);
                var isentropic = only(data, "isentropic_delta_t_k", row[0], row[1], STARTS[i]);
                assertThat(STARTS[i] + sudden).isCloseTo(row[2 + 2 * i], within(PRINTED));
                if (Double.isNaN(row[3 + 2 * i])) {
                    assertThat(isentropic).isNaN();
                } else {
                    assertThat(STARTS[i] + isentropic).isCloseTo(row[3 + 2 * i], within(PRINTED));
                }
            }
        }
    }

    /** physics.md §1, numerics (iv): no isentrope to Bf = 0 below 5.17 and 6.13 K; the steps of the figure are 0.05 K. */
    @ParameterizedTest
    @CsvSource({"0.5, 5.17", "1.0, 6.13"})
    void theIsentropeToZeroFieldBeginsWhereItsEntropyReachesThatOfTheDoublet(double biTesla, double from) {
        var asked = new Values(List.of(biTesla), List.of(0.0), List.of());
        var data = SuddenAgainstIsentropic.draw(Crystals.paper(), asked).data();

        var there = data.column("initial_temperature_k", "isentropic_delta_t_k", delta -> !Double.isNaN(delta));

        assertThat(there[0]).isBetween(from, from + 0.06);
    }

    @Test
    void theIsentropeCoolsMoreThanTheSuddenLimit() {
        var data = SuddenAgainstIsentropic.draw(Crystals.paper(), Values.own()).data();

        for (var row : data.rows()) {
            assertThat(row[4]).as("isentropic at %s", Arrays.toString(row)).isLessThan(row[3]);
        }
    }

    @Test
    void theLargerInitialFieldCoolsMore() {
        var data = SuddenCooling.draw(Crystals.paper(), Values.own()).data();
        var half = data.column("sudden_delta_t_k", "initial_field_t", bi -> bi == 0.5);
        var one = data.column("sudden_delta_t_k", "initial_field_t", bi -> bi == 1.0);

        assertThat(one).hasSameSizeAs(half);
        for (var i = 0; i < one.length; i++) {
            assertThat(one[i]).isLessThanOrEqualTo(half[i]);
        }
    }

    @Test
    void thePicturesShowTheNumbersOfTheTable() {
        for (var figure : List.of(PaperFigure.SUDDEN_COOLING, PaperFigure.SUDDEN_AGAINST_ISENTROPIC)) {
            var drawing = figure.draw(Crystals.experiment(), Values.own());

            var drawn = drawing.figure().panels().stream()
                    .map(Panel::traces)
                    .flatMap(List::stream)
                    .flatMapToDouble(trace -> DoubleStream.of(trace.y()));
            var columns = drawing.data().columns();
            var written =
                    columns.stream().filter(column -> column.contains("delta")).flatMapToDouble(drawing.data()::column);
            assertThat(drawn.sorted().toArray()).isEqualTo(written.sorted().toArray());
        }
    }

    @Test
    void refusesMoreCurvesThanCanBeToldApart() {
        var seven = new Values(List.of(), List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6), List.of());
        var one = new Values(List.of(), List.of(), List.of(4.0));

        assertThatThrownBy(() -> SuddenCooling.draw(Crystals.paper(), seven))
                .isInstanceOf(UnfitFigureException.class)
                .hasMessage("figure 4: --to gives 7 fields, due at most 6");
        assertThatThrownBy(() -> SuddenAgainstIsentropic.draw(Crystals.paper(), seven))
                .isInstanceOf(UnfitFigureException.class)
                .hasMessage("figure 6: --to gives 7 fields, due at most 3");
        assertThatThrownBy(() -> SuddenCooling.draw(Crystals.paper(), one))
                .isInstanceOf(UnfitFigureException.class)
                .hasMessageStartingWith("figure 4: --at gives one temperature");
    }

    private static double only(Data data, String column, double bi, double bf, double ti) {
        var index = data.columns().indexOf(column);
        return data.rows().stream()
                .filter(row -> row[0] == bi && row[1] == bf && row[2] == ti)
                .mapToDouble(row -> row[index])
                .findFirst()
                .orElseThrow();
    }
}
