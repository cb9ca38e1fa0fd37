package org.fieldfall.protocols.theory.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptimumTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, Boolean.getBoolean("fieldfall.long") ? 100 : 10);
    }

    /**
     * Section 1.1's table, whose starts lie on steps of 0.05 to 0.25 K: every digit at its start, and an optimum that is no
     * shallower and within such a step.
     */
    @ParameterizedTest
    @CsvSource({
        "38, 1, 0.5, -0.119, 6.25, -1.879, 3.25, -0.721, 3.85",
        "38, 1, 1.0, -0.371, 14.5, -2.077, 3.5, -1.222, 5.45",
        "41, 1, 0.5, -0.128, 5.85, -1.935, 3.35, -0.755, 4.0",
        "41, 1, 1.0, -0.384, 14.25, -2.155, 3.6, -1.307, 5.6",
        "100, 1, 0.5, -0.240, 9.0, -2.211, 3.7, -0.962, 5.3",
        "100, 1, 1.0, -0.726, 12.25, -2.587, 4.25, -2.070, 8.25",
        "150, 176, 0.5, -0.062, 4.05, -1.530, 2.8, -0.522, 3.2",
        "150, 176, 1.0, -0.127, 4.55, -1.624, 2.95, -0.757, 3.95",
        "38, 12, 0.5, -0.021, 3.9, -0.922, 2.1, -0.235, 2.75",
        "38, 12, 1.0, -0.046, 13, -0.937, 2.1, -0.300, 3.2",
        "38, 176, 0.5, -0.002, 3.75, -0.171, 1.1, -0.022, 2.5",
        "38, 176, 1.0, -0.003, 12.75, -0.171, 1.1, -0.026, 2.75"
    })
    void hasTheTableOfCandidatesOfPhysicsSection11(
            double theta, double units, double bi, double d0, double t0, double d1, double t1, double d3, double t3) {
        var limit = new SuddenLimit(Mn12.SPIN, new Debye(theta, units));

        assertOptimum(limit, bi, 0, d0, t0);
        assertOptimum(limit, bi, 0.1, d1, t1);
        assertOptimum(limit, bi, 0.3, d3, t3);
    }

    /** Section 1.1, in words: Fig. 5 against Bf. */
    @Test
    void dropsAbruptlyFromZeroFieldAndRisesAgain() {
        var limit = new SuddenLimit(Mn12.SPIN, new Debye(38, 1));

        assertThat(optimum(limit, 1, 0.01).startKelvin()).isCloseTo(2.5, within(0.3));
        var at3 = optimum(limit, 1, 0.03);
        assertThat(at3.deltaKelvin())
                .isLessThan(optimum(limit, 1, 0.01).deltaKelvin())
                .isLessThan(optimum(limit, 1, 0.1).deltaKelvin());
        assertThat(optimum(limit, 1, 0.1).startKelvin())
                .isLessThan(optimum(limit, 1, 0.3).startKelvin());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatAFineScanFinds(int seed) {
        var random = new Random(seed);
        var spin = new AxialSpin((1 + random.nextInt(24)) / 2.0, 3 * random.nextDouble() - 2, 2);
        var change = new SuddenLimit(spin, new Debye(20 + 100 * random.nextDouble(), 1 + random.nextInt(20)))
                .between(0.2 + 3 * random.nextDouble(), random.nextDouble() / 5);

        var found = Optimum.of(change, 0.3, 30);

        var scanned = Double.POSITIVE_INFINITY;
        for (var ti = 0.3; ti < 30; ti *= 1.002) {
            scanned = Math.min(scanned, change.finalKelvin(ti) - ti);
        }
        assertThat(found.deltaKelvin()).as("seed %d", seed).isLessThanOrEqualTo(scanned + 1e-12);
        assertThat(found.deltaKelvin()).as("seed %d", seed).isCloseTo(scanned, within(1e-3));
        assertThat(change.finalKelvin(found.startKelvin()) - found.startKelvin())
                .isEqualTo(found.deltaKelvin());
    }

    @Test
    void takesTheDeeperOfTwoMinima() {
        var found = Optimum.of(t -> -Math.exp(-(t - 2) * (t - 2)) - 1.01 * Math.exp(-9 * (t - 7) * (t - 7)), 0.5, 20);

        assertThat(found.startKelvin()).isCloseTo(7, within(1e-4));
        assertThat(found.deltaKelvin()).isCloseTo(-1.01, within(1e-9));
        assertThat(found.isAtEdge()).isFalse();
    }

    @Test
    void saysWhenTheRangeEndsBeforeTheMinimum() {
        assertThat(Optimum.of(t -> -t, 1, 5)).isEqualTo(new Optimum(5, -5, true));
        assertThat(Optimum.of(t -> t, 1, 5)).isEqualTo(new Optimum(1, 1, true));
    }

    @Test
    void refusesWhatIsNoRangeAndNoNumber() {
        assertThatThrownBy(() -> Optimum.of(t -> t, 5, 1)).hasMessageContaining("5.0 K to 1.0 K");
        assertThatThrownBy(() -> Optimum.of(t -> Double.NaN, 1, 5)).isInstanceOf(NoConvergenceException.class);
    }

    private static Optimum optimum(SuddenLimit limit, double bi, double bf) {
        return Optimum.of(limit.between(bi, bf), 0.5, 30);
    }

    private static void assertOptimum(SuddenLimit limit, double bi, double bf, double delta, double start) {
        var found = optimum(limit, bi, bf);
        var there = limit.finalKelvin(bi, bf, start) - start;
        assertThat(there).as("ΔT at %s T", bf).isCloseTo(delta, within(5e-4));
        assertThat(found.deltaKelvin()).as("deepest at %s T", bf).isBetween(there - 1e-3, there);
        assertThat(found.startKelvin()).as("Ti at %s T", bf).isCloseTo(start, within(0.13));
        assertThat(found.isAtEdge()).isFalse();
    }
}
