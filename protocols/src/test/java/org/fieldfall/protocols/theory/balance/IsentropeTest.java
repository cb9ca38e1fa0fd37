package org.fieldfall.protocols.theory.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IsentropeTest {

    private static final Debye PHONONS = new Debye(38, 1);

    private final Isentrope isentrope = new Isentrope(Mn12.SPIN, PHONONS);

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.1, 0.49679, 0.81158, 1.35749, 2.01953",
        "0.5, 0.3, 1.43036, 2.23802, 3.17235, 3.78008",
        "1.0, 0.1, 0.45132, 0.66198, 0.96596, 1.24399",
        "1.0, 0.3, 1.29808, 1.87829, 2.56029, 3.02176"
    })
    void hasTheFinalTemperaturesOfPhysicsSection13(
            double bi, double bf, double from2, double from3, double from4, double from46) {
        var rounding = within(5e-6);

        assertThat(isentrope.finalKelvin(bi, bf, 2).orElseThrow()).isCloseTo(from2, rounding);
        assertThat(isentrope.finalKelvin(bi, bf, 3).orElseThrow()).isCloseTo(from3, rounding);
        assertThat(isentrope.finalKelvin(bi, bf, 4).orElseThrow()).isCloseTo(from4, rounding);
        assertThat(isentrope.finalKelvin(bi, bf, 4.6).orElseThrow()).isCloseTo(from46, rounding);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2", "0.5, 3", "0.5, 4", "0.5, 4.6", "0.5, 5.165", "1, 2", "1, 3", "1, 4", "1, 4.6", "1, 6.125"})
    void hasNoAnswerBelowTheResidualEntropyOfTheDoublet(double bi, double ti) {
        assertThat(isentrope.finalKelvin(bi, 0, ti)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 5.175", "1, 6.135"})
    void hasAnAnswerAboveTheResidualEntropyOfTheDoublet(double bi, double ti) {
        assertThat(isentrope.finalKelvin(bi, 0, ti)).isPresent();
    }

    @Test
    void isProportionalToTheFieldForAFreeSpinAlone() {
        var free = new Isentrope(new AxialSpin(3.5, 0, 2), new ConstantHeatCapacity(0));

        assertThat(free.finalKelvin(2, 0.5, 4).orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(free.finalKelvin(0.5, 2, 1).orElseThrow()).isCloseTo(4, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void returnsToItsStartAndNeverCoolsLessThanTheSuddenLimit(int seed) {
        var random = new Random(seed);
        var spin =
                new AxialSpin((1 + random.nextInt(24)) / 2.0, 3 * random.nextDouble() - 2, 1.5 + random.nextDouble());
        var phonons = new Debye(20 + 200 * random.nextDouble(), 1 + random.nextInt(30));
        var bi = 0.1 + 5 * random.nextDouble();
        var bf = 0.1 + 5 * random.nextDouble();
        var ti = Math.exp(4 * random.nextDouble() - 1);
        var any = new Isentrope(spin, phonons);

        var tf = any.finalKelvin(bi, bf, ti).orElseThrow();

        assertThat(any.finalKelvin(bf, bi, tf).orElseThrow())
                .as("seed %d", seed)
                .isCloseTo(ti, offset(1e-9 * ti));
        assertThat(new SuddenLimit(spin, phonons).finalKelvin(bi, bf, ti))
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(tf - 1e-9 * ti);
    }
}
