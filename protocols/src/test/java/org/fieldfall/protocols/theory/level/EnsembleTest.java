package org.fieldfall.protocols.theory.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class EnsembleTest {

    @Test
    void asksSpinsThatAreAllAlikeOnce() {
        var found =
                Ensemble.of(Mn12.SPIN).values(spin -> new double[] {spin.at(1).meanEnergy(4)});

        assertThat(found.values()).containsExactly(Mn12.SPIN.at(1).meanEnergy(4));
        assertThat(found.error()).isZero();
        assertThat(found.orientations()).isOne();
    }

    @Test
    void refinesSpreadSpinsToItsTolerance() {
        var coarse = Ensemble.of(Molecules.NICKEL, new Powder(), 1e-2)
                .values(spin -> new double[] {spin.at(1).meanEnergy(1)});
        var fine = Ensemble.of(Molecules.NICKEL, new Powder(), 1e-9)
                .values(spin -> new double[] {spin.at(1).meanEnergy(1)});

        assertThat(fine.orientations()).isGreaterThan(coarse.orientations());
        assertThat(coarse.values()[0]).isCloseTo(fine.values()[0], within(coarse.error()));
    }

    @Test
    void saysSoWhenTheToleranceCannotBeMet() {
        Orientations growing = (hamiltonian, fineness) -> {
            var size = 16 << (2 * fineness);
            var weights = new double[size];
            Arrays.fill(weights, 1);
            return new OrientationAverage(Collections.nCopies(size, Mn12.SPIN), weights);
        };
        var strict = Ensemble.of(Molecules.NICKEL, growing, 0);

        // One that no grid can agree on: how many orientations it has.
        assertThatThrownBy(() -> strict.values(spin -> new double[] {((OrientationAverage) spin).size()}))
                .isInstanceOf(UnresolvedException.class)
                .hasMessageContaining("still changes");
    }
}
