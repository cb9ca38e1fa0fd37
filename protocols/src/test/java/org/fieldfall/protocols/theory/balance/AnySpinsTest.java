package org.fieldfall.protocols.theory.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.lattice.Tabulated;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Direction;
import org.fieldfall.protocols.theory.level.GiantSpin;
import org.fieldfall.protocols.theory.level.Mn12;
import org.fieldfall.protocols.theory.level.Molecules;
import org.fieldfall.protocols.theory.level.OrientationAverage;
import org.fieldfall.protocols.theory.level.Powder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The balances with spins other than the axial one, with tables for a lattice, and as a map. */
class AnySpinsTest {

    private static final Debye PHONONS = new Debye(38, 1);

    @ParameterizedTest
    @CsvSource({"1, 0.1, 4, 2.05314, 0.96596", "0.5, 0.3, 3, 2.31491, 2.23802"})
    void endsWhereTheClosedFormEnds(double bi, double bf, double ti, double sudden, double slow) {
        var solved = GiantSpin.of(Mn12.SPIN).along(Direction.Z);

        assertThat(new SuddenLimit(solved, PHONONS).finalKelvin(bi, bf, ti)).isCloseTo(sudden, within(5e-6));
        assertThat(new SuddenLimit(solved, PHONONS).finalKelvin(bi, bf, ti))
                .isCloseTo(new SuddenLimit(Mn12.SPIN, PHONONS).finalKelvin(bi, bf, ti), within(1e-11));
        assertThat(new Isentrope(solved, PHONONS).finalKelvin(bi, bf, ti).orElseThrow())
                .isCloseTo(slow, within(5e-6));
    }

    @Test
    void sharesOneLatticeAmongAllOrientations() {
        var along = Molecules.NICKEL.along(Direction.Z);
        var across = Molecules.NICKEL.along(Direction.X);
        var mixed = new OrientationAverage(List.of(along, across), new double[] {1, 3});

        var tf = new SuddenLimit(mixed, PHONONS).finalKelvin(3, 0.5, 4);

        var kept = 0.25 * along.passage(3, 0.5, 10).keptExcess(4)
                + 0.75 * across.passage(3, 0.5, 10).keptExcess(4);
        var held = 0.25 * along.at(0.5).averages(tf).excess()
                + 0.75 * across.at(0.5).averages(tf).excess();
        assertThat(Constants.GAS * held + PHONONS.energy(tf))
                .isCloseTo(Constants.GAS * kept + PHONONS.energy(4), within(1e-10));
        var slow = new Isentrope(mixed, PHONONS).finalKelvin(3, 0.5, 4).orElseThrow();
        assertThat(Constants.GAS
                                * (0.25 * along.at(0.5).entropy(slow)
                                        + 0.75 * across.at(0.5).entropy(slow))
                        + PHONONS.entropy(slow))
                .isCloseTo(
                        Constants.GAS
                                        * (0.25 * along.at(3).entropy(4)
                                                + 0.75 * across.at(3).entropy(4))
                                + PHONONS.entropy(4),
                        within(1e-9));
        assertThat(slow).isLessThanOrEqualTo(tf);
    }

    @Test
    void refinesAPowderByTheTemperatureWanted() {
        var averaged = new Powder()
                .refine(
                        Molecules.NICKEL,
                        mean -> new double[] {new SuddenLimit(mean, PHONONS).finalKelvin(3, 0.5, 4)},
                        1e-4,
                        300);

        assertThat(averaged.values()[0]).isBetween(1.0, 4.0);
        assertThat(averaged.error()).isLessThan(1e-4);
    }

    /** A free density matrix warms the spins more than levels followed: it has transitions on the way. */
    @Test
    void coolsLessWhenTheChangeIsInstantaneous() {
        var bent = Molecules.NICKEL.along(Direction.X);

        var ramp = new SuddenLimit(bent, PHONONS).finalKelvin(4, 0.5, 3);
        var instant = new SuddenLimit(bent, PHONONS, Double.POSITIVE_INFINITY).finalKelvin(4, 0.5, 3);

        assertThat(instant).isGreaterThan(ramp + 1e-4);
        assertThat(ramp)
                .isGreaterThan(
                        new Isentrope(bent, PHONONS).finalKelvin(4, 0.5, 3).orElseThrow());
    }

    @Test
    void mapsWhatSinglePointsGive() {
        var limit = new SuddenLimit(Mn12.SPIN, PHONONS);
        var bf = new double[] {-0.3, 0, 0.1, 0.7};
        var ti = IntStream.range(0, 60).mapToDouble(i -> 0.5 + 0.25 * i).toArray();

        var map = limit.deltaKelvin(1, bf, ti);

        for (var b = 0; b < bf.length; b++) {
            for (var t = 0; t < ti.length; t++) {
                assertThat(map[b][t]).isCloseTo(limit.finalKelvin(1, bf[b], ti[t]) - ti[t], within(1e-11));
            }
        }
    }

    @Test
    void endsTheSameWithATableOfTheSameLattice() {
        var kelvin = IntStream.range(0, 400)
                .mapToDouble(i -> 0.2 * Math.pow(40 / 0.2, i / 399.0))
                .toArray();
        var table = new Tabulated(
                kelvin, Arrays.stream(kelvin).map(PHONONS::heatCapacity).toArray());

        assertThat(new SuddenLimit(Mn12.SPIN, table).finalKelvin(1, 0.1, 4)).isCloseTo(2.05314, within(1e-5));
        assertThat(new Isentrope(Mn12.SPIN, table).finalKelvin(1, 0.1, 4).orElseThrow())
                .isCloseTo(0.96596, within(1e-5));
    }

    @Test
    void saysSoWhenTheTableEndsBelowTheAnswer() {
        var table = new Tabulated(new double[] {2, 3, 5}, new double[] {0.3, 1, 4});

        assertThatThrownBy(() -> new SuddenLimit(Mn12.SPIN, table).finalKelvin(1, -1, 4))
                .isInstanceOf(NoConvergenceException.class)
                .hasMessageContaining("its end, 5.0");
    }

    /** Eq. (11) has no answer at Bf = 0 below these, physics.md 1 (iv). */
    @ParameterizedTest
    @CsvSource({"0.5, 5.17", "1, 6.13"})
    void findsTheThresholdOfTheIsentropeAtZeroField(double bi, double threshold) {
        var isentrope = new Isentrope(Mn12.SPIN, PHONONS);
        double none = 2, some = 10;
        for (var step = 0; step < 40; step++) {
            var middle = (none + some) / 2;
            if (isentrope.finalKelvin(bi, 0, middle).isEmpty()) {
                none = middle;
            } else {
                some = middle;
            }
        }

        assertThat(some).isCloseTo(threshold, within(5e-3));
    }
}
