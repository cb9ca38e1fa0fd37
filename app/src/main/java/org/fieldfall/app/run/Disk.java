package org.fieldfall.app.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disk that run folders are made on.
 *
 * @param freeBytes what this user may still write there
 */
public record Disk(Path folder, long freeBytes) {

    /** That of a folder which need not be there yet. */
    public static Disk of(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return new Disk(folder, Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
