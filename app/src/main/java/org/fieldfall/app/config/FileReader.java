package org.fieldfall.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Brings a file in as text, or notes why that could not be done. */
final class FileReader {

    private FileReader() {}

    static Optional<ConfigFile> read(Path path, Problems problems) {
        return read(path, "a YAML file in UTF-8", problems);
    }

    /** @param due what the file should be, for the message */
    static Optional<ConfigFile> read(Path path, String due, Problems problems) {
        try {
            return Optional.of(read(path));
        } catch (CharacterCodingException e) {
            problems.add(path, "bytes that are not UTF-8", due);
        } catch (NoSuchFileException e) {
            problems.add(path, "no such file", "a YAML file");
        } catch (IOException e) {
            problems.add(path, "a file that cannot be read (" + e.getMessage() + ")", "a YAML file");
        }
        return Optional.empty();
    }

    private static ConfigFile read(Path path) throws IOException {
        var bytes = Files.readAllBytes(path);
        var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return new ConfigFile(path, text, sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
