package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file of text that is there whole or not at all. */
public final class TextFile {

    private TextFile() {}

    /** Writes it in UTF-8, in place of an older one. */
    public static void write(Path file, String text) {
        try {
            Durable.replace(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be written", failure);
        }
    }
}
