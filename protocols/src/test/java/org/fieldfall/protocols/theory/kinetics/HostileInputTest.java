package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Extreme samples, fields, temperatures and rates: a number that a far tighter tolerance confirms, or an exception. */
class HostileInputTest {

    private static final double TIGHTER = 1e-9;

    static IntStream seeds() {
        // The four last ones once gave wrong temperatures, where a cold sample stores little heat.
        return Boolean.getBoolean("fieldfall.long")
                ? IntStream.rangeClosed(1, 2000)
                : IntStream.concat(IntStream.rangeClosed(1, 20), IntStream.of(233, 978, 1273, 1853));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesARightNumberOrNone(int seed) {
        var random = new Random(seed);
        var wells =
                new TwoWells(spins(random), new Debye(between(random, 15, 150), between(random, 0.1, 3)), rig(random));
        var ti = logarithmic(random, 0.5, 30);
        var field = field(random);
        var times = times(random, field);

        var usual = predict(wells, ti, field, times, TwoWellSystem.TOLERANCE);
        var tight = predict(wells, ti, field, around(times), TIGHTER);

        assumeTrue(usual.isPresent() && tight.isPresent());
        for (var i = 0; i < times.length; i++) {
            var about = Arrays.stream(tight.get().kelvin(), 3 * i, 3 * i + 3).summaryStatistics();
            assertThat(usual.get().kelvin()[i])
                    .as("seed %d, %s s", seed, times[i])
                    .isBetween(about.getMin() * (1 - 1e-4), about.getMax() * (1 + 1e-4));
        }
    }

    /** Each time with a millionth before and after it: an avalanche passes thousands of kelvin a second. */
    private static double[] around(double[] times) {
        return Arrays.stream(times)
                .flatMap(time -> DoubleStream.of(time * (1 - 1e-6), time, time * (1 + 1e-6)))
                .toArray();
    }

    /** Empty where it does not converge. */
    private static Optional<Prediction> predict(
            TwoWells wells, double ti, FieldHistory field, double[] times, double tolerance) {
        try {
            return Optional.of(wells.predict(ti, field, times, tolerance));
        } catch (NoConvergenceException none) {
            return Optional.empty();
        }
    }

    @Test
    void convergesForMost() {
        var converged = IntStream.rangeClosed(1, 40)
                .filter(seed -> {
                    var random = new Random(seed);
                    var wells = new TwoWells(
                            spins(random), new Debye(between(random, 15, 150), between(random, 0.1, 3)), rig(random));
                    var ti = logarithmic(random, 0.5, 30);
                    var field = field(random);
                    return predict(wells, ti, field, times(random, field), TwoWellSystem.TOLERANCE)
                            .isPresent();
                })
                .count();

        assertThat(converged).isGreaterThan(30);
    }

    private static Spins spins(Random random) {
        var main = species(random, 1);
        var spins = new Spins(List.of(main), 0);
        if (random.nextBoolean()) {
            spins = spins.with(species(random, logarithmic(random, 1e-3, 0.5)));
        }
        return random.nextBoolean() ? spins.coupledBy(between(random, -0.06, 0.06)) : spins;
    }

    private static Species species(Random random, double share) {
        var spin =
                new AxialSpin((1 + random.nextInt(20)) / 2.0, -logarithmic(random, 0.05, 5), between(random, 1.5, 2.5));
        var relaxation = new Arrhenius(logarithmic(random, 5, 150), logarithmic(random, 1e-9, 1e-3));
        var resonances = new ArrayList<Resonance>();
        for (var n = random.nextInt(4); n > 0; n--) {
            resonances.add(new Resonance(
                    between(random, 0, 2), logarithmic(random, 0.1, 1e3), logarithmic(random, 1e-3, 0.1)));
        }
        return new Species(share, spin, relaxation, new Resonances(resonances));
    }

    private static Surroundings rig(Random random) {
        if (random.nextInt(4) == 0) {
            return Surroundings.isolated();
        }
        var moles = logarithmic(random, 1e-7, 1e-3);
        var addenda = new Debye(60, between(random, 0.01, 3)).times(moles);
        var link = Link.power(moles * logarithmic(random, 1e-4, 10), 4, between(random, 0, 3));
        var rig = Surroundings.linked(moles, addenda, link, logarithmic(random, 0.3, 30))
                .heatedBy(moles * between(random, 0, 0.1), moles * logarithmic(random, 1e-9, 1e-5))
                .readBy(Thermometer.following(random.nextBoolean() ? 0 : logarithmic(random, 1e-4, 1)));
        return random.nextBoolean() ? rig : rig.equalisingIn(logarithmic(random, 1e-3, 1));
    }

    /** A ramp, or three of them with rests. */
    private static FieldHistory field(Random random) {
        var rate = logarithmic(random, 1e-3, 1e4);
        var bi = between(random, -5, 5);
        if (random.nextBoolean()) {
            return FieldHistory.ramp(bi, between(random, -5, 5), 0, rate);
        }
        var seconds = new double[6];
        var tesla = new double[6];
        tesla[0] = bi;
        for (var i = 1; i < 6; i++) {
            tesla[i] = i % 2 == 0 ? tesla[i - 1] : between(random, -3, 3);
            seconds[i] = seconds[i - 1]
                    + (i % 2 == 0 ? logarithmic(random, 1e-3, 10) : Math.abs(tesla[i] - tesla[i - 1]) / rate + 1e-9);
        }
        return FieldHistory.piecewiseLinear(seconds, tesla);
    }

    private static double[] times(Random random, FieldHistory field) {
        var end = field.corners()[field.corners().length - 1];
        // Far enough apart for what lies around each.
        var after = end * (1 + 1e-5);
        return new double[] {
            end / 2, end, after + logarithmic(random, 1e-3, 1), after * (1 + 1e-5) + logarithmic(random, 10, 1e4)
        };
    }

    private static double between(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    private static double logarithmic(Random random, double from, double to) {
        return Math.exp(between(random, Math.log(from), Math.log(to)));
    }
}
