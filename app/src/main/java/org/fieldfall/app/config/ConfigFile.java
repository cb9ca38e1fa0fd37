package org.fieldfall.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A configuration file as it was when it was read, for the manifest of a run.
 *
 * @param text the whole text
 * @param sha256 of the bytes, in lower-case hexadecimal
 * @param beside where the text comes from a run's record: the files it names, as the record keeps them; what lies on the disk
 *     today is of no account
 */
public record ConfigFile(Path path, String text, String sha256, Optional<List<ConfigFile>> beside) {

    public ConfigFile {
        beside = beside.map(List::copyOf);
    }

    /** A file of today. */
    ConfigFile(Path path, String text, String sha256) {
        this(path, text, sha256, Optional.empty());
    }

    /**
     * The text that a run's record keeps of a file.
     *
     * @param beside recorded files that it may name
     */
    public static ConfigFile recorded(String name, String text, String sha256, List<ConfigFile> beside) {
        return new ConfigFile(Path.of("recorded", name), text, sha256, Optional.of(beside));
    }

    boolean isRecorded() {
        return beside.isPresent();
    }

    /**
     * The file that a path written in this one names; one that only a record names need not exist any more.
     *
     * @throws UnfitValueException if there is none
     */
    Path existing(String relative) {
        var named = resolve(relative);
        if (!isRecorded() && !Files.isRegularFile(named)) {
            throw new UnfitValueException("no such file: " + named);
        }
        return named;
    }

    /** What a path written in this file is relative to. */
    Path resolve(String relative) {
        return path.resolveSibling(relative).normalize();
    }
}
