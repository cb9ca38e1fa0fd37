package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.fieldfall.protocols.theory.kinetics.Samples.PHONONS;
import static org.fieldfall.protocols.theory.kinetics.Samples.fieldQuench;
import static org.fieldfall.protocols.theory.kinetics.Samples.isolated;
import static org.fieldfall.protocols.theory.kinetics.Samples.preset;

import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of physics.md §2.1. */
class TwoWellsTest {

    private static final double[] AFTER_RAMP = {0, 1, 10, 100, 1e3, 1e4};

    @ParameterizedTest
    @CsvSource({
        "paper, 1.0, 0.1, 3.5, -0.184, -0.188, -0.226, -0.400, -0.678, -0.936",
        "paper, 1.0, 0.1, 4.0, -0.209, -0.259, -0.466, -0.805, -1.114, -1.369",
        "paper, 1.0, 0.1, 4.6, -0.283, -0.526, -0.914, -1.268, -1.525, -1.650",
        "paper, 0.5, 0.1, 4.0, -0.092, -0.163, -0.412, -0.759, -1.059, -1.297",
        "experiment, 1.0, 0.1, 3.5, -0.192, -0.260, -0.494, -0.813, -1.090, -1.316",
        "experiment, 1.0, 0.1, 4.0, -0.268, -0.533, -0.907, -1.246, -1.516, -1.730",
        "experiment, 1.0, 0.3, 4.0, -0.206, -0.556, -0.894, -1.112, -1.151, -1.151",
        "experiment, 1.0, 0.1, 4.6, -0.512, -1.001, -1.400, -1.705, -1.895, -1.933"
    })
    void hasTheAdiabaticHistories(
            String relaxation,
            double bi,
            double bf,
            double ti,
            double atEnd,
            double at1,
            double at10,
            double at100,
            double at1e3,
            double at1e4) {
        var changes = changesAfterRamp(isolated(preset(relaxation)), ti, bi, bf, AFTER_RAMP);

        assertThat(changes).containsExactly(new double[] {atEnd, at1, at10, at100, at1e3, at1e4}, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "paper, 3.5, -0.17, -0.24, -0.33",
        "paper, 4.0, -0.38, -0.51, -0.64",
        "paper, 4.6, -0.71, -0.85, -0.98",
        "experiment, 3.5, -0.41, -0.53, -0.64",
        "experiment, 4.0, -0.71, -0.85, -0.98",
        "experiment, 4.6, -1.08, -1.23, -1.35"
    })
    void hasTheLargestDropsBehindALink(String relaxation, double ti, double at30, double at100, double at300) {
        var toTheDigitsGiven = within(6e-3);

        assertThat(largestDrop(relaxation, ti, 30)).isCloseTo(at30, toTheDigitsGiven);
        assertThat(largestDrop(relaxation, ti, 100)).isCloseTo(at100, toTheDigitsGiven);
        assertThat(largestDrop(relaxation, ti, 300)).isCloseTo(at300, toTheDigitsGiven);
    }

