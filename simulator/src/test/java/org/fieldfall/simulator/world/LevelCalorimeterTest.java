package org.fieldfall.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.StevensTerm;
import org.fieldfall.simulator.world.LevelCrystal.Pace;
import org.junit.jupiter.api.Test;

/** What the level equations must come to in their limits, against the paper's equations summed here. */
class LevelCalorimeterTest {

    private static final Pace AT_ONCE = new Pace(1e100, 1e100, true);
    private static final double CONTACT_SECONDS = 1e-3;
    private static final AxialSpin AXIAL = new AxialSpin(10, -0.5 * LevelCrystals.WAVENUMBER, 2.05);
    private static final Debye LATTICE = new Debye(38, 1);

    @Test
    void endsAtTheSuddenLimitWhenTheFieldIsSteppedInNoTime() {
        for (double[] shot : new double[][] {
            {1, 0.1, 2},
            {1, 0.1, 3},
            {1, 0.1, 4},
            {1, 0.1, 4.6},
            {1, 0.3, 4},
            {0.5, 0.1, 3},
            {0.5, 0.3, 4.6},
            {0.1, 1, 4}
        }) {
            Stage stage = alone(LevelCrystals.of(LevelCrystals.AXIAL, AT_ONCE), shot[2], shot[0]);
            double[] before = stage.populations();

            stage.step(1e-300, shot[1], 0);
            double[] held = stage.populations();
            hold(stage, shot[1], 1e-2, 30);

            assertThat(held).containsExactly(before, within(1e-12));
            assertThat(stage.kelvin()).isCloseTo(suddenLimit(shot[0], shot[1], shot[2]), within(1e-6));
        }
    }

    @Test
    void comesWithinHalfAPercentOfTheSuddenLimitWhenOnlyTheWellsFollowTheRamp() {
        for (double kelvin : new double[] {2, 3, 4, 4.6}) {
            LevelCrystal blocked = LevelCrystals.of(LevelCrystals.AXIAL, new Pace(1, 1, false));
            LevelCalorimeter stage = (LevelCalorimeter) alone(blocked, kelvin, 1);

            ramp(stage, 1, 0.1, 900, 0.09);
            double prompt = stage.kelvin();
            Stage free = stage.at(LevelCrystals.of(LevelCrystals.AXIAL, AT_ONCE));
            hold(free, 0.1, 1e-2, 30);

            double due = suddenLimit(1, 0.1, kelvin) - kelvin;
            assertThat(prompt).isLessThan(kelvin - 0.05);
            assertThat(free.kelvin() - kelvin).isCloseTo(due, within(0.005 * Math.abs(due)));
        }
    }

    /** The published isentrope of the blocked wells, 1 T to 0.1 T from 4 K without addenda: 3.79743 K. */
    @Test
    void coolsAlongTheIsentropeInsideTheWellsWhenTheyAreBlocked() {
        Stage stage = alone(LevelCrystals.of(LevelCrystals.AXIAL, new Pace(1, 1, false)), 4, 1);

        ramp(stage, 1, 0.1, 900, 0.09);

        assertThat(stage.kelvin()).isCloseTo(3.79743, within(2e-5));
    }

    /**
     * Where a million times is enough: the wells exchange in less than a thousandth of the ramp's time down to about 4 K for
     * ramps of 10 T/s, and to 3.4 K for one of 0.1 T/s.
     */
    @Test
    void coolsAlongTheIsentropeWhenThePhononsAreAMillionTimesAsFast() {
        for (double[] shot :
                new double[][] {{1, 0.1, 8, 0.09}, {0.5, 0.1, 8, 0.04}, {0.1, 1, 4, 0.09}, {1, 0.5, 4, 5}}) {
            for (LevelCrystal.Spin spin : List.of(LevelCrystals.AXIAL, LevelCrystals.FOURTH_ORDER)) {
                LevelCrystal fast = LevelCrystals.of(spin, new Pace(1e6, 1, true));
                Stage stage = alone(fast, shot[2], shot[0]);

                ramp(stage, shot[0], shot[1], 900, shot[3]);

                double due = isentrope(fast.ladder(), shot[0], shot[1], shot[2]) - shot[2];
                assertThat(stage.kelvin() - shot[2]).isCloseTo(due, within(0.001 * Math.abs(due)));
            }
        }
    }

