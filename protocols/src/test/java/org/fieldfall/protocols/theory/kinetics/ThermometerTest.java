package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.fieldfall.protocols.theory.kinetics.Samples.EXPERIMENT;
import static org.fieldfall.protocols.theory.kinetics.Samples.PHONONS;
import static org.fieldfall.protocols.theory.kinetics.Samples.fieldQuench;

import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;

/** The predicted signal. */
class ThermometerTest {

    private static final Surroundings PLATFORM = Surroundings.linked(1.942e-6, 1e-6, 0.14e-6, 4);
    private static final Arrhenius BLOCKED = new Arrhenius(71.94, 1e20);

    @Test
    void showsTheSampleWhereNothingLiesBetween() {
        var prediction = predict(PLATFORM, 0, 0.05, 0.09, 1, 100);

        assertThat(prediction.shownKelvin()).containsExactly(prediction.kelvin());
    }

    @Test
    void lagsAsTheConvolutionWithItsResponse() {
        var lag = 0.015;
        var times = IntStream.rangeClosed(0, 20_000).mapToDouble(i -> 1e-5 * i).toArray();

        var prediction = predict(PLATFORM.readBy(Thermometer.following(lag)), times);

        // T_th at the next time, exactly, for a T that goes straight in between
        var kelvin = prediction.kelvin();
        var expected = 4.0;
        var decay = Math.exp(-1e-5 / lag);
        for (var i = 1; i < times.length; i++) {
            var slope = (kelvin[i] - kelvin[i - 1]) / 1e-5;
            expected = kelvin[i] - slope * lag + (expected - kelvin[i - 1] + slope * lag) * decay;
            assertThat(prediction.shownKelvin()[i]).isCloseTo(expected, within(1e-6));
        }
        assertThat(prediction.shownKelvin()[9000] - kelvin[9000]).isGreaterThan(0.02);
    }

    @Test
    void doesNotChangeWhatItShowsByLagging() {
        var ideal = predict(PLATFORM, 0, 0.09, 1, 10, 100);
        var lagging = predict(PLATFORM.readBy(Thermometer.following(0.4)), 0, 0.09, 1, 10, 100);

        assertThat(lagging.kelvin()).containsExactly(ideal.kelvin(), within(2e-6));
    }

    @Test
    void heatsItsPlatformByPOverKAndItselfByPOverItsContact() {
        // 0.76 nW over 0.14 µW/K: the 5.4 mK of experiment.md §1
        var heated = PLATFORM.readBy(new Thermometer(1.5e-3, 0.76e-9, 1e-6));

        var prediction = new TwoWells(Mn12.SPIN, PHONONS, EXPERIMENT, heated)
                .predict(4, FieldHistory.constant(0.1), new double[] {0, 1e5});

        assertThat(prediction.kelvin()[1] - 4).isCloseTo(0.76e-9 / 0.14e-6, within(1e-7));
        assertThat(prediction.shownKelvin()[0] - 4).isCloseTo(0.76e-3, within(1e-12));
        assertThat(prediction.shownKelvin()[1] - prediction.kelvin()[1]).isCloseTo(0.76e-3, within(1e-9));
    }

    @Test
    void seesASampleBehindAnInternalTimeWithThatTime() {
        // given: blocked wells, so that after the ramp heat only flows between sample and platform
        var internal = 0.5;
        var surroundings = Surroundings.linked(1, 2, 0, 4).equalisingIn(internal);
        var wells = new TwoWells(Mn12.SPIN, constant(3), BLOCKED, surroundings);

        var prediction = wells.predict(2, fieldQuench(1, 0.1), new double[] {0.09, 0.19, 1.09, 30});

        // then: the difference dies as exp(−t/τ₂), to the few per cent by which C of the spins changed
        var difference = IntStream.range(0, 4)
                .mapToDouble(i -> prediction.shownKelvin()[i] - prediction.kelvin()[i])
                .toArray();
        assertThat(difference[0]).isGreaterThan(0.01);
        assertThat(Math.log(difference[0] / difference[1])).isCloseTo(0.1 / internal, withinPercentage(3));
        assertThat(Math.log(difference[0] / difference[2])).isCloseTo(1 / internal, withinPercentage(3));
        assertThat(difference[3]).isCloseTo(0, within(1e-7));
    }

    @Test
    void takesSampleAndPlatformForOneWhenTheInternalTimeGoesToZero() {
        var together = predict(PLATFORM, 0.09, 1, 10, 20_000);
        var near = predict(PLATFORM.equalisingIn(1e-6), 0.09, 1, 10, 20_000);

        // what 10 ms changes (25 mK in the ramp, 6 nJ in the end), a ten-thousandth of it
        assertThat(near.kelvin()).containsExactly(together.kelvin(), within(5e-6));
        assertThat(near.spinHeatJoule()).containsExactly(together.spinHeatJoule(), within(1e-11));
    }

    @Test
    void needsAddendaForAnInternalTime() {
        var bare = Surroundings.isolated().equalisingIn(0.01);

        assertThatThrownBy(() -> new TwoWells(Mn12.SPIN, PHONONS, EXPERIMENT, bare)
                        .predict(4, fieldQuench(1, 0.1), new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs addenda that store heat");
    }

    @Test
    void refusesWhatShowsNothing() {
        assertThatThrownBy(() -> Thermometer.following(-1)).hasMessageContaining("lag, s of a thermometer");
        assertThatThrownBy(() -> new Thermometer(0, -1, 1)).hasMessageContaining("self-heating");
        assertThatThrownBy(() -> new Thermometer(0, 0, 0)).hasMessageContaining("above 0, got 0.0");
    }

    private static Lattice constant(double joulePerMoleKelvin) {
        return new ConstantHeatCapacity(joulePerMoleKelvin);
    }

    private static Prediction predict(Surroundings surroundings, double... times) {
        return new TwoWells(Mn12.SPIN, PHONONS, EXPERIMENT, surroundings).predict(4, fieldQuench(1, 0.1), times);
    }
}
