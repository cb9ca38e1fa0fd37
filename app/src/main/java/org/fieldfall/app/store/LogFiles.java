package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The files of one log, its segments: {@code run.log}, then {@code run.log.001} and so on.
 *
 * @param first segment 0; the others stand beside it
 */
record LogFiles(Path first) {

    private static final Pattern NUMBER = Pattern.compile("\\.(\\d{3,9})");

    Path segment(int number) {
        return first.resolveSibling(name(number));
    }

    String name(int number) {
        String name = String.valueOf(first.getFileName());
        return number == 0 ? name : name + String.format(Locale.ROOT, ".%03d", number);
    }

    /** Numbers of the segments that are there, ascending. */
    List<Integer> present() throws IOException {
        try (var names = Files.list(folder())) {
            return names.map(each -> number(String.valueOf(each.getFileName())))
                    .filter(number -> number >= 0)
                    .sorted()
                    .toList();
        }
    }

    private int number(String found) {
        String name = name(0);
        if (found.equals(name)) {
            return 0;
        }
        var number = NUMBER.matcher(found.startsWith(name) ? found.substring(name.length()) : "");
        return number.matches() && found.equals(name(Integer.parseInt(number.group(1))))
                ? Integer.parseInt(number.group(1))
                : -1;
    }

    /** Size of all segments together. */
    long bytes() throws IOException {
        long bytes = 0;
        for (int number : present()) {
            bytes += Files.size(segment(number));
        }
        return bytes;
    }

    /** The file whose lock tells that the log is being written. */
    Path lock() {
        return first.resolveSibling(name(0) + ".lock");
    }

    Path folder() {
        return first.toAbsolutePath().resolveSibling("");
    }
}
