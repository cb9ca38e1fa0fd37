package org.fieldfall.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of a file that comes with fieldfall, changed for a test in one place. */
final class EditedFile {

    static final Path CONFIG = Path.of("..", "config");

    private EditedFile() {}

    /** The text of a shipped file with one passage replaced, which has to be there. */
    static Path write(Path folder, String shipped, String passage, String replacement) {
        var text = shipped(shipped);
        if (!text.contains(passage)) {
            throw new IllegalArgumentException(shipped + " has no passage \"" + passage + '"');
        }
        return write(folder, shipped, text.replace(passage, replacement));
    }

    static Path write(Path folder, String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String shipped(String name) {
        try {
            return Files.readString(CONFIG.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
