package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.fieldfall.protocols.theory.kinetics.Samples.EXPERIMENT;
import static org.fieldfall.protocols.theory.kinetics.Samples.RESONANCES;
import static org.fieldfall.protocols.theory.kinetics.Samples.isolated;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationTrackTest {

    private static final Spins PLAIN = Spins.of(Mn12.SPIN, EXPERIMENT);
    private static final Spins MIXED = Spins.of(Mn12.SPIN, EXPERIMENT, RESONANCES)
            .with(new Species(0.3, Mn12.SPIN, new Arrhenius(52, 2.1e-7), Resonances.none()))
            .coupledBy(0.03);
    private static final TwoWells WELLS = isolated(EXPERIMENT);

    /** Points of T and B in time, between which both go in straight lines. */
    private record Lines(double[] seconds, double[] kelvin, double[] tesla) {

        static Lines random(Random random, int points) {
            double[] seconds = new double[points];
            double[] kelvin = new double[points];
            double[] tesla = new double[points];
            for (int i = 0; i < points; i++) {
                seconds[i] = i == 0 ? 0 : seconds[i - 1] + 0.05 + 5 * random.nextDouble();
                kelvin[i] = 2.4 + 2 * random.nextDouble();
                tesla[i] = random.nextInt(3) == 0 && i > 0 ? tesla[i - 1] : 1.2 * random.nextDouble() - 0.2;
            }
            return new Lines(seconds, kelvin, tesla);
        }

        TrackedWells tracked(Spins spins) {
            PopulationTrack track = new PopulationTrack(spins);
            for (int i = 0; i < seconds.length; i++) {
                track.pass(seconds[i], kelvin[i], tesla[i]);
            }
            return track.now();
        }

        /** The rate equation by another route, Runge and Kutta's in very short steps. */
        double[] integrated(Spins spins, double[] start) {
            LocalSpins local = new LocalSpins(spins);
            double[] p = start.clone();
            for (int i = 1; i < seconds.length; i++) {
                int steps = 4000;
                double h = (seconds[i] - seconds[i - 1]) / steps;
                for (int k = 0; k < steps; k++) {
                    double[] a = slope(local, i, (double) k / steps, p);
                    double[] b = slope(local, i, (k + 0.5) / steps, moved(p, a, h / 2));
                    double[] c = slope(local, i, (k + 0.5) / steps, moved(p, b, h / 2));
                    double[] d = slope(local, i, (k + 1.0) / steps, moved(p, c, h));
                    for (int s = 0; s < p.length; s++) {
                        p[s] += h / 6 * (a[s] + 2 * b[s] + 2 * c[s] + d[s]);
                    }
                }
            }
            return p;
        }

        private double[] slope(LocalSpins local, int i, double part, double[] p) {
            double t = kelvin[i - 1] + part * (kelvin[i] - kelvin[i - 1]);
            double b = tesla[i - 1] + part * (tesla[i] - tesla[i - 1]);
            local.look(b, t, p, 0);
            double[] slope = new double[p.length];
            for (int s = 0; s < p.length; s++) {
                slope[s] = local.wells(s).crossing(p[s]);
            }
            return slope;
        }

        private static double[] moved(double[] p, double[] slope, double h) {
            double[] moved = p.clone();
            for (int s = 0; s < p.length; s++) {
                moved[s] += h * slope[s];
            }
            return moved;
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 0.1", "3, 1, 5", "2.5, 0.5, 3000", "3, 0, 200", "3, -0.2, 20"})
    void forgetsItsStartExponentiallyAtRest(double kelvin, double tesla, double seconds) {
        PopulationTrack track = new PopulationTrack(PLAIN);

        track.pass(10, kelvin, tesla);
        track.pass(10 + seconds, kelvin, tesla);

        double left = Math.exp(-seconds / WELLS.equilibrationSeconds(kelvin, tesla));
        double rest = WELLS.equilibriumUpperPopulation(kelvin, tesla);
        assertThat(track.now().least().get(0)).isCloseTo(rest * (1 - left), within(1e-13));
        assertThat(track.now().most().get(0)).isCloseTo(rest + (1 - rest) * left, within(1e-13));
        assertThat(track.now().halfGap()).isCloseTo(left / 2, within(1e-13));
    }

    /** Z of each well by hand: the field splits the levels M and −M, M = 0 counts half in both. */
    @Test
    void comesToTheBoltzmannShareOfTheTwoWells() {
        PopulationTrack track = new PopulationTrack(PLAIN);
        track.pass(0, 4, 0.3);

        track.pass(1000, 4, 0.3);

        double[] sums = new double[2];
        for (int m = -10; m <= 10; m++) {
            double kelvin = Mn12.SPIN.anisotropyKelvin() * m * m + Mn12.SPIN.zeemanKelvin(0.3) * m;
            double weight = Math.exp(-kelvin / 4) * (m == 0 ? 0.5 : 1);
            sums[0] += m <= 0 ? weight : 0;
            sums[1] += m >= 0 ? weight : 0;
        }
        double share = sums[1] / (sums[0] + sums[1]);
        assertThat(track.now().least().get(0)).isCloseTo(share, within(1e-12));
        assertThat(track.now().most().get(0)).isCloseTo(share, within(1e-12));
        assertThat(track.now().departureAtMost()).isLessThan(1e-12);
    }

    @Test
    void boundsEveryStartBetweenItsTwoAlongAnyCourse() {
        Random random = new Random(7);
        for (int course = 0; course < 12; course++) {
            Lines lines = Lines.random(random, 6);

            TrackedWells tracked = lines.tracked(PLAIN);

            for (int start = 0; start < 3; start++) {
                double p = lines.integrated(PLAIN, new double[] {random.nextDouble()})[0];
                assertThat(p)
                        .isBetween(tracked.least().get(0) - 1e-4, tracked.most().get(0) + 1e-4);
            }
            assertThat(tracked.least().get(0)).isCloseTo(lines.integrated(PLAIN, new double[] {0})[0], within(1e-4));
            assertThat(tracked.most().get(0)).isCloseTo(lines.integrated(PLAIN, new double[] {1})[0], within(1e-4));
        }
    }

    /** Not proved where several species share a dipolar field, but so it is. */
    @Test
    void boundsEveryStartOfSpeciesInADipolarFieldToo() {
        Random random = new Random(8);
        for (int course = 0; course < 6; course++) {
            Lines lines = Lines.random(random, 4);

            TrackedWells tracked = lines.tracked(MIXED);

            double[] p = lines.integrated(MIXED, new double[] {random.nextDouble(), random.nextDouble()});
            for (int s = 0; s < 2; s++) {
                assertThat(p[s])
                        .as("course %s, species %s", course, s)
                        .isBetween(tracked.least().get(s) - 2e-3, tracked.most().get(s) + 2e-3);
            }
        }
    }

    /** Cooled steadily they follow until τ grows as fast as time passes: d ln τ/dt = 1/τ. */
    @Test
    void stopsToFollowWhereTheRelaxationTimeOutrunsTheCooling() {
        double rate = 0.05;
        PopulationTrack track = new PopulationTrack(PLAIN);
        track.pass(0, 4, 0.5);
        track.pass(60, 4, 0.5);

        for (double kelvin = 3.9; kelvin > 2.15; kelvin -= 0.1) {
            track.pass(60 + (4 - kelvin) / rate, kelvin, 0.5);
        }

        double frozen =
                WELLS.kelvinOfPopulation(track.now().upperPopulation(), 0.5).orElseThrow();
        double tau = WELLS.equilibrationSeconds(frozen, 0.5);
        double growth = rate
                * Math.log(
                        WELLS.equilibrationSeconds(frozen - 0.01, 0.5) / WELLS.equilibrationSeconds(frozen + 0.01, 0.5))
                / 0.02;
        assertThat(growth * tau).isBetween(0.3, 3.0);
        assertThat(track.now().halfGap()).isLessThan(1e-12);
        assertThat(track.now().departureAtMost()).isGreaterThan(1e-3);
    }

    @Test
    void findsTheTemperatureOfAPopulationAndNoneOfAnImpossibleOne() {
        double upper = WELLS.equilibriumUpperPopulation(2.83, 0.4);

        assertThat(WELLS.kelvinOfPopulation(upper, 0.4))
                .hasValueSatisfying(kelvin -> assertThat(kelvin).isCloseTo(2.83, within(1e-6)));
        assertThat(WELLS.kelvinOfPopulation(0.7, 0.4)).isEmpty();
        assertThat(WELLS.kelvinOfPopulation(0.5, 0)).isEmpty();
    }

    @Test
    void refusesToGoBackInTimeOrToNowhere() {
        PopulationTrack track = new PopulationTrack(PLAIN);
        track.pass(5, 4, 1);

        assertThatThrownBy(() -> track.pass(4, 4, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> track.pass(6, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PopulationTrack(PLAIN).now()).isInstanceOf(IllegalStateException.class);
        assertThat(Arrays.asList(track.now().least().get(0), track.now().most().get(0)))
                .isEqualTo(List.of(0.0, 1.0));
    }

    /** What is predicted from a departure keeps the energy that the departure brought. */
    @Test
    void predictsFromADepartureWhatTheFirstLawAllows() {
        FieldHistory rest = FieldHistory.constant(0.5);
        Departure some = new Departure(List.of(0.02));

        double end = WELLS.completedKelvin(3.5, some, rest);

        Prediction predicted = WELLS.predict(3.5, some, rest, new double[] {0, 1e5});
        double equilibrium = WELLS.equilibriumUpperPopulation(3.5, 0.5);
        assertThat(predicted.upperPopulation()[0]).isCloseTo(equilibrium + 0.02, within(1e-12));
        assertThat(predicted.kelvin()[1]).isCloseTo(end, within(1e-5)).isGreaterThan(3.6);
    }

    /** Spins that are in the upper well already need not be brought there: each saves U_R − U_L at the last field. */
    @Test
    void takesUpLessHeatByWhatADepartureBrings() {
        TwoWells linked = WELLS.in(Surroundings.linked(1, 1e-3, 1e-3, 3));
        FieldHistory ramp = FieldHistory.ramp(0.5, 0.1, 0, 10);

        double missing =
                linked.completedHeatJoule(3, ramp) - linked.completedHeatJoule(3, new Departure(List.of(0.01)), ramp);

        double step = 2 * 10 * Mn12.SPIN.zeemanKelvin(0.1) * Constants.GAS;
        assertThat(missing).isCloseTo(0.01 * step, withinPercentage(3));
    }
}