    @Test
    void isBoltzmannsInTheEndAtAHeldTemperatureAndField() {
        LevelCrystal crystal = LevelCrystals.whole();
        for (double kelvin : new double[] {0.5, 1, 2, 4, 10}) {
            for (double tesla : new double[] {0, 0.05, 0.4430312, 0.88, -0.3, 1}) {
                for (RateLaw law : crystal.laws()) {
                    assertThat(off(crystal.ladder(), law, kelvin, tesla)).isLessThan(1e-9);
                }
            }
        }
    }

    @Test
    void losesNoEnergyThatItDoesNotGiveAway() {
        LevelCrystal crystal = LevelCrystals.whole();
        Stage stage = crystal.on(new Platform(4, 0.14e-6, 1e-6), 0.01, 4, 1);
        double before = summed(crystal, stage, 1);

        ramp(stage, 1, 0.1, 900, 0.09);
        hold(stage, 0.1, 1e-3, 2000);
        for (int i = 0; i < 10_000; i++) {
            stage.step(1e-2, 0.1, 0.76e-9);
        }

        Stage.Ledger ledger = stage.ledger();
        double exchanged = Math.abs(ledger.workJoule()) + Math.abs(ledger.linkJoule()) + ledger.heaterJoule();
        double gained = ledger.workJoule() - ledger.linkJoule() + ledger.heaterJoule();
        assertThat(summed(crystal, stage, 0.1) - before).isCloseTo(gained, within(1e-6 * exchanged));
        assertThat(stage.storedJoule() - before).isCloseTo(gained, within(1e-9 * exchanged));
        assertThat(Math.abs(ledger.linkJoule())).isGreaterThan(1e-6);
    }

    @Test
    void staysWhereItIsInEquilibrium() {
        Stage stage = LevelCrystals.whole().on(new Platform(4, 0.14e-6, 1e-6), 0.01, 4, 1);
        double[] before = stage.populations();

        hold(stage, 1, 0.01, 20_000);

        assertThat(stage.kelvin()).isCloseTo(4, within(1e-7));
        assertThat(stage.populations()).containsExactly(before, within(1e-9));
    }

    @Test
    void comesOutTheSameWithFineAndWithCoarseSteps() {
        Stage fine = LevelCrystals.whole().on(new Platform(4.6, 0.14e-6, 1e-6), 0.01, 4.6, 1);
        Stage coarse = LevelCrystals.whole().on(new Platform(4.6, 0.14e-6, 1e-6), 0.01, 4.6, 1);

        ramp(fine, 1, 0.1, 9000, 0.09);
        ramp(coarse, 1, 0.1, 900, 0.09);
        double apart = coarse.kelvin() - fine.kelvin();
        hold(fine, 0.1, 1e-3, 5000);
        hold(coarse, 0.1, 1e-2, 500);

        assertThat(apart).isCloseTo(0, within(1e-4));
        assertThat(coarse.kelvin()).isCloseTo(fine.kelvin(), within(2e-4));
    }

    /** B_loc = B + λ M/Ms: in its own field the crystal is more magnetic than in none. */
    @Test
    void feelsTheFieldOfItsOwnSpins() {
        LevelCrystal with = LevelCrystals.whole();
        LevelCrystal without = LevelCrystals.of(LevelCrystals.FOURTH_ORDER);

        double[] own = alone(with, 2, 0.02).populations();
        double magnetisation = -with.ladder().meanM(own) / 10;

        assertThat(own).containsExactly(with.ladder().boltzmann(2, 0.02 + 0.03 * magnetisation), within(1e-12));
        assertThat(own[0]).isGreaterThan(alone(without, 2, 0.02).populations()[0] + 0.01);
    }

    /** At 3 K the fast species takes 0.5 ms, the others a minute; it comes after the field by 8 mT, a tenth of its share. */
    @Test
    void letsItsFastSpeciesCrossDuringTheRamp() {
        Stage with = LevelCrystals.whole().on(new Platform(3, 0, 1e-20), 0.01, 3, 1);
        Stage without = LevelCrystals.of(LevelCrystals.FOURTH_ORDER).on(new Platform(3, 0, 1e-20), 0.01, 3, 1);

        ramp(with, 1, 0.1, 900, 0.09);
        ramp(without, 1, 0.1, 900, 0.09);

        Ladder ladder = LevelCrystals.whole().ladder();
        double local = 0.1 - 0.03 * ladder.meanM(with.populations()) / 10;
        double due = 0.06 * ladder.upper(ladder.boltzmann(with.kelvin(), local));
        assertThat(with.upperPopulation() - without.upperPopulation()).isCloseTo(due, within(0.2 * due));
    }

