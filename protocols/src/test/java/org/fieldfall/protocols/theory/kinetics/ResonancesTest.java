package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.fieldfall.protocols.theory.kinetics.Samples.EXPERIMENT;
import static org.fieldfall.protocols.theory.kinetics.Samples.PHONONS;
import static org.fieldfall.protocols.theory.kinetics.Samples.RESONANCES;
import static org.fieldfall.protocols.theory.kinetics.Samples.fieldQuench;

import java.util.List;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResonancesTest {

    private static final Resonances NARROW = new Resonances(List.of(new Resonance(0.5, 1e5, 1e-5)));

    @Test
    void addsALorentzianForEachResonanceAndItsMirrorImage() {
        var two = new Resonances(List.of(new Resonance(0, 2.5, 0.05), new Resonance(0.443, 1.5, 0.05)));

        // the far ones by the formula of physics.md §2.2: a/(1 + (ΔB/w)²)
        assertThat(two.enhancement(0)).isCloseTo(1 + 2.5 + 2 * 1.5 / (1 + 78.4996), within(1e-12));
        assertThat(two.enhancement(0.443))
                .isCloseTo(1 + 2.5 / (1 + 78.4996) + 1.5 + 1.5 / (1 + 313.9984), within(1e-12));
        assertThat(two.enhancement(0.05)).isBetween(2.25, 2.35);
        assertThat(Resonances.none().enhancement(0.3)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 0.44, 0.877, 3})
    void areTheSameForBothDirectionsOfTheField(double tesla) {
        assertThat(RESONANCES.enhancement(-tesla)).isCloseTo(RESONANCES.enhancement(tesla), withinPercentage(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 4, 4.6})
    void leaveTheTimeInZeroFieldAsItWasMeasured(double kelvin) {
        assertThat(resonating(RESONANCES).equilibrationSeconds(kelvin, 0))
                .isCloseTo(EXPERIMENT.seconds(kelvin), withinPercentage(1e-9));
    }

    @Test
    void makeTauLongestNear02TeslaAndDipAtTheirFields() {
        var wells = resonating(RESONANCES);

        // the shape of physics.md §2.2, whose table has 1 : 1.9 : 3.4 : 2.7 : 1.5 at 0, 0.1, 0.2, 0.4 and 0.44 T
        assertThat(wells.equilibrationSeconds(4, 0.2)).isGreaterThan(2 * wells.equilibrationSeconds(4, 0));
        assertThat(wells.equilibrationSeconds(4, 0.443)).isLessThan(wells.equilibrationSeconds(4, 0.35) / 2);
        assertThat(wells.equilibrationSeconds(4, 0.443)).isLessThan(wells.equilibrationSeconds(4, 0.53));
        assertThat(wells.equilibrationSeconds(4, 0.877)).isLessThan(wells.equilibrationSeconds(4, 0.97));
    }

    @Test
    void areNotPassedUnseenHoweverNarrow() {
        // given: at 2 K a resonance that is all there is to the ramp, 2 µs of it wide
        var wells = new TwoWells(Spins.of(Mn12.SPIN, EXPERIMENT, NARROW), PHONONS, Surroundings.isolated());

        var passing = wells.predict(3, fieldQuench(1, 0.1), new double[] {0, 0.09});
        var tight = wells.predict(3, fieldQuench(1, 0.1), new double[] {0, 0.09}, 1e-9);

        // then: the integral of its Lorentzian over time, π a w/(dB/dt), says how many leave the upper well
        var p = passing.upperPopulation();
        assertThat(p[1]).isCloseTo(tight.upperPopulation()[1], within(1e-6));
        var unseen = new TwoWells(Mn12.SPIN, PHONONS, EXPERIMENT, Surroundings.isolated())
                .predict(3, fieldQuench(1, 0.1), new double[] {0, 0.09})
                .upperPopulation();
        assertThat(p[1] - p[0]).isGreaterThan(2 * Math.abs(unseen[1] - unseen[0]));
    }

    @Test
    void refuseWhatIsNoResonance() {
        assertThatThrownBy(() -> new Resonance(-0.4, 1, 0.05))
                .hasMessageContaining("0 T or above and finite, got -0.4");
        assertThatThrownBy(() -> new Resonance(0.4, -1, 0.05)).hasMessageContaining("height");
        assertThatThrownBy(() -> new Resonance(0.4, 1, 0)).hasMessageContaining("above 0 T");
        assertThatThrownBy(() -> new Resonance(0.4, Double.NaN, 0.05)).hasMessageContaining("got NaN");
    }

    private static TwoWells resonating(Resonances resonances) {
        return new TwoWells(Spins.of(Mn12.SPIN, EXPERIMENT, resonances), PHONONS, Surroundings.isolated());
    }
}
