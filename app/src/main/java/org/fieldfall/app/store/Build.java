package org.fieldfall.app.store;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which build this is. A version says too little: many builds bear the same one, and each may count otherwise. */
final class Build {

    private static final Logger LOG = LoggerFactory.getLogger(Build.class);
    private static final int DIGITS = 12;

    private Build() {}

    /** Beginning of the SHA-256 over our own jars and the names of the others; empty where our classes lie unpacked. */
    static Optional<String> hash() {
        try {
            var source = Build.class.getProtectionDomain().getCodeSource();
            return source == null
                    ? Optional.empty()
                    : hash(Path.of(source.getLocation().toURI()));
        } catch (IOException | URISyntaxException | NoSuchAlgorithmException unreadable) {
            LOG.debug("which build this is cannot be told", unreadable);
            return Optional.empty();
        }
    }

    private static Optional<String> hash(Path ours) throws IOException, NoSuchAlgorithmException {
        if (!Files.isRegularFile(ours)) {
            return Optional.empty();
        }
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(ours));
        for (Path jar : libraries(ours.resolveSibling("lib"))) {
            var name = jar.getFileName().toString();
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            if (name.startsWith("fieldfall-")) {
                digest.update(Files.readAllBytes(jar));
            }
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS));
    }

    private static List<Path> libraries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
