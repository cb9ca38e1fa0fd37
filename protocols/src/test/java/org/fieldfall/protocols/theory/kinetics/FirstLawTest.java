package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.fieldfall.protocols.theory.kinetics.Samples.EXPERIMENT;
import static org.fieldfall.protocols.theory.kinetics.Samples.PHONONS;
import static org.fieldfall.protocols.theory.kinetics.Samples.fieldQuench;
import static org.fieldfall.protocols.theory.kinetics.Samples.isolated;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FirstLawTest {

    private static final Arrhenius BLOCKED = new Arrhenius(71.94, 1e20);

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 60);
    }

    @Test
    void conservesTheEnergyOfAnIsolatedSampleAtFixedField() {
        var times = IntStream.rangeClosed(0, 4000)
                .mapToDouble(i -> 0.09 + (Math.pow(1.004, i) - 1) * 1e-4)
                .toArray();

        var prediction = isolated(EXPERIMENT).predict(4, fieldQuench(1, 0.1), times);

        var kelvin = prediction.kelvin();
        var p = prediction.upperPopulation();
        var start = energy(kelvin[0], p[0], 0.1);
        var exchanged = PHONONS.energy(kelvin[0]) - PHONONS.energy(kelvin[kelvin.length - 1]);
        assertThat(exchanged).isGreaterThan(1);
        for (var i = 0; i < times.length; i++) {
            assertThat(energy(kelvin[i], p[i], 0.1))
                    .as("energy at %s s", times[i])
                    .isCloseTo(start, offset(1e-9 * exchanged));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheSpinsTheHeatThatTheLatticeAndTheHeatersLose(int seed) {
        var random = new Random(seed);
        var spin = new AxialSpin(
                (2 + random.nextInt(19)) / 2.0, -0.3 - random.nextDouble(), 1.8 + random.nextDouble() / 2);
        var relaxation = new Arrhenius(20 + 50 * random.nextDouble(), Math.exp(-18 + 4 * random.nextDouble()));
        var moles = 1e-6 * (1 + random.nextDouble());
        var addenda = new Debye(50, 1).times(moles);
        var surroundings =
                Surroundings.linked(moles, addenda, Link.constant(1e-7), 3.5).heatedBy(2e-8 * random.nextDouble(), 0);
        var ti = 2.5 + 3 * random.nextDouble();
        var bf = 1.5 * random.nextDouble() - 0.5;
        var wells = new TwoWells(spin, PHONONS, relaxation, surroundings);
        var end = Math.abs(bf - 1) / 10;
        var times = IntStream.rangeClosed(0, 5000)
                .mapToDouble(i -> end + 250 * Math.pow(i / 5000.0, 3))
                .toArray();

        var prediction = wells.predict(ti, fieldQuench(1, bf), times);

        // then: at fixed field the heat of the spins is the change of their energy
        var heat = prediction.spinHeatJoule();
        var first = spinEnergy(spin, bf, prediction, 0);
        for (var i = 0; i < times.length; i += 100) {
            assertThat(heat[i] - heat[0])
                    .as("seed %d, %s s", seed, times[i])
                    .isCloseTo(moles * (spinEnergy(spin, bf, prediction, i) - first), within(1e-14));
        }
        // and: it is also what the lattice and the addenda lost, less what left by the link, by the trapezium rule
        var leak = 0.0;
        var kelvin = prediction.kelvin();
        for (var i = 1; i < times.length; i++) {
            var mean = (kelvin[i] + kelvin[i - 1]) / 2;
            leak += (times[i] - times[i - 1]) * (1e-7 * (mean - 3.5) - surroundings.powerWatt());
        }
        var last = times.length - 1;
        var stores = PHONONS.times(moles).plus(addenda);
        assertThat(heat[last] - heat[0])
                .as("seed %d", seed)
                .isCloseTo(stores.energy(kelvin[0]) - stores.energy(kelvin[last]) - leak, within(2e-9));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void endsInEquilibriumWithTheBath(int seed) {
        var random = new Random(seed);
        var ti = 3.5 + 2 * random.nextDouble();
        var bf = 1.2 * random.nextDouble() - 0.2;
        var wells = new TwoWells(Mn12.SPIN, PHONONS, EXPERIMENT, Surroundings.linked(2e-6, 1e-6, 2e-7, ti));

        var prediction = wells.predict(ti, fieldQuench(1, bf), new double[] {1e5});

        assertThat(prediction.kelvin()[0]).as("seed %d", seed).isCloseTo(ti, within(1e-7));
        assertThat(prediction.upperPopulation()[0])
                .as("seed %d", seed)
                .isCloseTo(wells.equilibriumUpperPopulation(ti, bf), within(1e-7));
    }

    @Test
    void staysAtEquilibriumForAVeryLongTimeWhereRelaxationIsFast() {
        var times = new double[] {0, 1, 100, 1e4};

        var prediction = isolated(EXPERIMENT).predict(25, FieldHistory.constant(0.4), times);

        assertThat(prediction.kelvin()).containsOnly(new double[] {25, 25, 25, 25}, within(1e-9));
    }

    @Test
    void warmsByTheEnergyOfAConstantPower() {
        var heated = blockedOnAPlatform().heatedBy(0.02, 0);
        var wells = new TwoWells(Mn12.SPIN, PHONONS, BLOCKED, heated);

        var prediction = wells.predict(4, FieldHistory.constant(0.1), new double[] {0, 10});

        var kelvin = prediction.kelvin();
        var p = prediction.upperPopulation();
        var stored = energy(kelvin[1], p[1], 0.1) - energy(kelvin[0], p[0], 0.1) + 5 * (kelvin[1] - kelvin[0]);
        assertThat(stored).isCloseTo(0.02 * 10, within(1e-9));
    }

    @Test
    void warmsByTheEnergyOfEddyCurrents() {
        // given: eddy heating over the 90 ms of the ramp, and a constant power of the same size
        var eddy =
                new TwoWells(Mn12.SPIN, PHONONS, BLOCKED, blockedOnAPlatform().heatedBy(0, 0.003));
        var constant =
                new TwoWells(Mn12.SPIN, PHONONS, BLOCKED, blockedOnAPlatform().heatedBy(0.003 * 10 * 10, 0));

        var byEddies = eddy.predict(4, fieldQuench(1, 0.1), new double[] {0.09, 1});
        var byConstant = constant.predict(4, fieldQuench(1, 0.1), new double[] {0.09, 1});

        assertThat(byEddies.kelvin()[0]).isCloseTo(byConstant.kelvin()[0], within(1e-8));
        assertThat(byEddies.kelvin()[1]).isCloseTo(byEddies.kelvin()[0], within(1e-8));
    }

    @Test
    void saysSoWhenItCannotGoOn() {
        var broken = new Lattice() {
            @Override
            public double energy(double kelvin) {
                return kelvin < 3.9 ? Double.NaN : kelvin;
            }

            @Override
            public double heatCapacity(double kelvin) {
                return kelvin < 3.9 ? Double.NaN : 1;
            }

            @Override
            public double entropy(double kelvin) {
                return Math.log(kelvin);
            }
        };
        var wells = new TwoWells(Mn12.SPIN, broken, EXPERIMENT, Surroundings.isolated());

        assertThatThrownBy(() -> wells.predict(4, fieldQuench(1, 0.1), new double[] {0, 10}))
                .isInstanceOf(NoConvergenceException.class)
                .hasMessageContaining("steps came down");
    }

    @Test
    void givesTheSameNumbersHoweverManyAreAskedFor() {
        var wells = isolated(EXPERIMENT);
        var many = IntStream.rangeClosed(0, 10_000).mapToDouble(i -> 0.01 * i).toArray();

        var dense = wells.predict(4, fieldQuench(1, 0.1), many).kelvin();

        for (var i = 0; i <= 10_000; i += 1009) {
            var alone = wells.predict(4, fieldQuench(1, 0.1), Arrays.copyOfRange(many, i, i + 1))
                    .kelvin()[0];
            assertThat(dense[i]).as("at %s s", many[i]).isCloseTo(alone, within(2e-6));
        }
    }

    private static Surroundings blockedOnAPlatform() {
        return Surroundings.linked(1, 5, 0, 4);
    }

    private static double energy(double kelvin, double p, double tesla) {
        return spinEnergy(Mn12.SPIN, tesla, kelvin, p) + PHONONS.energy(kelvin);
    }

    private static double spinEnergy(AxialSpin spin, double tesla, Prediction prediction, int i) {
        return spinEnergy(spin, tesla, prediction.kelvin()[i], prediction.upperPopulation()[i]);
    }

    private static double spinEnergy(AxialSpin spin, double tesla, double kelvin, double p) {
        var levels = spin.at(tesla);
        return Constants.GAS
                * ((1 - p) * levels.leftWell().meanEnergy(kelvin)
                        + p * levels.rightWell().meanEnergy(kelvin));
    }
}