    @ParameterizedTest
    @CsvSource({
        "paper, 3.5, 0.0, 0.2",
        "paper, 4.0, 0.2, 0.7",
        "paper, 4.4, 0.9, 2.7",
        "paper, 4.6, 1.7, 5.1",
        "experiment, 3.5, 0.3, 0.4",
        "experiment, 4.0, 2.0, 4.0",
        "experiment, 4.4, 5.4, 14.6",
        "experiment, 4.6, 7.8, 22.6"
    })
    void hasTheShareThatCrossesInTheRampAndTheExcessOverTheSuddenLimit(
            String relaxation, double ti, double sharePercent, double excessPercent) {
        var wells = isolated(preset(relaxation));
        var sudden = new SuddenLimit(Mn12.SPIN, PHONONS).finalKelvin(1, 0.1, ti) - ti;

        var completed = wells.completedKelvin(ti, fieldQuench(1, 0.1)) - ti;

        assertThat(100 * wells.shareCrossedInRamp(ti, fieldQuench(1, 0.1))).isCloseTo(sharePercent, within(0.05));
        assertThat(100 * (completed / sudden - 1)).isCloseTo(excessPercent, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 2.56029", "0.1, 0.96596"})
    void followsTheIsentropeWhenTheWellsExchangeAtOnce(double bf, double final4) {
        var instant = isolated(new Arrhenius(1e-6, 1e-10));

        var prediction = instant.predict(4, fieldQuench(1, bf), new double[] {0, 0.5});

        assertThat(prediction.kelvin()[1]).isCloseTo(final4, within(5e-6));
        assertThat(prediction.kelvin()[1])
                .isCloseTo(
                        new Isentrope(Mn12.SPIN, PHONONS).finalKelvin(1, bf, 4).orElseThrow(), within(1e-6));
    }

    @Test
    void followsTheIsentropeInsideTheWellsWhenTheyAreBlocked() {
        var blocked = isolated(new Arrhenius(71.94, 1e20));

        var prediction = blocked.predict(4, fieldQuench(1, 0.1), new double[] {0, 0.09, 100});

        assertThat(prediction.kelvin()[1]).isCloseTo(3.79743, within(5e-6));
        assertThat(prediction.kelvin()[2]).isCloseTo(3.79743, within(5e-6));
        assertThat(prediction.upperPopulation()[2]).isCloseTo(prediction.upperPopulation()[0], within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"paper", "experiment"})
    void knowsThePartOfTheChangeInsideTheWellsWhateverTheRelaxation(String relaxation) {
        var wells = isolated(preset(relaxation));

        assertThat(wells.inWellKelvin(4, fieldQuench(1, 0.1))).isCloseTo(3.79743, within(5e-6));
        assertThat(wells.inWellKelvin(4, FieldHistory.constant(1))).isEqualTo(4);
    }

    /** All levels keep the populations of Bi; then each well comes to itself, and in the end both to each other. */
    @ParameterizedTest
    @CsvSource({"3.5, -2.077", "4.0, -1.947", "4.6, -1.577"})
    void endsInTheSuddenLimitWhenTheLevelsAreFrozenToo(double ti, double sudden) {
        var quick = isolated(new Arrhenius(5, 1e-3));
        var p = quick.equilibriumUpperPopulation(ti, 1);
        var kept = Constants.GAS * Mn12.SPIN.at(0.1).excessOf(Mn12.SPIN.at(1).populations(ti)) + PHONONS.energy(ti);
        var within = new BrentSolver(1e-14)
                .solve(100, kelvin -> excessInWells(kelvin, p) + PHONONS.energy(kelvin) - kept, ti / 2, ti);

        var course = Course.from(quick, FieldHistory.constant(0.1), within, new double[] {p}, 0);
        course.coldestUntil(1e6);

        var limit = new SuddenLimit(Mn12.SPIN, PHONONS).finalKelvin(1, 0.1, ti);
        assertThat(course.kelvin()).isCloseTo(limit, within(1e-6));
        assertThat(course.kelvin() - ti).isCloseTo(sudden, within(5e-4));
    }

    private static double excessInWells(double kelvin, double p) {
        var levels = Mn12.SPIN.at(0.1);
        var mean = (1 - p) * levels.leftWell().meanEnergy(kelvin)
                + p * levels.rightWell().meanEnergy(kelvin);
        return Constants.GAS * (mean - levels.lowestKelvin());
    }

    @Test
    void comesBackToItsStartWhenBlockedWellsSeeTheFieldReturn() {
        var blocked = isolated(new Arrhenius(71.94, 1e20));
        var thereAndBack = FieldHistory.piecewiseLinear(new double[] {0, 0.1, 0.3}, new double[] {1, -0.2, 1});

        var kelvin =
                blocked.predict(4, thereAndBack, new double[] {0, 0.1, 0.3}).kelvin();

        assertThat(kelvin[1]).isLessThan(3.9);
        assertThat(kelvin[2]).isCloseTo(4, within(1e-6));
    }

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
    void equilibratesInTauAtZeroFieldAsInSection12(double kelvin, double experiment, double paper) {
        assertThat(isolated(Samples.EXPERIMENT).equilibrationSeconds(kelvin, 0))
                .isCloseTo(experiment, withinPercentage(0.5));
        assertThat(isolated(Samples.PAPER).equilibrationSeconds(kelvin, 0)).isCloseTo(paper, withinPercentage(0.5));
    }

    @ParameterizedTest
    @CsvSource({"4, 0.08, 0.005, 0.79, 0.005", "3, 4, 0.5, 106, 0.5", "2.5, 107, 0.5, 5350, 5"})
    void equilibratesFasterInTheInitialFieldAsInExperimentSection3(
            double kelvin, double experiment, double experimentRounding, double paper, double paperRounding) {
        assertThat(isolated(Samples.EXPERIMENT).equilibrationSeconds(kelvin, 1))
                .isCloseTo(experiment, within(experimentRounding));
        assertThat(isolated(Samples.PAPER).equilibrationSeconds(kelvin, 1)).isCloseTo(paper, within(paperRounding));
    }

    @Test
    void hasTheSameRatesInBothDirectionsOfTheField() {
        var wells = isolated(Samples.EXPERIMENT);

        assertThat(wells.equilibrationSeconds(3.3, -0.7))
                .isCloseTo(wells.equilibrationSeconds(3.3, 0.7), withinPercentage(1e-10));
        assertThat(wells.equilibriumUpperPopulation(3.3, -0.7))
                .isCloseTo(1 - wells.equilibriumUpperPopulation(3.3, 0.7), within(1e-14));
        assertThat(wells.equilibriumUpperPopulation(0.01, -5)).isEqualTo(1);
    }

    @Test
    void hasNothingToCrossWithoutARamp() {
        var wells = isolated(Samples.EXPERIMENT);

        assertThat(wells.shareCrossedInRamp(4, FieldHistory.constant(1))).isZero();
        assertThat(wells.completedKelvin(4, FieldHistory.constant(1))).isCloseTo(4, within(1e-12));
    }

    @Test
    void refusesASpinWithoutTwoWells() {
        assertThatThrownBy(
                        () -> new TwoWells(new AxialSpin(1, 0.3, 2), PHONONS, Samples.PAPER, Surroundings.isolated()))
                .hasMessageContaining("D below 0 K, got D = 0.3 K");
        assertThatThrownBy(
                        () -> new TwoWells(new AxialSpin(1, -0.3, -2), PHONONS, Samples.PAPER, Surroundings.isolated()))
                .hasMessageContaining("g above 0");
    }

    @Test
    void refusesTimesOutOfOrder() {
        var wells = isolated(Samples.PAPER);

        assertThatThrownBy(() -> wells.predict(4, fieldQuench(1, 0.1), new double[0]))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> wells.predict(4, fieldQuench(1, 0.1), new double[] {1, 0}))
                .hasMessageContaining("0.0 s at place 1");
    }

    private static double[] changesAfterRamp(TwoWells wells, double ti, double bi, double bf, double[] after) {
        var end = Math.abs(bf - bi) / 10;
        var times = new double[after.length];
        for (var i = 0; i < after.length; i++) {
            times[i] = end + after[i];
        }
        var kelvin = wells.predict(ti, fieldQuench(bi, bf), times).kelvin();
        for (var i = 0; i < kelvin.length; i++) {
            kelvin[i] -= ti;
        }
        return kelvin;
    }

    /** 20 % addenda, K from the heat capacity of the blocked wells at the final field, bath at the start. */
    private static double largestDrop(String relaxation, double ti, double linkSeconds) {
        var levels = Mn12.SPIN.at(0.1);
        var p = isolated(preset(relaxation)).equilibriumUpperPopulation(ti, 1);
        var wellsCapacity = Constants.GAS
                * ((1 - p) * levels.leftWell().heatCapacity(ti)
                        + p * levels.rightWell().heatCapacity(ti));
        var capacity = 1.2 * PHONONS.heatCapacity(ti) + wellsCapacity;
        var linked = new TwoWells(
                Mn12.SPIN,
                PHONONS,
                preset(relaxation),
                Surroundings.linked(1, PHONONS.times(0.2), Link.constant(capacity / linkSeconds), ti));
        var times = new double[15001];
        for (var i = 0; i < times.length; i++) {
            times[i] = 0.1 * i;
        }
        var lowest = Arrays.stream(
                        linked.predict(ti, fieldQuench(1, 0.1), times).kelvin())
                .min()
                .orElseThrow();
        return lowest - ti;
    }
}
