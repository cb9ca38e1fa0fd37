package org.fieldfall.drivers.scpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("changes the locale of the machine")
class ScpiNumberTest {

    @Test
    void readsNumbersOfEveryMantissaLength() {
        assertThat(ScpiNumber.parse("2.500E0")).isEqualTo(2.5);
        assertThat(ScpiNumber.parse(" -1E-3 ")).isEqualTo(-0.001);
        assertThat(ScpiNumber.parse("+512")).isEqualTo(512);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9E37", "-9.9E+37", "9.91E37", "INF", "-inf", "NAN", "1E300"})
    void sentinelsAreNoNumbers(String text) {
        assertThat(ScpiNumber.parse(text)).isNaN();
        assertThatThrownBy(() -> Reply.NUMBER.read(text.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "1,5", "0x1p3", "1f", "2.52.498E0", "KEPCO", "1 V", "1E1000"})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> ScpiNumber.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesPlainDecimalsWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(ScpiNumber.format(0.0005, 8)).isEqualTo("0.0005");
            assertThat(ScpiNumber.format(9.95, 4)).isEqualTo("9.95");
            assertThat(ScpiNumber.format(100, 4)).isEqualTo("100");
            assertThat(ScpiNumber.format(-0.00001, 4)).isEqualTo("0");
            assertThat(ScpiNumber.format(1e-9, 4)).isEqualTo("0");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writesNothingThatIsNotFinite() {
        assertThatThrownBy(() -> ScpiNumber.format(Double.NaN, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScpiNumber.format(Double.NEGATIVE_INFINITY, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
