package org.fieldfall.protocols.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void writesNumbersAsAPersonWould() {
        assertThat(Figure.of(4.0)).isEqualTo("4");
        assertThat(Figure.of(-0.1)).isEqualTo("-0.1");
        assertThat(Figure.of(1234567.0)).isEqualTo("1234570");
        assertThat(Figure.of(1.4e-7)).isEqualTo("1.4e-7");
        assertThat(Figure.of(0.0)).isEqualTo("0");
        assertThat(Figure.of(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void fillsTemplates() {
        assertThat(Figure.text("%s: %g K of %d, %.2f %%", "Ti", 4.0, 3, 1.0)).isEqualTo("Ti: 4 K of 3, 1.00 %");
    }
}
