package org.fieldfall.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConductanceTest {

    @Test
    void leadsTheIntegralOfAPowerLaw() {
        Conductance metal = Conductance.power(2, 4, 1);
        Conductance insulator = Conductance.power(2, 4, 3);

        assertThat(metal.at(4)).isEqualTo(2);
        assertThat(metal.between(3, 5) * 2).isCloseTo(2.0 / 4 * (25 - 9) / 2, within(1e-12));
        assertThat(insulator.between(3, 5) * 2).isCloseTo(2.0 / 64 * (625 - 81) / 4, within(1e-12));
        assertThat(insulator.between(5, 3)).isEqualTo(insulator.between(3, 5));
    }

    @Test
    void goesStraightBetweenPointsAndStaysOutsideThem() {
        Conductance measured = Conductance.table(new double[] {2, 4, 6}, new double[] {1, 3, 4});

        assertThat(measured.at(2)).isEqualTo(1);
        assertThat(measured.at(3)).isCloseTo(2, within(1e-12));
        assertThat(measured.at(5.5)).isCloseTo(3.75, within(1e-12));
        assertThat(measured.at(1)).isEqualTo(1);
        assertThat(measured.at(9)).isEqualTo(4);
        assertThat(measured.times(10).at(4)).isEqualTo(30);
    }

    @Test
    void isTheSameAtAllTemperaturesWhereItIsConstant() {
        assertThat(Conductance.constant(0.1).between(3, 300)).isEqualTo(0.1);
    }

    @Test
    void refusesATableThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conductance.table(new double[] {1}, new double[0]))
                .withMessageContaining("1 and 0");
    }
}
