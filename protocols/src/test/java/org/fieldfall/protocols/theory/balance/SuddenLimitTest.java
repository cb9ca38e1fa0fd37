package org.fieldfall.protocols.theory.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SuddenLimitTest {

    private static final Debye PHONONS = new Debye(38, 1);
    private static final double MOLES = 4.0e-3 / 2060.17;

    private final SuddenLimit limit = new SuddenLimit(Mn12.SPIN, PHONONS);

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.0, 1.94633, 2.90851, 3.88991, 4.48473",
        "0.5, 0.1, 0.61208, 1.14970, 2.44162, 3.43528",
        "0.5, 0.3, 1.47365, 2.31491, 3.27942, 3.89908",
        "1.0, 0.0, 1.90397, 2.82575, 3.77772, 4.35778",
        "1.0, 0.1, 0.58380, 1.03098, 2.05314, 3.02327",
        "1.0, 0.3, 1.37610, 2.06058, 2.86875, 3.40727"
    })
    void hasTheFinalTemperaturesOfPhysicsSection13(
            double bi, double bf, double from2, double from3, double from4, double from46) {
        var rounding = within(5e-6);

        assertThat(limit.finalKelvin(bi, bf, 2)).isCloseTo(from2, rounding);
        assertThat(limit.finalKelvin(bi, bf, 3)).isCloseTo(from3, rounding);
        assertThat(limit.finalKelvin(bi, bf, 4)).isCloseTo(from4, rounding);
        assertThat(limit.finalKelvin(bi, bf, 4.6)).isCloseTo(from46, rounding);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.0, 6.25, -0.119",
        "0.5, 0.1, 3.25, -1.879",
        "0.5, 0.3, 3.85, -0.721",
        "1.0, 0.0, 14.5, -0.371",
        "1.0, 0.1, 3.5, -2.077",
        "1.0, 0.3, 5.45, -1.222"
    })
    void hasTheDeepestCoolingOfPhysicsSection11(double bi, double bf, double ti, double deepest) {
        assertThat(limit.finalKelvin(bi, bf, ti) - ti).isCloseTo(deepest, within(5e-4));
        assertThat(limit.finalKelvin(bi, bf, ti) - ti)
                .isLessThan(limit.finalKelvin(bi, bf, ti - 0.5) - (ti - 0.5))
                .isLessThan(limit.finalKelvin(bi, bf, ti + 0.5) - (ti + 0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, 4.00, 5e-3",
        "-0.05, 4.77, 5e-3",
        "-0.1, 5.58, 5e-3",
        "-0.5, 10.1, 0.05",
        "-1, 14.3, 0.05",
        "-2, 21.7, 0.05"
    })
    void heatsAfterAFieldReversalAsInPhysicsSection25(double bf, double final4, double rounding) {
        assertThat(limit.finalKelvin(1, bf, 4)).isCloseTo(final4, within(rounding));
    }

    @Test
    void coolsLessWithThePlatformOfTheFirstShot() {
        var withAddenda = new SuddenLimit(Mn12.SPIN, PHONONS.plus(new ConstantHeatCapacity(1e-6 / MOLES)));

        assertThat(withAddenda.finalKelvin(1, 0.1, 4) - 4).isCloseTo(-1.682, within(5e-4));
    }

    @Test
    void takesUpTheHeatOfTheFirstShotFromABath() {
        assertThat(MOLES * limit.heatTakenUp(1, 0.1, 4)).isCloseTo(17.06e-6, within(5e-9));
    }

    @Test
    void isTheEnergyBalanceOfATwoLevelSystem() {
        // given: a free spin 1/2 whose gap falls to a tenth, on a constant heat capacity c
        var spin = new AxialSpin(0.5, 0, 2);
        var c = 3.0;
        var gap = spin.zeemanKelvin(0.2);
        var kept = 1 / (1 + Math.exp(spin.zeemanKelvin(2) / 1.5));

        var tf = new SuddenLimit(spin, new ConstantHeatCapacity(c)).finalKelvin(2, 0.2, 1.5);

        var upper = 1 / (1 + Math.exp(gap / tf));
        assertThat(Constants.GAS * gap * (upper - kept)).isCloseTo(c * (1.5 - tf), within(1e-12));
        assertThat(tf).isLessThan(1.5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void balancesEnergyForAnySpinLatticeAndFields(int seed) {
        var random = new Random(seed);
        var spin =
                new AxialSpin((1 + random.nextInt(24)) / 2.0, 3 * random.nextDouble() - 2, 1.5 + random.nextDouble());
        var phonons = new Debye(20 + 200 * random.nextDouble(), 1 + random.nextInt(30));
        var bi = 10 * random.nextDouble() - 5;
        var bf = 10 * random.nextDouble() - 5;
        var ti = Math.exp(5 * random.nextDouble() - 2);

        var tf = new SuddenLimit(spin, phonons).finalKelvin(bi, bf, ti);

        var levels = spin.at(bf);
        var before = Constants.GAS * levels.excessOf(spin.at(bi).populations(ti)) + phonons.energy(ti);
        var after = Constants.GAS * levels.averages(tf).excess() + phonons.energy(tf);
        assertThat(after).as("seed %d", seed).isCloseTo(before, offset(1e-12 * Math.max(1, before)));
    }

    @Test
    void changesNothingWhenTheFieldStays() {
        assertThat(limit.finalKelvin(0.7, 0.7, 3.3)).isCloseTo(3.3, within(1e-13));
        assertThat(limit.heatTakenUp(0.7, 0.7, 3.3)).isCloseTo(0, within(1e-14));
    }

    @Test
    void keepsItsAnswerAtTheEdges() {
        assertThat(limit.finalKelvin(5, 1e-6, 0.05)).isBetween(0.0, 0.05);
        assertThat(limit.finalKelvin(1, 0, 0.01)).isCloseTo(0.01, within(1e-12));
        assertThat(limit.finalKelvin(0, 9, 300)).isFinite();
    }
}
