package org.fieldfall.protocols.theory.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatticeTest {

    private final Lattice phonons = new Debye(38, 1);
    private final Lattice platform = new ConstantHeatCapacity(0.5);

    @Test
    void addsAndScalesAllThreeQuantities() {
        var both = phonons.plus(platform.times(3));

        assertThat(both.energy(4)).isEqualTo(phonons.energy(4) + 3 * 0.5 * 4);
        assertThat(both.heatCapacity(4)).isEqualTo(phonons.heatCapacity(4) + 3 * 0.5);
        assertThat(both.entropy(4)).isEqualTo(phonons.entropy(4) + 3 * 0.5 * Math.log(4));
    }

    @Test
    void countsTheEntropyOfAConstantHeatCapacityFromOneKelvin() {
        assertThat(platform.entropy(1)).isZero();
        assertThat(platform.entropy(Math.E)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void storesNothingWhereThereIsNothing() {
        var nothing = Lattice.none();

        assertThat(nothing.energy(4)).isZero();
        assertThat(nothing.heatCapacity(4)).isZero();
        assertThat(nothing.entropy(4)).isZero();
    }

    @Test
    void refusesNegativeStores() {
        assertThatThrownBy(() -> new ConstantHeatCapacity(-1)).hasMessageContaining("-1.0 J/(mol K)");
        assertThatThrownBy(() -> phonons.times(-0.2)).hasMessageContaining("-0.2");
    }
}
