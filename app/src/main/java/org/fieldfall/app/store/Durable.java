package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are either the old one or the new one, never half of either. */
final class Durable {

    private Durable() {}

    /** Writes a file beside the target, forces it, and renames it over the target. */
    static void replace(Path target, byte[] content) throws IOException {
        var fresh = target.resolveSibling(target.getFileName() + ".new");
        try (var file = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        rename(fresh, target);
    }

    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(to.toAbsolutePath().resolveSibling(""));
    }

    /** Makes the names in a folder survive a power cut. */
    static void force(Path folder) throws IOException {
        try (var open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        }
    }
}
