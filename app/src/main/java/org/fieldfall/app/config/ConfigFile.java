package org.fieldfall.app.config;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A configuration file as it was when it was read, for the manifest of a run.
 *
 * @param text the whole text
 * @param sha256 of the bytes, in lower-case hexadecimal
 * @param isRecorded the text comes from a run's record: what lies on the disk today is of no account
 */
public record ConfigFile(Path path, String text, String sha256, boolean isRecorded) {

    /** A file of today. */
    ConfigFile(Path path, String text, String sha256) {
        this(path, text, sha256, false);
    }

    /** The text that a run's record keeps of a file. */
    public static ConfigFile recorded(String name, String text, String sha256) {
        return new ConfigFile(Path.of("recorded", name + ".yaml"), text, sha256, true);
    }

    /**
     * The file that a path written in this one names; one that only a record names need not exist any more.
     *
     * @throws UnfitValueException if there is none
     */
    Path existing(String relative) {
        Path path = resolve(relative);
        if (!isRecorded && !Files.isRegularFile(path)) {
            throw new UnfitValueException("no such file: " + path);
        }
        return path;
    }

    /** What a path written in this file is relative to. */
    Path resolve(String relative) {
        return path.resolveSibling(relative).normalize();
    }
}
