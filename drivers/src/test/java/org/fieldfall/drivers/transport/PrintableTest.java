package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldfall.drivers.transport.Conversation.bytes;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @Test
    void showsControlBytesAsEscapes() {
        assertThat(Printable.of(bytes("a\r\n\"\\\u0011~\u00ff"))).isEqualTo("\"a\\r\\n\\\"\\\\\\x11~\\xFF\"");
    }

    @Test
    void cutsWhatIsLongInReportsOnly() {
        byte[] many = bytes("x".repeat(203));

        assertThat(Printable.of(many)).isEqualTo("\"" + "x".repeat(200) + "\" and 3 bytes more");
        assertThat(Printable.whole(many)).hasSize(205);
    }

    @Test
    void everyByteComesBack() {
        var random = new Random(20_261_122);
        for (int i = 0; i < 500; i++) {
            byte[] any = new byte[random.nextInt(64)];
            random.nextBytes(any);

            assertThat(Printable.parse(Printable.whole(any))).isEqualTo(any);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"",
                "a",
                "\"a",
                "\"\\\"",
                "\"\\q\"",
                "\"\\x1\"",
                "\"\\xgg\"",
                "\"a\"b\"",
                "\"\\\\\\\"",
                "\"µ\""
            })
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> Printable.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
