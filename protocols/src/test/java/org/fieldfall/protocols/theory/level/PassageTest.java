package org.fieldfall.protocols.theory.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {

    private static final double INSTANTANEOUS = Double.POSITIVE_INFINITY;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, Boolean.getBoolean("fieldfall.long") ? 200 : 12);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1, 4", "0.5, 0, 3", "1, -1, 6", "-0.3, 0.7, 2"})
    void isTheSameForAnAxialSpinWhicheverWayItIsCounted(double bi, double bf, double kelvin) {
        var closed = Mn12.SPIN;
        var solved = GiantSpin.of(Mn12.SPIN).along(Direction.Z);

        var expected = closed.passage(bi, bf, 10).keptExcess(kelvin);

        // Energies of 100 K carry a rounding of 1e-14 of that each.
        assertThat(solved.passage(bi, bf, 10).keptExcess(kelvin)).isCloseTo(expected, within(1e-11));
        assertThat(solved.passage(bi, bf, INSTANTANEOUS).keptExcess(kelvin)).isCloseTo(expected, within(1e-11));
    }

    /** S = 1 with E, field along z: levels D/3 ± √((gμB)² + E²), populations stay on them; frozen, the old moment decides. */
    @ParameterizedTest
    @CsvSource({"2, 0.5", "2, 0", "0.3, 1.5"})
    void staysOnLevelsThatBend(double bi, double bf) {
        var d = -4.2;
        var e = 0.6;
        var kelvin = 1.3;
        var model = GiantSpin.of(1, GTensor.isotropic(2)).withD(d).withE(e).along(Direction.Z);
        var beta = 2 * Constants.BOHR_MAGNETON_KELVIN;

        var before = Math.hypot(e, beta * bi);
        var after = Math.hypot(e, beta * bf);
        var weights = new double[] {
            Math.exp(-(d / 3 - before) / kelvin), Math.exp(-(d / 3 + before) / kelvin), Math.exp(2 * d / 3 / kelvin)
        };
        var z = weights[0] + weights[1] + weights[2];
        var followed = weights[1] / z * 2 * after + weights[2] / z * (after - d);
        var moment = (weights[0] - weights[1]) / z * beta * bi / before;
        var mean = (weights[0] * (d / 3 - before) + weights[1] * (d / 3 + before) - weights[2] * 2 * d / 3) / z;
        var frozen = mean - moment * beta * (bf - bi) - (d / 3 - after);

        assertThat(model.passage(bi, bf, 10).keptExcess(kelvin)).isCloseTo(followed, within(1e-12));
        assertThat(model.passage(bi, bf, INSTANTANEOUS).keptExcess(kelvin)).isCloseTo(frozen, within(1e-12));
        assertThat(frozen).isNotCloseTo(followed, within(1e-3));
    }

    /** From +B to −B the pair M = ±1 meets at a gap 2E: what jumps is Landau and Zener's share. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-7, 3e-6, 1e-5, 1e-3, 0.1})
    void handsOverWhatLandauAndZenerSay(double e) {
        var rate = 10.0;
        var kelvin = 0.7;
        var model = GiantSpin.of(1, GTensor.isotropic(2)).withD(-4.2).withE(e).along(Direction.Z);

        var kept = model.passage(0.9, -0.4, rate).keptExcess(kelvin);

        var beta = 2 * Constants.BOHR_MAGNETON_KELVIN;
        var jump =
                Math.exp(-Math.PI * (2 * e) * (2 * e) * Constants.BOLTZMANN / (2 * 1.054571817e-34 * 2 * beta * rate));
        var before = Math.hypot(e, beta * 0.9);
        var after = Math.hypot(e, beta * 0.4);
        var lower = 1 / (1 + Math.exp(-2 * before / kelvin) + Math.exp((-4.2 - before) / kelvin));
        var upper = lower * Math.exp(-2 * before / kelvin);
        var middle = 1 - lower - upper;
        var expected = (upper + jump * (lower - upper)) * 2 * after + middle * (after + 4.2);
        // The gap is a difference of levels of 4 K: 1e-15 in one of 6e-6 K, which the exponent sees twice.
        assertThat(kept).isCloseTo(expected, within(1e-8));
    }

    /** Section 2.3 of physics.md: what follows the level, for |m − m′| = 20 and its g, at 10 T/s. */
    @ParameterizedTest
    @CsvSource({"1e-9, 7.7e-10", "1e-7, 7.7e-6", "1e-6, 7.7e-4", "1e-5, 0.074"})
    void hasTheProbabilitiesOfPhysicsSection23(double gap, double follows) {
        var slope = 20 * 2.0 * Constants.BOHR_MAGNETON_KELVIN;

        assertThat(1 - Crossing.jumpProbability(gap, slope, 10)).isCloseTo(follows, within(0.01 * follows));
    }

    @Test
    void keepsItsPopulationsWhenTheFieldStays() {
        var model = Molecules.FE8.along(Direction.polar(0.4, 0.2));

        var passage = model.passage(0.7, 0.7, 10);

        assertThat(passage.keptExcess(3)).isCloseTo(passage.before().averages(3).excess(), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comesBackToWhereItCameFrom(int seed) {
        var drawn = new RandomHamiltonian(seed);
        var model = drawn.any().along(drawn.direction());
        var bi = 3 * drawn.random().nextDouble();

        // Very slowly every population stays on its level, by order within each symmetry; so it does on the way back.
        var there = new Stirred(model, bi, bi - 2.5, 1e-6);

        assertThat(there.roundTrip(2.2))
                .as("seed %d", seed)
                .isCloseTo(model.at(bi).averages(2.2).excess(), within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverGivesLessThanTheEntropyAllows(int seed) {
        var drawn = new RandomHamiltonian(seed);
        var model = drawn.any().along(drawn.direction());
        var kelvin = 0.5 + 3 * drawn.random().nextDouble();
        var bi = 3 * drawn.random().nextDouble();
        var bf = 3 * drawn.random().nextDouble();

        var entropy = model.at(bi).entropy(kelvin);

        // Of all states with this entropy the equilibrium has the least energy (Gibbs).
        for (var rate : new double[] {1e-6, 10, 1e9, INSTANTANEOUS}) {
            var kept = model.passage(bi, bf, rate).keptExcess(kelvin);
            assertThat(kept).as("seed %d, %s T/s", seed, rate).isGreaterThan(leastExcess(model.at(bf), entropy) - 1e-7);
        }
    }

    @Test
    void followsMn12ThroughItsResonancesTilted() {
        // given: at 5° from the axis some thirty pairs meet between 1 and 0.1 T, their gaps from 1e-12 K to 1 K
        var model = Molecules.MN12.along(Direction.polar(Math.toRadians(5), 0.3));

        var slow = model.passage(1, 0.1, 1e-3).keptExcess(4);
        var paper = model.passage(1, 0.1, 10).keptExcess(4);
        var fast = model.passage(1, 0.1, 1e6).keptExcess(4);

        // then: the axial spin in the field's component along its axis is near by, and the faster the closer
        var axial = Molecules.MN12_AXIAL;
        var cosine = Math.cos(Math.toRadians(5));
        var closed = axial.passage(cosine, 0.1 * cosine, 10).keptExcess(4);
        assertThat(paper).isCloseTo(closed, within(0.02 * closed));
        assertThat(slow).isLessThan(paper).isNotCloseTo(paper, within(1e-6));
        assertThat(fast).isNotCloseTo(paper, within(1e-6));
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThatThrownBy(() -> Mn12.SPIN.passage(1, 0, 0)).hasMessageContaining("above 0 T/s");
        assertThatThrownBy(() -> Molecules.NICKEL.along(Direction.Z).passage(1, 0, -10))
                .hasMessageContaining("-10.0 T/s");
        assertThatThrownBy(() -> Molecules.NICKEL.along(Direction.Z).at(Double.NaN))
                .hasMessageContaining("NaN T");
    }

    /** Energy at the field where the same entropy would sit in equilibrium. */
    private static double leastExcess(Spectrum spectrum, double entropy) {
        double cold = 1e-4, hot = 1e4;
        for (var step = 0; step < 200; step++) {
            var middle = Math.sqrt(cold * hot);
            if (spectrum.entropy(middle) < entropy) {
                cold = middle;
            } else {
                hot = middle;
            }
        }
        return spectrum.averages(cold).excess();
    }

    /** There and back through the same crossings, populations carried along by hand. */
    private record Stirred(SpinModel model, double bi, double bf, double rate) {

        double roundTrip(double kelvin) {
            var blocks = ((EigenLevels) model.at(bi)).blocks();
            var populations = ((EigenLevels) model.at(bi)).populations(kelvin);
            var passed = model.passage(bi, bf, rate);
            var back = model.passage(bf, bi, rate);
            assertThat(passed.after().lowestKelvin()).isEqualTo(back.before().lowestKelvin());
            for (var b = 0; b < blocks.size(); b++) {
                for (var crossing : crossings(passed, b)) {
                    crossing.handOver(populations.get(b));
                }
                for (var crossing : crossings(back, b)) {
                    crossing.handOver(populations.get(b));
                }
            }
            return ((EigenLevels) model.at(bi)).excessOf(populations);
        }

        private static List<Crossing> crossings(Passage passage, int block) {
            return ((InField.FollowedPassage) passage).crossings().get(block);
        }
    }
}
