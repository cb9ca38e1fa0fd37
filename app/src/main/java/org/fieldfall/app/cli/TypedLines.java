package org.fieldfall.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines from an input that may be a terminal, a pipe, a file or closed, without ever waiting for it. An input that cannot be
 * read, such as the terminal of a process in the background, says nothing more. For one thread.
 */
final class TypedLines {

    private static final int LONGEST = 1000;
    private static final int DELETE = 0x7F;

    private final InputStream input;
    private final StringBuilder half = new StringBuilder();
    private boolean isReadable = true;

    TypedLines(InputStream input) {
        this.input = input;
    }

    /** Takes the whole lines there are by now; of one that is too long, its beginning. */
    List<String> arrived() {
        List<String> lines = new ArrayList<>();
        try {
            while (isReadable && input.available() > 0) {
                take(input.read(), lines);
            }
        } catch (IOException unreadable) {
            isReadable = false;
        }
        return lines;
    }

    private void take(int value, List<String> lines) {
        if (value == '\n' || value == '\r') {
            lines.add(half.toString());
            half.setLength(0);
        } else if (value < 0) {
            isReadable = false;
        } else if (half.length() < LONGEST) {
            half.append(value < ' ' || value >= DELETE ? ' ' : (char) value);
        }
    }
}
