package org.fieldfall.protocols.theory.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fieldfall.protocols.theory.balance.RisingCurve.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RisingCurveTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.9, 5, 9.9})
    void findsAZeroThatNewtonAloneWouldFleeFrom(double start) {
        RisingCurve arcTangent = x -> new Point(Math.atan(20 * (x - 3)), 20 / (1 + 400 * (x - 3) * (x - 3)));

        assertThat(arcTangent.zero(0, 10, start, 1e-9)).isCloseTo(3, within(1e-15));
    }

    @Test
    void findsAZeroWhereTheCurveIsFlatElsewhere() {
        RisingCurve step = x -> new Point(x < 2 ? -1 : x > 2.5 ? 1 : 4 * (x - 2.25), x < 2 || x > 2.5 ? 0 : 4);

        assertThat(step.zero(0, 1000, 900, 1e-9)).isCloseTo(2.25, within(1e-15));
    }

    @Test
    void saysSoWhereTheCurveIsNotANumber() {
        RisingCurve nowhere = x -> new Point(Double.NaN, 1);

        assertThatThrownBy(() -> nowhere.zero(0, 1, 0.5, 1e-9))
                .isInstanceOf(NoConvergenceException.class)
                .hasMessageContaining("no height at 0.5");
    }
}
