package org.fieldfall.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines from an input that may be a terminal, a pipe, a file or closed, without ever waiting for it. An input that cannot be
 * read, such as the terminal of a process in the background, says nothing more. For one thread.
 */
final class TypedLines {

    private static final int LONGEST = 1000;
    private static final int MOST_AT_ONCE = 10_000;
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int DELETE = 0x7F;

    private final InputStream input;
    private final StringBuilder half = new StringBuilder();
    private boolean isReadable = true;

    TypedLines(InputStream input) {
        this.input = input;
    }

    /** What is typed at this process. */
    static TypedLines standard() {
        return new TypedLines(isOurs() ? System.in : InputStream.nullInputStream());
    }

    /**
     * Whoever starts a process with its input closed gives the descriptor's number to the first file that is opened then: one
     * of Java's own.
     */
    private static boolean isOurs() {
        try {
            Path target = Files.readSymbolicLink(DESCRIPTORS.resolve("0"));
            return !target.startsWith(System.getProperty("java.home", "/nowhere"))
                    && !target.toString().endsWith(".jar")
                    && !target.toString().endsWith(".jsa");
        } catch (IOException | UnsupportedOperationException unknown) {
            return !Files.isDirectory(DESCRIPTORS);
        }
    }

    /** Takes the whole lines there are by now; of one that is too long, its beginning. Of very much, the rest next time. */
    List<String> arrived() {
        List<String> lines = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_AT_ONCE && isReadable && input.available() > 0; i++) {
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
