package org.fieldfall.drivers.scpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {

    private static double[] ascii(String text) {
        return Readings.ascii(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsEveryNumberToItsLastBit(long seed) {
        var random = new Random(seed);
        String[] forms = {"%+.8E", "%+.15E", "%.3f", "%e", "%+.0E"};

        for (int i = 0; i < 20_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 25);
            String text = String.format(Locale.ROOT, forms[random.nextInt(forms.length)], value);
            assertThat(ascii(text)).as(text).containsExactly(Double.parseDouble(text));
        }
    }

    @Test
    void marksWhatIsNoReading() {
        assertThat(ascii("+9.90000000E+37,-9.90000000E+37,9.91E37,INF,NaN,1"))
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,", ",1", "1,,2", "1.2.3", "1E", "E5", "1E+", "1E5.", "0x10", "1d", "1 2", "--1", "+", ".", "1e1e1",
                "V"
            })
    void refusesWhatIsNotWhollyReadings(String text) {
        assertThatThrownBy(() -> ascii(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyBlockHoldsNoReading() {
        assertThat(ascii("")).isEmpty();
        assertThat(Readings.real64(new byte[0], ByteOrder.BIG_ENDIAN)).isEmpty();
    }

    @Test
    void readsBinaryInBothOrders() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] payload = ByteBuffer.allocate(24)
                    .order(order)
                    .putDouble(1.5)
                    .putDouble(9.9e37)
                    .putDouble(-2e-9)
                    .array();

            assertThat(Readings.real64(payload, order)).containsExactly(1.5, Double.NaN, -2e-9);
        }
        assertThatThrownBy(() -> Readings.real64(new byte[9], ByteOrder.BIG_ENDIAN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
