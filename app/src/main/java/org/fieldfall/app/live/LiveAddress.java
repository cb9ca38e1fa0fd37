package org.fieldfall.app.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.StoreException;

/**
 * Where a run in progress publishes, as {@code live.json} in its folder tells the user it belongs to and nobody else (mode
 * 0600). It goes with the run; after a kill it may stay behind, so that only a run that holds its lease is to be believed.
 *
 * @param publisher address of the PUB socket
 * @param router address of the ROUTER socket
 * @param token what an operator has to show
 * @param pid of the run
 */
public record LiveAddress(String publisher, String router, String token, long pid) {

    private static final String NAME = "live.json";

    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");

    static Path file(Path folder) {
        return folder.resolve(NAME);
    }

    /** Of the run in a folder; empty where it does not publish, or tells another user. */
    public static Optional<LiveAddress> of(Path folder) {
        Path file = file(folder);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(file, LiveAddress.class));
        } catch (StoreException gone) {
            return Optional.empty();
        }
    }

    /** @throws IOException if it cannot be written for its owner alone */
    void write(Path folder) throws IOException {
        Path made = Files.createTempFile(folder, ".live", ".json", PosixFilePermissions.asFileAttribute(OWNERS));
        try {
            Files.write(made, Json.text(this).getBytes(StandardCharsets.UTF_8));
            Files.move(made, file(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(file(folder));
    }
}
