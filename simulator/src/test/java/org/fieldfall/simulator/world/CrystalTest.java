package org.fieldfall.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class CrystalTest {

    @Test
    void hasThePublishedHeatCapacities() {
        Debye lattice = new Debye(38, 1);
        double blocked = Worlds.crystal(61.5, 2.1e-7).state(4, 0.1, 0).blockedJoulePerKelvin() / Worlds.MOLES;

        assertThat(8.314462618 * lattice.heatCapacity(2)).isCloseTo(0.2834, within(5e-5));
        assertThat(8.314462618 * lattice.heatCapacity(6)).isCloseTo(5.9322, within(5e-5));
        assertThat(blocked).isCloseTo(3.4997 + 2.1828, within(0.01));
    }

    @Test
    void addsUpLatticeEnergyAsTheSlopeSays() {
        Debye lattice = new Debye(38, 1);

        double slope = (lattice.energy(4.0021) - lattice.energy(3.9979)) / 0.0042;

        assertThat(slope).isCloseTo(lattice.heatCapacity(4), within(1e-5));
        assertThat(lattice.energy(200) - lattice.energy(150)).isCloseTo(150, within(2.0));
    }

    @Test
    void hasTheTimesOfTheArrheniusLawAtZeroFieldAndLessThereAtOneTesla() {
        Crystal crystal = Worlds.crystal(61.5, 2.1e-7);

        assertThat(1 / crystal.rate(4, 0)).isCloseTo(1.0, withinPercentage(1));
        assertThat(1 / crystal.rate(3, 0)).isCloseTo(168, withinPercentage(1));
        assertThat(1 / crystal.rate(4, 1)).isCloseTo(0.08, within(0.005));
    }

    @Test
    void relaxesTowardsEquilibriumForAnyTime() {
        Crystal crystal = Worlds.crystal(61.5, 2.1e-7);
        double rate = crystal.rate(4, 0.1);
        double aim = crystal.equilibriumUpper(4, 0.1);

        assertThat(crystal.relaxed(0, 4, 0.1, 1 / rate)).isCloseTo(aim * (1 - Math.exp(-1)), within(1e-12));
        assertThat(crystal.relaxed(0.9, 4, 0.1, 1e9)).isCloseTo(aim, within(1e-12));
        assertThat(crystal.relaxed(aim, 4, 0.1, 3)).isCloseTo(aim, within(1e-15));
    }

    @Test
    void swapsItsWellsWithTheField() {
        Crystal crystal = Worlds.crystal(61.5, 2.1e-7);

        assertThat(crystal.equilibriumUpper(4, -0.5)).isCloseTo(1 - crystal.equilibriumUpper(4, 0.5), within(1e-12));
        assertThat(crystal.rate(4, -0.5)).isCloseTo(crystal.rate(4, 0.5), within(1e-9));
        assertThat(crystal.equilibriumUpper(4, 0)).isEqualTo(0.5);
    }

    @Test
    void answersToTheFieldWithTheSlopeOfItsEnergy() {
        Crystal crystal = Worlds.crystal(61.5, 2.1e-7);
        double kelvin = 0.01;

        double slope = (crystal.state(kelvin, 0.51, 0.2).joule()
                        - crystal.state(kelvin, 0.49, 0.2).joule())
                / 0.02;

        assertThat(crystal.state(kelvin, 0.5, 0.2).joulePerTesla()).isCloseTo(slope, within(1e-9));
    }

    @Test
    void takesHalfIntegerSpins() {
        Well well = Well.at(0.5, -1, 0, 0.3, 2);

        assertThat(well.meanM()).isEqualTo(0.5);
        assertThat(well.energy()).isCloseTo(-0.25 + 0.15, within(1e-12));
        assertThat(well.heatCapacity()).isZero();
    }

    /** The two ways to sum, with a term of fourth order so small that it changes nothing. */
    @Test
    void sumsItsLevelsTheSameEvenlySpacedAndNot() {
        Well even = Well.at(10, -0.719, 0, 1.3, 3);

        Well uneven = Well.at(10, -0.719, 1e-16, 1.3, 3);

        assertThat(uneven.energy()).isCloseTo(even.energy(), within(1e-11));
        assertThat(uneven.heatCapacity()).isCloseTo(even.heatCapacity(), within(1e-11));
        assertThat(uneven.logWeight()).isCloseTo(even.logWeight(), within(1e-11));
        assertThat(uneven.meanM()).isCloseTo(even.meanM(), within(1e-11));
    }

    /** physics.md §2.2, g = 1.94: first gap 14.45 K; at 1 T the top is m = 1 and 12.28 K nearer to the upper well's end. */
    @Test
    void hasTheLevelsAndTheBarrierOfTheFourthOrder() {
        Crystal.Spin spin = new Crystal.Spin(10, -0.548, 1.173e-3, 1.94, 61.5, 2.1e-7);
        Crystal crystal = new Crystal(spin, 38, 1, 1);

        double gap = Well.level(-0.548, 1.173e-3, 0, 9) - Well.level(-0.548, 1.173e-3, 0, 10);
        double escape = crystal.rate(2, 1) / (1 + Math.exp(-20 * 1.94 * 0.67171381563 / 2));

        assertThat(gap).isCloseTo(14.45, within(5e-3));
        assertThat(-2 * Math.log(2 * 2.1e-7 * escape)).isCloseTo(61.5 - 12.28, within(0.01));
    }
}
