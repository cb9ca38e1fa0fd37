package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldfall.protocols.theory.kinetics.Samples.EXPERIMENT;
import static org.fieldfall.protocols.theory.kinetics.Samples.fieldQuench;
import static org.fieldfall.protocols.theory.kinetics.Samples.isolated;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedFieldTest {

    // The field monitor of the twin: 3 µV of noise are 0.03 mT.
    private static final double NOISE = 3e-5;
    private static final double TOLERANCE = 6 * NOISE;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void staysWithinItsToleranceOfEveryReading(int seed) {
        var random = new Random(seed);
        var count = 2 + random.nextInt(3000);
        var seconds = new double[count];
        var tesla = new double[count];
        for (var i = 1; i < count; i++) {
            seconds[i] = seconds[i - 1] + 1e-4 + 1e-3 * random.nextDouble();
            tesla[i] = tesla[i - 1] + 1e-3 * random.nextGaussian() + (random.nextInt(100) == 0 ? 0.3 : 0);
        }
        var tolerance = Math.pow(10, -4 + 3 * random.nextDouble());

        var field = FieldHistory.recorded(seconds, tesla, tolerance);

        for (var i = 0; i < count; i++) {
            assertThat(field.tesla(seconds[i]))
                    .as("seed %d, reading %d", seed, i)
                    .isCloseTo(tesla[i], within(tolerance * (1 + 1e-9) + 1e-12));
        }
        assertThat(field.corners().length).isLessThanOrEqualTo(count);
        assertThat(field.corners()[0]).isEqualTo(seconds[0]);
        assertThat(field.corners()[field.corners().length - 1]).isEqualTo(seconds[count - 1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000})
    void takesTheNoiseOutOfARampAndKeepsItsPrediction(int readings) {
        var random = new Random(readings);
        var seconds = IntStream.range(0, readings)
                .mapToDouble(i -> -0.05 + 0.2 * i / readings)
                .toArray();
        var tesla = new double[readings];
        for (var i = 0; i < readings; i++) {
            tesla[i] = fieldQuench(1, 0.1).tesla(seconds[i]) + NOISE * random.nextGaussian();
        }
        var times = new double[] {0.15, 1, 10, 100};

        var field = FieldHistory.recorded(seconds, tesla, TOLERANCE);
        var seen = isolated(EXPERIMENT).predict(4, field, times).kelvin();

        // then: four lines would do for a straight ramp, and 0.18 mT are worth 0.03 mK in the wells, 0.2 mK with the
        // rates
        assertThat(field.corners().length).isLessThan(20);
        assertThat(seen)
                .containsExactly(
                        isolated(EXPERIMENT)
                                .predict(4, fieldQuench(1, 0.1), times)
                                .kelvin(),
                        within(2e-4));
    }

    @Test
    void isAsGoodAsItsReadingsWithoutNoise() {
        var seconds = IntStream.rangeClosed(0, 2000).mapToDouble(i -> 5e-5 * i).toArray();
        var tesla = new double[seconds.length];
        for (var i = 0; i < tesla.length; i++) {
            tesla[i] = 0.55 + 0.45 * Math.cos(Math.PI * i / 2000);
        }
        var times = new double[] {0.1, 1, 10};
        var wells = isolated(EXPERIMENT);

        var few = wells.predict(4, FieldHistory.recorded(seconds, tesla, 1e-5), times)
                .kelvin();
        var all = wells.predict(4, FieldHistory.piecewiseLinear(seconds, tesla), times)
                .kelvin();

        assertThat(FieldHistory.recorded(seconds, tesla, 1e-5).corners().length).isLessThan(300);
        // 0.01 mT are 0.003 % of the rates, with 0.4 K to an e-fold of time
        assertThat(few).containsExactly(all, within(2e-5));
    }

    @Test
    void refusesWhatWasNotRecorded() {
        var two = new double[] {0, 1};

        assertThatThrownBy(() -> FieldHistory.recorded(two, two, 0)).hasMessageContaining("above 0 T");
        assertThatThrownBy(() -> FieldHistory.recorded(new double[1], new double[1], 1e-3))
                .hasMessageContaining("two readings or more, got 1");
        assertThatThrownBy(() -> FieldHistory.recorded(new double[] {0, 0}, two, 1e-3))
                .hasMessageContaining("must ascend");
        assertThatThrownBy(() -> FieldHistory.recorded(two, new double[] {0, Double.NaN}, 1e-3))
                .hasMessageContaining("must be finite");
    }
}