    @Test
    void takesOtherSpins() {
        for (double s : new double[] {1, 1.5, 4, 9.5}) {
            LevelCrystal.Spin spin =
                    new LevelCrystal.Spin(s, -60 / (s * s), 0, 2, List.of(new StevensTerm(2, 2, 3 / (s * s))));
            Stage stage = LevelCrystals.of(spin).on(new Platform(6, 0, 1e-20), 0.01, 6, 1);

            ramp(stage, 1, 0.1, 900, 0.09);
            hold(stage, 0.1, 0.01, 100);

            assertThat(stage.kelvin()).isBetween(1.0, 6.0);
            assertThat(stage.populations()).hasSize((int) (2 * s) + 1);
            assertThat(Arrays.stream(stage.populations()).sum()).isCloseTo(1, within(1e-12));
        }
    }

    /** Energy from the populations and the temperature alone. */
    private static double summed(LevelCrystal crystal, Stage stage, double tesla) {
        double[] populations = stage.populations();
        Ladder ladder = crystal.ladder();
        double magnetisation = -ladder.meanM(populations) / 10;
        double mutual = -ladder.kelvinPerTesla() * 10 * 0.03 * magnetisation * magnetisation / 2;
        double molar = Constants.GAS * (ladder.energy(populations, tesla) + mutual) + LATTICE.energy(stage.kelvin());
        return Worlds.MOLES * molar + 1e-6 * stage.platformKelvin();
    }

    private static double off(Ladder ladder, RateLaw law, double kelvin, double tesla) {
        double[] energies = new double[ladder.size()];
        ladder.energies(tesla, energies);
        RateMatrix matrix = law.matrix();
        law.rates(kelvin, energies, new double[ladder.size()], matrix);
        law.cross(kelvin, energies, matrix);
        matrix.factor(1e150);
        double[] shares = new double[ladder.size()];
        Arrays.fill(shares, 1.0 / ladder.size());
        matrix.solve(shares, shares);
        matrix.solve(shares, shares);
        double[] due = ladder.boltzmann(kelvin, tesla);
        double worst = 0;
        for (int k = 0; k < due.length; k++) {
            worst = Math.max(worst, Math.abs(shares[k] / due[k] - 1));
        }
        return worst;
    }

    private static Stage alone(LevelCrystal crystal, double kelvin, double tesla) {
        return crystal.on(new Platform(kelvin, 0, 1e-20), CONTACT_SECONDS, kelvin, tesla);
    }

    private static void ramp(Stage stage, double from, double to, int steps, double seconds) {
        for (int i = 1; i <= steps; i++) {
            stage.step(seconds / steps, from + (to - from) * i / steps, 0);
        }
    }

    private static void hold(Stage stage, double tesla, double seconds, int steps) {
        for (int i = 0; i < steps; i++) {
            stage.step(seconds, tesla, 0);
        }
    }

    /** Eq. (9), by halving. */
    private static double suddenLimit(double bi, double bf, double ti) {
        double[] before = AXIAL.at(bi).populations(ti);
        double start = Constants.GAS * AXIAL.at(bf).excessOf(before) + LATTICE.energy(ti);
        return root(
                t -> Constants.GAS * AXIAL.at(bf).excessOf(AXIAL.at(bf).populations(t)) + LATTICE.energy(t) - start);
    }

    /** Eq. (11). */
    private static double isentrope(Ladder ladder, double bi, double bf, double ti) {
        double start = entropy(ladder, ti, bi);
        return root(t -> entropy(ladder, t, bf) - start);
    }

    private static double entropy(Ladder ladder, double kelvin, double tesla) {
        double sum = 0;
        for (double n : ladder.boltzmann(kelvin, tesla)) {
            sum -= n > 0 ? n * Math.log(n) : 0;
        }
        return Constants.GAS * sum + LATTICE.entropy(kelvin);
    }

    private static double root(DoubleUnaryOperator rising) {
        double low = 0.05;
        double high = 50;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
