package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fieldfall.protocols.theory.kinetics.Samples.PHONONS;
import static org.fieldfall.protocols.theory.kinetics.Samples.fieldQuench;
import static org.fieldfall.protocols.theory.kinetics.Samples.isolated;
import static org.fieldfall.protocols.theory.kinetics.Samples.preset;

import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shot of experiment.md §2: 4.0 mg, addenda 1.0 µJ/K, link 0.14 µW/K, 1 → 0.1 T at 10 T/s from 4.0 K. */
class FirstShotTest {

    private static final double RAMP_END = 0.09;
    private static final double MOLES = 4.0e-3 / 2060.17;
    private static final Surroundings PLATFORM = Surroundings.linked(MOLES, 1.0e-6, 0.14e-6, 4.0);

    @ParameterizedTest
    @CsvSource({
        "experiment, -0.247, -0.502, -0.799, -0.734, -0.563, -0.066",
        "paper, -0.191, -0.237, -0.412, -0.486, -0.449, -0.148"
    })
    void hasTheTemperaturesExpected(
            String relaxation, double atEnd, double at1, double at10, double at60, double at100, double at300) {
        var kelvin = shot(relaxation)
                .predict(4, fieldQuench(1, 0.1), after(0, 1, 10, 60, 100, 300))
                .kelvin();

        for (var i = 0; i < kelvin.length; i++) {
            kelvin[i] -= 4;
        }
        assertThat(kelvin).containsExactly(new double[] {atEnd, at1, at10, at60, at100, at300}, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({"experiment, 20, -0.826", "paper, 41, -0.493"})
    void hasThePeakExpected(String relaxation, double peakSeconds, double peak) {
        var prediction = shot(relaxation)
                .predict(
                        4,
                        fieldQuench(1, 0.1),
                        after(IntStream.range(0, 1000).mapToDouble(i -> 0.1 * i).toArray()));

        var kelvin = prediction.kelvin();
        var lowest = IntStream.range(0, kelvin.length)
                .reduce((i, j) -> kelvin[j] < kelvin[i] ? j : i)
                .orElseThrow();
        assertThat(kelvin[lowest] - 4).isCloseTo(peak, within(5e-4));
        assertThat(prediction.seconds()[lowest] - RAMP_END).isCloseTo(peakSeconds, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({"experiment, 17.58", "paper, 17.15"})
    void hasTheHeatTakenUpExpected(String relaxation, double microjoule) {
        var prediction = shot(relaxation).predict(4, fieldQuench(1, 0.1), after(20_000));

        assertThat(1e6 * prediction.spinHeatJoule()[0]).isCloseTo(microjoule, within(0.005));
        assertThat(prediction.kelvin()[0]).isCloseTo(4, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"experiment, -2.026", "paper, -1.960"})
    void hasTheCompletedChangeExpected(String relaxation, double completed) {
        assertThat(isolated(preset(relaxation)).completedKelvin(4, fieldQuench(1, 0.1)) - 4)
                .isCloseTo(completed, within(5e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiment", "paper"})
    void knowsTheHeatOfTheEndFromTheRampAlone(String relaxation) {
        var integrated = shot(relaxation).predict(4, fieldQuench(1, 0.1), after(20_000));

        assertThat(shot(relaxation).completedHeatJoule(4, fieldQuench(1, 0.1)))
                .isCloseTo(integrated.spinHeatJoule()[0], within(1e-11));
    }

    @Test
    void hasTheReferenceLines() {
        var addenda = new ConstantHeatCapacity(1.0e-6 / MOLES);
        var limit = new SuddenLimit(Mn12.SPIN, PHONONS);

        assertThat(limit.finalKelvin(1, 0.1, 4) - 4).isCloseTo(-1.947, within(5e-4));
        assertThat(new SuddenLimit(Mn12.SPIN, PHONONS.plus(addenda)).finalKelvin(1, 0.1, 4) - 4)
                .isCloseTo(-1.682, within(5e-4));
        assertThat(new Isentrope(Mn12.SPIN, PHONONS).finalKelvin(1, 0.1, 4).orElseThrow() - 4)
                .isCloseTo(-3.034, within(5e-4));
        assertThat(1e6 * MOLES * limit.heatTakenUp(1, 0.1, 4)).isCloseTo(17.06, within(0.005));
    }

    /** Without levels inside the wells nothing but the crossing takes up heat: eqs. (3) to (6), exactly. */
    @Test
    void takesUpTheHeatOfTheSuddenLimitWhenAWellHasOneLevel() {
        var half = new AxialSpin(0.5, -1, 27);
        var slow = new Arrhenius(61.5, 2.1e-7);
        var wells = new TwoWells(half, PHONONS, slow, PLATFORM.withBathAt(3.5));
        var expected = MOLES * new SuddenLimit(half, PHONONS).heatTakenUp(1, 0.1, 3.5);

        var integrated = wells.predict(3.5, FieldHistory.ramp(1, 0.1, 0, 1e5), new double[] {20_000});

        assertThat(integrated.spinHeatJoule()[0]).isCloseTo(expected, within(1e-4 * expected));
        assertThat(wells.completedHeatJoule(3.5, FieldHistory.ramp(1, 0.1, 0, 1e5)))
                .isCloseTo(expected, within(1e-4 * expected));
    }

    private static TwoWells shot(String relaxation) {
        return new TwoWells(Mn12.SPIN, PHONONS, preset(relaxation), PLATFORM);
    }

    private static double[] after(double... seconds) {
        var times = new double[seconds.length];
        for (var i = 0; i < seconds.length; i++) {
            times[i] = RAMP_END + seconds[i];
        }
        return times;
    }
}
