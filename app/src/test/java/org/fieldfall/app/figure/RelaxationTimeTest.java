package org.fieldfall.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaxationTimeTest {

    /** The table of physics.md §1.2, printed with three digits: half of the last is up to 0.5 %. */
    @ParameterizedTest
    @CsvSource({
        "2, 4.75e6, 6.75e8",
        "2.5, 1.01e4, 5.07e5",
        "2.8, 726, 2.32e4",
        "3, 168, 4.19e3",
        "3.5, 8.98, 136",
        "4, 1.00, 10.4",
        "4.6, 0.134, 1.00",
        "5, 0.0461, 0.286"
    })
    void agreesWithTheReferenceTable(double kelvin, double experiment, double paper) {
        assertThat(seconds(Crystals.experiment(), kelvin)).isCloseTo(experiment, withinPercentage(0.5));
        assertThat(seconds(Crystals.paper(), kelvin)).isCloseTo(paper, withinPercentage(0.5));
    }

    @Test
    void marksWhereTheSpinsTakeASecondAndHasThatPointInItsTable() {
        // physics.md §1.2: 4.60 K with the paper's pair, 4.00 K with the measured one
        assertThat(limit(Crystals.paper())).isCloseTo(4.60, within(0.005));
        assertThat(limit(Crystals.experiment())).isCloseTo(4.00, within(0.005));
        assertThat(marks(Crystals.paper())).containsExactly("τ = 1 s", "T = 4.60 K");
        assertThat(marks(Crystals.experiment())).containsExactly("τ = 1 s", "T = 4.00 K");
    }

    @Test
    void showsTheTemperaturesAskedFor() {
        var asked = new Values(List.of(), List.of(), List.of(3.0, 2.0));

        var drawing = RelaxationTime.draw(Crystals.paper(), asked);

        assertThat(drawing.data().column("temperature_k")).containsExactly(2.0, 3.0);
    }

    @Test
    void refusesWhatItCannotShow() {
        assertRefused(Crystals.slow(), Values.own(), "figure 3: tau0 of slow is 2.0 s, due below 1 s");
        assertRefused(
                Crystals.paper(), new Values(List.of(1.0), List.of(), List.of()), "figure 3: --from has no place");
        assertRefused(Crystals.paper(), new Values(List.of(), List.of(1.0), List.of()), "figure 3: --to has no place");
        assertRefused(
                Crystals.paper(),
                new Values(List.of(), List.of(), List.of(4.0)),
                "figure 3: --at gives one temperature");
        assertRefused(
                Crystals.paper(),
                new Values(List.of(), List.of(), List.of(0.05, 4.0)),
                "figure 3: --at starts at 0.05 K, where tau is longer");
    }

    private static void assertRefused(Crystal crystal, Values asked, String message) {
        assertThatThrownBy(() -> RelaxationTime.draw(crystal, asked))
                .isInstanceOf(UnfitFigureException.class)
                .hasMessageStartingWith(message);
    }

    private static double seconds(Crystal crystal, double kelvin) {
        var data = RelaxationTime.draw(crystal, Values.own()).data();
        return data.column("tau_s", "temperature_k", t -> t == kelvin)[0];
    }

    private static double limit(Crystal crystal) {
        var data = RelaxationTime.draw(crystal, Values.own()).data();
        return data.column("temperature_k", "tau_s", tau -> Math.abs(tau - 1) < 1e-9)[0];
    }

    private static List<String> marks(Crystal crystal) {
        var panel = RelaxationTime.draw(crystal, Values.own()).figure().panels().get(0);
        return panel.marks().stream().map(mark -> mark.label().text()).toList();
    }
}
