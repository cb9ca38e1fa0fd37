package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fieldfall.protocols.analysis.Uncertain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncertainTest {

    @ParameterizedTest
    @CsvSource({
        "4.0 K ± 2 mK, 4, 0.002",
        "4.0 K ± 0.05 %, 4, 0.002",
        "4.0 K +- 2 mK, 4, 0.002",
        "4.0 K +/- 2 mK, 4, 0.002",
        "4K±2mK, 4, 0.002",
        "4.0 K, 4, 0",
    })
    void readsAValueWithItsSpread(String text, double value, double sigma) {
        var read = UncertainText.parse(text, Measure.TEMPERATURE, Check.POSITIVE);

        assertThat(read.value()).isEqualTo(value);
        assertThat(read.sigma()).isCloseTo(sigma, within(1e-15));
    }

    @Test
    void theSpreadOfANegativeValueIsPositive() {
        var read = UncertainText.parse("-2 V ± 1 %", Measure.VOLTAGE, Check.ANY);

        assertThat(read).isEqualTo(new Uncertain(-2, 0.02));
    }

    @ParameterizedTest
    @CsvSource({
        "4 K ± 2, no unit",
        "4 ± 2 K, no unit",
        "4 K ± 2 T, wrong unit T",
        "4 K ± -1 K, out of range",
        "-4 K ± 1 K, out of range",
        "4 K ± , not a number"
    })
    void saysWhyATextIsNoValueWithASpread(String text, String reason) {
        assertThatThrownBy(() -> UncertainText.parse(text, Measure.TEMPERATURE, Check.POSITIVE))
                .isInstanceOf(UnfitValueException.class)
                .hasMessage(reason);
    }
}
