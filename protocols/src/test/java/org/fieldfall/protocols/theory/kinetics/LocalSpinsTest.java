package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldfall.protocols.theory.kinetics.Samples.EXPERIMENT;
import static org.fieldfall.protocols.theory.kinetics.Samples.FAST;
import static org.fieldfall.protocols.theory.kinetics.Samples.FULL;
import static org.fieldfall.protocols.theory.kinetics.Samples.PHONONS;
import static org.fieldfall.protocols.theory.kinetics.Samples.fieldQuench;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mean field against its own definition, {@link MeanField}. */
class LocalSpinsTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 40);
    }

    /** Temperature, field, populations and spins of many kinds. */
    private record Case(Spins spins, double kelvin, double tesla, double[] p) {

        static Case of(int seed) {
            var random = new Random(seed);
            var one = new AxialSpin(
                    (1 + random.nextInt(20)) / 2.0, -0.2 - random.nextDouble(), 1.8 + random.nextDouble() / 2);
            var other = new AxialSpin((1 + random.nextInt(20)) / 2.0, -0.2 - random.nextDouble(), 2);
            var minority = new Species(0.5 * random.nextDouble() + 0.01, other, EXPERIMENT, Resonances.none());
            var spins = Spins.of(one, EXPERIMENT).with(minority).coupledBy(0.12 * random.nextDouble() - 0.06);
            return new Case(spins, 1 + 5 * random.nextDouble(), 2 * random.nextDouble() - 1, new double[] {
                random.nextDouble(), random.nextDouble()
            });
        }

        LocalSpins look() {
            var local = new LocalSpins(spins);
            local.look(tesla, kelvin, p, 0);
            return local;
        }

        MeanField.State state(double kelvin, double tesla) {
            return new MeanField(spins).at(kelvin, tesla, p);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void haveTheEnergyAndTheMomentOfTheMeanField(int seed) {
        var one = Case.of(seed);

        var local = one.look();

        var state = one.state(one.kelvin, one.tesla);
        assertThat(local.localTesla()).as("seed %d", seed).isCloseTo(state.localTesla(), within(1e-13));
        assertThat(local.moment()).as("seed %d", seed).isCloseTo(state.moment(), within(1e-10));
        assertThat(local.energy()).as("seed %d", seed).isCloseTo(state.energy(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void haveTheSlopesOfThatEnergy(int seed) {
        var one = Case.of(seed);
        var h = 1e-3;

        var local = one.look();

        // then: C = ∂U/∂T, and T ∂M/∂T (Maxwell) is the heat drawn by a field that rises by 1 T/s; central differences
        var above = one.state(one.kelvin + h, one.tesla);
        var below = one.state(one.kelvin - h, one.tesla);
        var capacity = (above.energy() - below.energy()) / (2 * h);
        var drawn = one.kelvin * (above.moment() - below.moment()) / (2 * h);
        assertThat(local.heatCapacity()).as("seed %d", seed).isCloseTo(capacity, within(1e-5 * (1 + capacity)));
        assertThat(local.heatPerTesla()).as("seed %d", seed).isCloseTo(drawn, within(1e-5 * (1 + Math.abs(drawn))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void obeyTheFirstLawOfThatEnergy(int seed) {
        var one = Case.of(seed);
        var h = 1e-4;

        var local = one.look();

        // then: ∂U/∂B = −M + heat drawn, and ∂U/∂p is the heat that a crossing draws
        var byField = (one.state(one.kelvin, one.tesla + h).energy()
                        - one.state(one.kelvin, one.tesla - h).energy())
                / (2 * h);
        assertThat(local.heatPerTesla() - local.moment())
                .as("seed %d", seed)
                .isCloseTo(byField, within(1e-5 * (1 + Math.abs(byField))));
        for (var s = 0; s < 2; s++) {
            var byCrossing = (moved(one, s, h).energy() - moved(one, s, -h).energy()) / (2 * h);
            assertThat(local.heatPerCrossing(s))
                    .as("seed %d", seed)
                    .isCloseTo(byCrossing, within(1e-5 * (1 + Math.abs(byCrossing))));
        }
    }

    private static MeanField.State moved(Case one, int s, double by) {
        var p = one.p.clone();
        p[s] += by;
        return new MeanField(one.spins).at(one.kelvin, one.tesla, p);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void restWhereTheFreeEnergyIsLeast(int seed) {
        var one = Case.of(seed);

        var p = new Equilibrium(one.spins).upperPopulations(one.kelvin, one.tesla);

        var field = new MeanField(one.spins);
        var least = field.at(one.kelvin, one.tesla, p).freeEnergy();
        for (var s = 0; s < 2; s++) {
            for (var by : new double[] {-0.1, -1e-3, 1e-3, 0.1}) {
                var aside = p.clone();
                aside[s] = Math.min(1, Math.max(0, p[s] + by * Math.min(p[s], 1 - p[s])));
                assertThat(field.at(one.kelvin, one.tesla, aside).freeEnergy())
                        .as("seed %d, species %d by %s", seed, s, by)
                        .isGreaterThanOrEqualTo(least - 1e-10);
            }
        }
        // and: there nothing crosses, by detailed balance in the local field
        for (var rate : field.at(one.kelvin, one.tesla, p).crossing()) {
            assertThat(rate).as("seed %d", seed).isCloseTo(0, within(1e-10 / EXPERIMENT.tau0Seconds() * 1e-3));
        }
    }

    @Test
    void orderInZeroFieldBelowTheTemperatureOfTheMeanField() {
        // given: of two states ±S alone k Tc = λ g μB S, here 0.716 K
        var ising = new AxialSpin(10, -50, 2.05);
        var spins = Spins.of(ising, EXPERIMENT).coupledBy(0.052);
        var critical = 0.052 * ising.zeemanKelvin(1) * 10;

        var above = new Equilibrium(spins).upperPopulations(1.001 * critical, 0)[0];
        var below = new Equilibrium(spins).upperPopulations(0.8 * critical, 0)[0];

        // then: m = tanh(m Tc/T), here with m = 0.7104 at 0.8 Tc
        assertThat(above).isCloseTo(0.5, within(1e-12));
        assertThat(1 - 2 * below).isCloseTo(Math.tanh((1 - 2 * below) / 0.8), within(1e-12));
        assertThat(1 - 2 * below).isCloseTo(0.7104, within(5e-5));
    }

    @Test
    void keepTheirEntropyWithTheLatticeWhenTheWellsAreBlockedOrInstant() {
        for (var tau0 : new double[] {1e20, 1e-10}) {
            var relaxation = new Arrhenius(1e-6, tau0);
            var minority = new Species(0.2, new AxialSpin(9, -0.6, 1.94), relaxation, Resonances.none());
            var spins = Spins.of(Mn12.SPIN, relaxation).with(minority).coupledBy(0.05);
            var wells = new TwoWells(spins, PHONONS, Surroundings.isolated());

            var prediction = wells.predict(4, fieldQuench(1, 0.1), new double[] {0, 0.5});

            assertThat(entropy(spins, prediction, 1, 0.1))
                    .as("tau0 %s s", tau0)
                    .isCloseTo(entropy(spins, prediction, 0, 1), within(1e-6));
            assertThat(prediction.kelvin()[1]).isLessThan(3.9);
        }
    }

    private static double entropy(Spins spins, Prediction prediction, int i, double tesla) {
        var p = prediction.upperPopulations();
        var kelvin = prediction.kelvin()[i];
        return new MeanField(spins).at(kelvin, tesla, p[0][i], p[1][i]).entropy() + PHONONS.entropy(kelvin);
    }

    @Test
    void conserveEnergyWithAllThatASampleHas() {
        var times = IntStream.rangeClosed(0, 400)
                .mapToDouble(i -> 0.09 + (Math.pow(1.04, i) - 1) * 1e-4)
                .toArray();

        var prediction = new TwoWells(FULL, PHONONS, Surroundings.isolated()).predict(4, fieldQuench(1, 0.1), times);

        var first = energy(prediction, 0);
        for (var i = 0; i < times.length; i++) {
            assertThat(energy(prediction, i)).as("at %s s", times[i]).isCloseTo(first, within(1e-9));
        }
    }

    private static double energy(Prediction prediction, int i) {
        var p = prediction.upperPopulations();
        var kelvin = prediction.kelvin()[i];
        return new MeanField(FULL).at(kelvin, 0.1, p[0][i], p[1][i]).energy() + PHONONS.energy(kelvin);
    }

    @Test
    void becomeOneSpeciesWhenBothAreTheSame() {
        var one = Spins.of(Mn12.SPIN, EXPERIMENT).coupledBy(0.02);
        var split = one.with(new Species(0.3, Mn12.SPIN, EXPERIMENT, Resonances.none()));
        var times = new double[] {0, 0.09, 1, 10, 100};

        var whole = new TwoWells(one, PHONONS, Surroundings.isolated()).predict(4, fieldQuench(1, 0.1), times);
        var parts = new TwoWells(split, PHONONS, Surroundings.isolated()).predict(4, fieldQuench(1, 0.1), times);

        assertThat(parts.kelvin()).containsExactly(whole.kelvin(), within(1e-6));
        assertThat(parts.upperPopulations()[1]).containsExactly(whole.upperPopulation(), within(1e-7));
    }

    @Test
    void letTheFastSpeciesCrossInTheRampAndTheSlowOneLater() {
        var wells = new TwoWells(Spins.of(Mn12.SPIN, EXPERIMENT).with(FAST), PHONONS, Surroundings.isolated());

        var p = wells.predict(3, fieldQuench(1, 0.1), new double[] {0, 0.09}).upperPopulations();
        var slow = new TwoWells(Mn12.SPIN, PHONONS, EXPERIMENT, Surroundings.isolated());

        assertThat(p[1][1]).isGreaterThan(0.1);
        assertThat(p[0][1]).isLessThan(1e-3);
        assertThat(wells.shareCrossedInRamp(3, fieldQuench(1, 0.1)))
                .isGreaterThan(slow.shareCrossedInRamp(3, fieldQuench(1, 0.1)) + 0.03);
    }

    @Test
    void refuseSharesThatDoNotAddUp() {
        assertThatThrownBy(() -> new Spins(List.of(FAST), 0)).hasMessageContaining("add up to 1, got 0.06");
        assertThatThrownBy(() -> new Species(0, Mn12.SPIN, EXPERIMENT, Resonances.none()))
                .hasMessageContaining("above 0 and at most 1, got 0.0");
        assertThatThrownBy(() -> Spins.of(Mn12.SPIN, EXPERIMENT).coupledBy(52))
                .hasMessageContaining("between -1.0 T and 1.0 T, got 52.0 T");
    }

    @Test
    void sayWhenNoLocalFieldIsStable() {
        // given: wells so flat and cold that λχ/Ms is 22, where the magnetisation of each would run away
        var flat = new AxialSpin(10, -1e-3, 2.05);
        var spins = Spins.of(flat, EXPERIMENT).coupledBy(1);
        var local = new LocalSpins(spins);

        local.look(0, 0.05, new double[] {0.5}, 0);

        assertThat(local.energy()).isNaN();
        var wells = new TwoWells(spins, PHONONS, Surroundings.isolated());
        assertThatThrownBy(() -> Course.from(wells, FieldHistory.constant(0), 0.05, new double[] {0.5}, 0)
                        .coldestUntil(1))
                .isInstanceOf(NoConvergenceException.class);
    }
}
