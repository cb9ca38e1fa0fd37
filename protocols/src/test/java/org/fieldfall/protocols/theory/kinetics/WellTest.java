package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Levels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WellTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasTheAveragesOfItsLevels(int seed) {
        var random = new Random(seed);
        var quartic = seed % 2 == 0 ? 2e-3 : 0;
        var spin = new AxialSpin((1 + random.nextInt(20)) / 2.0, -2 * random.nextDouble() - 0.01, 2, quartic);
        var tesla = 12 * random.nextDouble() - 6;
        var kelvin = Math.pow(10, 4 * random.nextDouble() - 2);
        var left = Well.left(spin);
        var right = Well.right(spin);

        left.look(spin.zeemanKelvin(tesla), kelvin);
        right.look(spin.zeemanKelvin(tesla), kelvin);

        check(seed, left, spin.at(tesla).leftWell(), kelvin);
        check(seed, right, spin.at(tesla).rightWell(), kelvin);
        var ratio = spin.at(tesla)
                .leftWell()
                .averages(kelvin)
                .partitionRatioTo(spin.at(tesla).rightWell().averages(kelvin));
        assertThat(left.partitionRatioTo(right)).as("seed %d", seed).isCloseTo(ratio, within(1e-11 * ratio));
    }

    /** Two ways to sum the same dozen terms: a few hundred roundings apart. */
    private static void check(int seed, Well well, Levels levels, double kelvin) {
        var averages = levels.averages(kelvin);
        var range = 1e-11 * (1 + Math.abs(averages.lowestKelvin()));
        assertThat(well.energy()).as("seed %d", seed).isCloseTo(averages.energy(), within(range));
        assertThat(well.number()).as("seed %d", seed).isCloseTo(averages.magneticNumber(), within(1e-11));
        assertThat(well.heatCapacity()).as("seed %d", seed).isCloseTo(averages.heatCapacity(), within(1e-9));
        assertThat(well.numberSlope())
                .as("seed %d", seed)
                .isCloseTo(averages.magneticNumberSlope(), within(1e-9 / kelvin));
        assertThat(well.numberResponse())
                .as("seed %d", seed)
                .isCloseTo(numberVariance(levels, kelvin) / kelvin, within(1e-10 / kelvin));
    }

    private static double numberVariance(Levels levels, double kelvin) {
        var numbers = levels.magneticNumbers();
        var populations = levels.populations(kelvin);
        var mean = levels.averages(kelvin).magneticNumber();
        return IntStream.range(0, numbers.length)
                .mapToDouble(k -> populations[k] * (numbers[k] - mean) * (numbers[k] - mean))
                .sum();
    }
}
