package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrheniusTest {

    @ParameterizedTest
    @CsvSource({
        "2, 4.75e6, 5e3, 6.75e8, 5e5",
        "2.5, 1.01e4, 50, 5.07e5, 5e2",
        "2.8, 726, 0.5, 2.32e4, 50",
        "3, 168, 0.5, 4.19e3, 5",
        "3.5, 8.98, 5e-3, 136, 0.5",
        "4, 1.00, 5e-3, 10.4, 0.05",
        "4.6, 0.134, 5e-4, 1.00, 5e-3",
        "5, 0.0461, 5e-5, 0.286, 5e-4"
    })
    void hasTheTimesOfPhysicsSection12(
            double kelvin, double experiment, double experimentRounding, double paper, double paperRounding) {
        assertThat(Samples.EXPERIMENT.seconds(kelvin)).isCloseTo(experiment, within(experimentRounding));
        assertThat(Samples.PAPER.seconds(kelvin)).isCloseTo(paper, within(paperRounding));
    }

    @ParameterizedTest
    @CsvSource({"61, 17.4", "62, 14.0", "65, 7.30", "66, 5.87", "68, 3.80", "70, 2.46", "71.94, 1.614", "74, 1.03"})
    void takesOneSecondAt46KelvinForThePairsOfPhysicsSection12(double barrier, double tau0) {
        assertThat(new Arrhenius(barrier, tau0 * 1e-7).kelvinWhere(1)).isCloseTo(4.6, within(5e-3));
    }

    @Test
    void findsTheTemperatureOfATime() {
        assertThat(Samples.EXPERIMENT.kelvinWhere(Samples.EXPERIMENT.seconds(3.21)))
                .isCloseTo(3.21, within(1e-13));
        assertThat(Samples.EXPERIMENT.kelvinWhere(1)).isCloseTo(4.00, within(5e-3));
        assertThat(Samples.PAPER.kelvinWhere(1)).isCloseTo(4.60, within(5e-3));
    }

    @Test
    void lastsTwoMonthsAt2Kelvin() {
        assertThat(Samples.EXPERIMENT.seconds(2) / 86_400).isCloseTo(55, withinPercentage(1));
    }

    @Test
    void refusesWhatNeverHappens() {
        assertThatThrownBy(() -> Samples.PAPER.kelvinWhere(1e-7)).hasMessageContaining("stays above 1.614E-7 s");
        assertThatThrownBy(() -> new Arrhenius(0, 1)).hasMessageContaining("barrier");
        assertThatThrownBy(() -> new Arrhenius(60, -1)).hasMessageContaining("tau0");
    }
}
