package org.fieldfall.protocols.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PredictionMadeTest {

    private final PredictionMade curve =
            new PredictionMade(100, "two-well", new double[] {100, 101, 103}, new double[] {4.0, 3.5, 3.3});

    @Test
    void goesStraightFromPointToPoint() {
        assertThat(curve.kelvinAt(100)).hasValue(4.0);
        assertThat(curve.kelvinAt(100.5)).hasValue(3.75);
        assertThat(curve.kelvinAt(101)).hasValue(3.5);
        assertThat(curve.kelvinAt(102)).hasValue(3.4);
        assertThat(curve.kelvinAt(103)).hasValue(3.3);
    }

    @Test
    void saysNothingOutsideItsTimes() {
        assertThat(curve.kelvinAt(99.9)).isEmpty();
        assertThat(curve.kelvinAt(103.1)).isEmpty();
        assertThat(new PredictionMade(0, "none", new double[0], new double[0]).kelvinAt(0))
                .isEmpty();
    }
}
