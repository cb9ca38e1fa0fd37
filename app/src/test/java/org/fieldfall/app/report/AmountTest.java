package org.fieldfall.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldfall.protocols.analysis.Uncertain;
import org.junit.jupiter.api.Test;

class AmountTest {

    @Test
    void givesTheUncertaintyTwoDigitsAndTheValueTheSamePlace() {
        assertThat(Amount.of(-0.81452, 0.00302, "K")).isEqualTo("−0.8145 ± 0.0030 K");
        assertThat(Amount.of(4, 0.00999, "mg")).isEqualTo("4.000 ± 0.010 mg");
        assertThat(Amount.of(1234.4, 120, "s")).isEqualTo("1230 ± 120 s");
        assertThat(Amount.of(new Uncertain(1.4e-7, 2.8e-9), 1e6, "µW/K")).isEqualTo("0.1400 ± 0.0028 µW/K");
    }

    @Test
    void writesPowersOfTenWhereANumberIsSmallOrLarge() {
        assertThat(Amount.of(1.758e-5, 1.2e-7, "J")).isEqualTo("(1.758 ± 0.012) × 10⁻⁵ J");
        assertThat(Amount.of(2.5e8, 1e6, "")).isEqualTo("(2.500 ± 0.010) × 10⁸");
    }

    @Test
    void claimsNoUncertaintyWhereThereIsNone() {
        assertThat(Amount.of(-1.9468639, "K")).isEqualTo("−1.9469 K");
        assertThat(Amount.of(2, Double.POSITIVE_INFINITY, "K")).isEqualTo("2 K");
        assertThat(Amount.of(2, 0, "K")).isEqualTo("2 K");
    }

    @Test
    void saysWhatWasNotMeasured() {
        assertThat(Amount.of(Double.NaN, 0.1, "K")).isEqualTo("not measured");
        assertThat(Amount.of(Double.NaN, "K")).isEqualTo("not measured");
    }
}
