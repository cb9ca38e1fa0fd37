package org.fieldfall.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CalorimeterTest {

    private static final Platform ALONE = new Platform(4, 0, 1e-13);
    private static final double CONTACT_SECONDS = 1e-3;

    @Test
    void losesNoEnergyThatItDoesNotGiveAway() {
        Platform platform = new Platform(4, 0.14e-6, 1e-6);
        Calorimeter calorimeter = new Calorimeter(Worlds.crystal(61.5, 2.1e-7), platform, CONTACT_SECONDS * 10, 4, 1);
        double before = calorimeter.storedJoule();

        ramp(calorimeter, 1, 0.1, 900);
        hold(calorimeter, 0.1, 1e-3, 2000, 1e-9);
        hold(calorimeter, 0.1, 0.1, 1000, 0.76e-9);

        Stage.Ledger ledger = calorimeter.ledger();
        double exchanged = Math.abs(ledger.workJoule()) + Math.abs(ledger.linkJoule()) + ledger.heaterJoule();
        double gained = ledger.workJoule() - ledger.linkJoule() + ledger.heaterJoule();
        assertThat(calorimeter.storedJoule() - before).isCloseTo(gained, within(1e-9 * exchanged));
        assertThat(Math.abs(ledger.linkJoule())).isGreaterThan(1e-6);
    }

    @Test
    void keepsItsTemperatureInStepWithItsEnergy() {
        Crystal crystal = Worlds.crystal(61.5, 2.1e-7);
        Calorimeter calorimeter = new Calorimeter(crystal, new Platform(4, 0.14e-6, 1e-6), 0.01, 4, 1);

        ramp(calorimeter, 1, 0.1, 900);
        hold(calorimeter, 0.1, 1e-3, 5000, 0);

        double energy = crystal.state(calorimeter.kelvin(), 0.1, calorimeter.upperPopulation())
                .joule();
        double stored = calorimeter.storedJoule() - 1e-6 * calorimeter.platformKelvin();
        assertThat(energy).isCloseTo(stored, within(1e-14));
    }

    @Test
    void staysWhereItIsInEquilibrium() {
        Calorimeter calorimeter =
                new Calorimeter(Worlds.crystal(61.5, 2.1e-7), new Platform(4, 0.14e-6, 1e-6), 0.01, 4, 1);
        double upper = calorimeter.upperPopulation();

        hold(calorimeter, 1, 0.01, 100_000, 0);

        assertThat(calorimeter.kelvin()).isCloseTo(4, within(1e-9));
        assertThat(calorimeter.platformKelvin()).isCloseTo(4, within(1e-9));
        assertThat(calorimeter.upperPopulation()).isCloseTo(upper, within(1e-12));
    }

    /** The published isentrope of the blocked wells, 1 T to 0.1 T from 4 K without addenda: 3.79743 K. */
    @Test
    void coolsAlongTheIsentropeInsideTheWellsWhenTheyAreBlocked() {
        Calorimeter calorimeter = new Calorimeter(Worlds.crystal(61.5, 1e12), ALONE, CONTACT_SECONDS, 4, 1);

        ramp(calorimeter, 1, 0.1, 900);

        assertThat(calorimeter.kelvin()).isCloseTo(3.79743, within(2e-5));
    }

    /** Eq. (11) for 1 T to 0.1 T and to 0.3 T from 4 K: 0.96596 K and 2.56029 K. */
    @Test
    void coolsAlongTheWholeIsentropeWhenTheWellsRelaxAtOnce() {
        Calorimeter far = new Calorimeter(Worlds.crystal(0, 1e-12), ALONE, CONTACT_SECONDS, 4, 1);
        Calorimeter near = new Calorimeter(Worlds.crystal(0, 1e-12), ALONE, CONTACT_SECONDS, 4, 1);

        ramp(far, 1, 0.1, 90_000);
        ramp(near, 1, 0.3, 70_000);

        assertThat(far.kelvin()).isCloseTo(0.96596, within(2e-4));
        assertThat(near.kelvin()).isCloseTo(2.56029, within(2e-4));
    }

    /** A sudden step that leaves the blocked wells behind, then Boltzmann populations at the energy that was left. */
    @Test
    void endsInBoltzmannPopulationsAtTheEnergyThatTheSweepLeft() {
        Crystal crystal = Worlds.crystal(0, 1);
        Calorimeter calorimeter = new Calorimeter(crystal, ALONE, CONTACT_SECONDS, 4, 1);

        calorimeter.step(1e-6, 0.1, 0);
        double left = calorimeter.storedJoule();
        hold(calorimeter, 0.1, 0.01, 20_000, 0);

        double kelvin = calorimeter.kelvin();
        assertThat(calorimeter.storedJoule()).isCloseTo(left, within(1e-16));
        assertThat(calorimeter.upperPopulation()).isCloseTo(crystal.equilibriumUpper(kelvin, 0.1), within(1e-9));
        assertThat(kelvin).isLessThan(2.5);
    }

    @Test
    void comesOutTheSameWithFineAndWithCoarseSteps() {
        Calorimeter fine = new Calorimeter(Worlds.crystal(61.5, 2.1e-7), new Platform(4, 0.14e-6, 1e-6), 0.01, 4, 1);
        Calorimeter coarse = new Calorimeter(Worlds.crystal(61.5, 2.1e-7), new Platform(4, 0.14e-6, 1e-6), 0.01, 4, 1);

        ramp(fine, 1, 0.1, 9000);
        ramp(coarse, 1, 0.1, 900);
        hold(fine, 0.1, 1e-3, 20_000, 0);
        hold(coarse, 0.1, 1e-2, 2_000, 0);

        assertThat(coarse.kelvin()).isCloseTo(fine.kelvin(), within(2e-4));
    }

    @Test
    void findsItsTemperatureWhateverTheFieldDoes() {
        RandomGenerator random = new Random(20260419);
        for (int story = 0; story < 40; story++) {
            Crystal crystal = Worlds.crystal(20 + 60 * random.nextDouble(), Math.pow(10, -9 + 8 * random.nextDouble()));
            Calorimeter calorimeter = new Calorimeter(
                    crystal,
                    new Platform(1.8 + 18 * random.nextDouble(), 1e-6, 1e-6),
                    0.01,
                    1.8 + 8 * random.nextDouble(),
                    0);

            for (int i = 0; i < 500; i++) {
                calorimeter.step(Math.pow(10, -4 + 2 * random.nextDouble()), -1.2 + 2.4 * random.nextDouble(), 1e-7);
            }

            assertThat(calorimeter.kelvin()).isBetween(0.1, 1000.0);
            assertThat(calorimeter.upperPopulation()).isBetween(0.0, 1.0);
        }
    }

    private static void ramp(Calorimeter calorimeter, double from, double to, int steps) {
        double seconds = 0.09 / steps;
        for (int i = 1; i <= steps; i++) {
            calorimeter.step(seconds, from + (to - from) * i / steps, 0);
        }
    }

    private static void hold(Calorimeter calorimeter, double tesla, double seconds, int steps, double watt) {
        for (int i = 0; i < steps; i++) {
            calorimeter.step(seconds, tesla, watt);
        }
    }
}
