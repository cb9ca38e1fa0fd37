package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldfall.protocols.theory.kinetics.Samples.EXPERIMENT;
import static org.fieldfall.protocols.theory.kinetics.Samples.PHONONS;
import static org.fieldfall.protocols.theory.kinetics.Samples.fieldQuench;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.lattice.Tabulated;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkTest {

    private static final double[] KELVIN = {2, 3, 4.5, 6};

    static Stream<Link> links() {
        return Stream.of(
                Link.constant(1.4e-7),
                Link.power(1.4e-7, 4, 1),
                Link.power(1.4e-7, 4, 2.7),
                Link.power(1.4e-7, 4, 2.7).times(0.3),
                Link.table(KELVIN, new double[] {1e-7, 1.2e-7, 3e-7, 2e-7}));
    }

    @ParameterizedTest
    @MethodSource("links")
    void leadsTheIntegralOfItsConductance(Link link) {
        // by Simpson's rule, exact for straight lines; the table's corners lie between panels
        var panels = 3500;
        var sum = 0.0;
        for (var i = 0; i < panels; i++) {
            var from = 2.2 + 3.5 * i / panels;
            var to = 2.2 + 3.5 * (i + 1) / panels;
            sum += (to - from)
                    / 6
                    * (link.wattPerKelvin(from) + 4 * link.wattPerKelvin((from + to) / 2) + link.wattPerKelvin(to));
        }

        assertThat(link.watt(5.7, 2.2)).isCloseTo(sum, within(1e-12 * 5e-7));
        assertThat(link.watt(2.2, 5.7)).isEqualTo(-link.watt(5.7, 2.2));
        assertThat(link.watt(3, 3)).isZero();
    }

    @Test
    void isConstantWithoutAnExponentOrWithEqualPoints() {
        var table = Link.table(new double[] {1, 10}, new double[] {1.4e-7, 1.4e-7});

        assertThat(Link.power(1.4e-7, 4, 0).watt(3.3, 4)).isEqualTo(1.4e-7 * (3.3 - 4));
        assertThat(table.watt(3.3, 4)).isCloseTo(1.4e-7 * (3.3 - 4), within(1e-21));
        assertThat(Link.none().watt(3.3, 0)).isZero();
    }

    @Test
    void isUnknownOutsideItsTableAndEndsAPredictionThere() {
        var link = Link.table(new double[] {3.5, 5}, new double[] {1e-7, 2e-7});
        var wells = new TwoWells(
                Spins.of(Mn12.SPIN, EXPERIMENT), PHONONS, Surroundings.linked(2e-6, PHONONS.times(2e-7), link, 4));

        assertThat(link.watt(3.4, 4)).isNaN();
        assertThat(link.wattPerKelvin(5.1)).isNaN();
        assertThatThrownBy(() -> wells.predict(4, fieldQuench(1, 0.1), new double[] {100}))
                .isInstanceOf(NoConvergenceException.class)
                .hasMessageContaining("3.5");
    }

    @Test
    void endsAPredictionWhereTheHeatCapacityOfThePlatformIsNotKnown() {
        var addenda = new Tabulated(new double[] {2, 4.01}, new double[] {5e-7, 1e-6});
        var wells = new TwoWells(
                Spins.of(Mn12.SPIN, EXPERIMENT), PHONONS, Surroundings.linked(2e-6, addenda, Link.constant(1e-7), 4));

        assertThatThrownBy(() -> wells.predict(4, fieldQuench(0.1, 1), new double[] {1}))
                .isInstanceOf(NoConvergenceException.class);
    }

    @Test
    void bringsTheSampleHomeFasterTheBetterItConducts() {
        var times = IntStream.range(0, 30).mapToDouble(i -> 10.0 * i).toArray();

        var constant = heldBy(Link.constant(1.4e-7), times);
        var rising = heldBy(Link.power(1.4e-7, 4, 2), times);

        // a link that conducts less when cold lets it stay cold longer
        for (var i = 1; i < times.length; i++) {
            assertThat(rising[i]).isLessThan(constant[i]);
        }
    }

    @Test
    void scalesWhatItConducts() {
        var half = Link.power(1.4e-7, 4, 2).times(0.5);

        assertThat(half.wattPerKelvin(2)).isEqualTo(0.5 * 1.4e-7 / 4);
        assertThat(half.watt(5, 4)).isEqualTo(0.5 * Link.power(1.4e-7, 4, 2).watt(5, 4));
        assertThatThrownBy(() -> Link.none().times(-1)).hasMessageContaining("factor of a link");
    }

    private static double[] heldBy(Link link, double[] times) {
        var surroundings = Surroundings.linked(2e-6, PHONONS.times(2e-7), link, 4);
        return new TwoWells(Spins.of(Mn12.SPIN, EXPERIMENT), PHONONS, surroundings)
                .predict(4, fieldQuench(1, 0.1), times)
                .kelvin();
    }

    @Test
    void refusesWhatLeadsNoHeat() {
        assertThatThrownBy(() -> Link.constant(-1)).hasMessageContaining("0 W/K or above and finite, got -1.0");
        assertThatThrownBy(() -> Link.power(1, 0, 1)).hasMessageContaining("above 0 K");
        assertThatThrownBy(() -> Link.power(1, 4, -1)).hasMessageContaining("exponent");
        assertThatThrownBy(() -> Link.table(new double[] {1, 1}, new double[] {1, 1}))
                .hasMessageContaining("ascend, got 1.0 K");
        assertThatThrownBy(() -> Link.table(new double[] {1}, new double[] {1})).hasMessageContaining("two points");
        assertThatThrownBy(() -> Link.table(new double[] {1, 2}, new double[] {1, Double.NaN}))
                .hasMessageContaining("got NaN");
    }
}
