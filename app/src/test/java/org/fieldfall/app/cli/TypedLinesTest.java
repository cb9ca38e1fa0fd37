package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TypedLinesTest {

    @Test
    void givesWholeLinesAndKeepsHalfOnes() throws IOException {
        var end = new PipedOutputStream();
        var typed = new TypedLines(new PipedInputStream(end));

        end.write("view\r\nspe".getBytes(StandardCharsets.US_ASCII));
        assertThat(typed.arrived()).containsExactly("view", "");
        assertThat(typed.arrived()).isEmpty();
        end.write("ed 5\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(typed.arrived()).containsExactly("speed 5");
    }

    @Test
    void keepsTheBeginningOfALineWithoutEndAndNoControlCharacters() {
        var typed = typed("x".repeat(5000) + "\n\u001b[Aview\u0007\n");

        assertThat(typed.arrived()).containsExactly("x".repeat(1000), " [Aview ");
    }

    @Test
    void hearsNothingFromAnInputThatCannotBeRead() throws IOException {
        var closed = InputStream.nullInputStream();
        closed.close();
        var typed = new TypedLines(closed);

        assertThat(typed.arrived()).isEmpty();
        assertThat(typed.arrived()).isEmpty();
    }

    private static TypedLines typed(String text) {
        return new TypedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
