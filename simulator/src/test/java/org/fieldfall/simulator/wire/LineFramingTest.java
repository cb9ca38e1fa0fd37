package org.fieldfall.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineFramingTest {

    private final List<String> heard = new ArrayList<>();
    private final LineFraming framing = new LineFraming(10, new Ear(heard));

    @Test
    void findsTheSameLinesHoweverTheBytesAreCut() {
        byte[] bytes = "A?\nBB 1\r\n\r\nC\u0013\u0011C\rD".getBytes(StandardCharsets.ISO_8859_1);

        for (int piece = 1; piece <= bytes.length; piece++) {
            heard.clear();
            framing.clear();
            for (int from = 0; from < bytes.length; from += piece) {
                framing.feed(bytes, from, Math.min(bytes.length, from + piece));
            }

            assertThat(heard).containsExactly("A?", "BB 1", "CC");
        }
    }

    @Test
    void dropsALineThatIsTooLongAndHearsTheNext() {
        say("0123456789\n0123456789X and more\nshort\n");

        assertThat(heard).containsExactly("0123456789", "too much", "short");
    }

    private void say(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        framing.feed(bytes, 0, bytes.length);
    }
}
