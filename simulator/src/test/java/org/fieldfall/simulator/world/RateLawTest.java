package org.fieldfall.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.fieldfall.protocols.theory.level.StevensTerm;
import org.junit.jupiter.api.Test;

class RateLawTest {

    /** physics.md 2.2, B = 0 with B44 = 3e-5 cm⁻¹ and 30 mT across. */
    @Test
    void splitsItsLevelsAsComputedElsewhere() {
        Map<Double, Double> due = Map.of(2.0, 0.49, 3.0, 5.6e-3, 4.0, 12e-3, 5.0, 29e-6, 6.0, 48e-6);

        Splittings found = new Splittings(LevelCrystals.FOURTH_ORDER.hamiltonian(), 1.94, 0.03);

        due.forEach((m, kelvin) -> assertThat(found.pairs())
                .filteredOn(pair ->
                        found.ladder().m(pair.j()) == m && found.ladder().m(pair.i()) == -m)
                .singleElement()
                .satisfies(pair -> assertThat(pair.splittingKelvin()).isCloseTo(kelvin, withinPercentage(4))));
    }

    /** For S = 1 and E the pair ±1 is apart by 2E, whatever the axes across are called. */
    @Test
    void splitsADoubletByTheRhombicTermAlsoWhereItIsImaginary() {
        for (int q : new int[] {2, -2}) {
            LevelCrystal.Spin spin = new LevelCrystal.Spin(1, -10, 0, 2, List.of(new StevensTerm(2, q, 1.5)));

            Splittings found = new Splittings(spin.hamiltonian(), 2, 0);

            assertThat(found.pairs())
                    .singleElement()
                    .satisfies(pair -> assertThat(pair.splittingKelvin()).isCloseTo(3, within(1e-12)));
        }
    }

    @Test
    void doesNotTunnelWhereNothingJoinsTheLevels() {
        assertThat(new Splittings(LevelCrystals.AXIAL.hamiltonian(), 2.05, 0).pairs())
                .isEmpty();
    }

    /** physics.md 2.2 takes the order of magnitude and the shape as the reference, not the digits. */
    @Test
    void relaxesInTheTimesComputedElsewhere() {
        LevelCrystal crystal = LevelCrystals.of(LevelCrystals.FOURTH_ORDER);
        double[] tesla = {0, 0.1, 0.2, 0.3, 0.4, 0.44, 0.5, 0.7, 0.88, 1.0};
        Map<Double, double[]> due = Map.of(
                3.0, new double[] {52, 100, 185, 200, 124, 53, 74, 25, 2.9, 3.4},
                4.0, new double[] {0.42, 0.80, 1.41, 1.54, 1.13, 0.62, 0.79, 0.33, 0.057, 0.072},
                4.6, new double[] {0.063, 0.12, 0.21, 0.23, 0.17, 0.11, 0.13, 0.061, 0.012, 0.016});

        due.forEach((kelvin, seconds) -> {
            for (int k = 0; k < tesla.length; k++) {
                assertThat(tau(crystal, kelvin, tesla[k], 1)).isBetween(seconds[k] / 2, seconds[k] * 2);
            }
        });
        assertThat(tau(crystal, 4, 0, 2)).isBetween(1e-6, 1e-5);
    }

    @Test
    void isSlowestBetweenTheResonancesAndFastestOnThem() {
        LevelCrystal crystal = LevelCrystals.of(LevelCrystals.FOURTH_ORDER);

        assertThat(slowest(crystal, 4)).isBetween(0.2, 0.3);
        assertThat(tau(crystal, 4, 0, 1)).isLessThan(tau(crystal, 4, 0.1, 1));
        assertThat(tau(crystal, 4, 0.44, 1)).isLessThan(Math.min(tau(crystal, 4, 0.38, 1), tau(crystal, 4, 0.5, 1)));
        assertThat(tau(crystal, 4, 0.88, 1)).isLessThan(Math.min(tau(crystal, 4, 0.8, 1), tau(crystal, 4, 1, 1)));
    }

    private static double slowest(LevelCrystal crystal, double kelvin) {
        return IntStream.rangeClosed(0, 100)
                .mapToObj(k -> k / 100.0)
                .max(Comparator.comparingDouble(tesla -> tau(crystal, kelvin, tesla, 1)))
                .orElseThrow();
    }

    /** Relaxation times from the slowest down, 0 the endless one of the stationary state. */
    static double tau(LevelCrystal crystal, double kelvin, double tesla, int which) {
        Ladder ladder = crystal.ladder();
        RateMatrix rates = crystal.laws().get(0).matrix();
        double[] energies = new double[ladder.size()];
        ladder.energies(tesla, energies);
        crystal.laws().get(0).rates(kelvin, energies, new double[ladder.size()], rates);
        double[] roots =
                Arrays.stream(ladder.boltzmann(kelvin, tesla)).map(Math::sqrt).toArray();
        double[][] symmetric = new double[ladder.size()][ladder.size()];
        for (int i = 0; i < roots.length; i++) {
            for (int j = 0; j < roots.length; j++) {
                if (i != j) {
                    symmetric[i][j] = -Math.sqrt(rates.rate(j, i) * rates.rate(i, j));
                    symmetric[i][i] += rates.rate(i, j);
                }
            }
        }
        double[] values = new EigenDecomposition(new Array2DRowRealMatrix(symmetric)).getRealEigenvalues();
        Arrays.sort(values);
        return 1 / values[which];
    }
}
