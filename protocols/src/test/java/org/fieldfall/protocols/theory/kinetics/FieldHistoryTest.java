package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FieldHistoryTest {

    @Test
    void rampsStraightBetweenTwoRests() {
        var field = FieldHistory.ramp(1, 0.1, 2, 10);

        assertThat(field.corners()).containsExactly(new double[] {2, 2.09}, within(1e-15));
        assertThat(field.tesla(-5)).isEqualTo(1);
        assertThat(field.tesla(2.045)).isCloseTo(0.55, within(1e-13));
        assertThat(field.tesla(2.1)).isEqualTo(0.1);
        assertThat(field.teslaPerSecond(1.99)).isZero();
        assertThat(field.teslaPerSecond(2.01)).isCloseTo(-10, within(1e-12));
        assertThat(field.teslaPerSecond(2.1)).isZero();
    }

    @Test
    void belongsAtACornerToThePieceThatBeginsThere() {
        var field = FieldHistory.piecewiseLinear(new double[] {0, 1, 3}, new double[] {0, 1, -1});

        assertThat(field.teslaPerSecond(0)).isEqualTo(1);
        assertThat(field.teslaPerSecond(1)).isEqualTo(-1);
        assertThat(field.teslaPerSecond(3)).isZero();
        assertThat(field.tesla(1)).isEqualTo(1);
        assertThat(field.tesla(3)).isEqualTo(-1);
    }

    @Test
    void hasNoCornersWhereTheFieldRests() {
        assertThat(FieldHistory.constant(0.3).corners()).isEmpty();
        assertThat(FieldHistory.constant(0.3).tesla(7)).isEqualTo(0.3);
        assertThat(FieldHistory.constant(0.3).teslaPerSecond(7)).isZero();
        assertThat(FieldHistory.ramp(0.3, 0.3, 0, 10).corners()).isEmpty();
    }

    @Test
    void keepsItsPointsToItself() {
        var seconds = new double[] {0, 1};
        var field = FieldHistory.piecewiseLinear(seconds, new double[] {0, 1});

        seconds[1] = 5;
        field.corners()[1] = 5;

        assertThat(field.corners()).containsExactly(0, 1);
    }

    @Test
    void refusesWhatIsNoHistory() {
        assertThatThrownBy(() -> FieldHistory.ramp(1, 0, 0, -10)).hasMessageContaining("above 0 T/s");
        assertThatThrownBy(() -> history(new double[] {0, 0}, new double[] {1, 2}))
                .hasMessageContaining("must ascend");
        assertThatThrownBy(() -> history(new double[] {0}, new double[] {1})).hasMessageContaining("two points");
        assertThatThrownBy(() -> history(new double[] {0, 1}, new double[] {1}))
                .hasMessageContaining("one field a time");
        assertThatThrownBy(() -> history(new double[] {0, 1}, new double[] {1, Double.NaN}))
                .hasMessageContaining("point 1");
    }

    private static FieldHistory history(double[] seconds, double[] tesla) {
        return FieldHistory.piecewiseLinear(seconds, tesla);
    }
}
