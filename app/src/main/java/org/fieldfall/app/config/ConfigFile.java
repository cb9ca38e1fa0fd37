package org.fieldfall.app.config;

import java.nio.file.Path;

/**
 * A configuration file as it was when it was read, for the manifest of a run.
 *
 * @param text the whole text
 * @param sha256 of the bytes, in lower-case hexadecimal
 */
public record ConfigFile(Path path, String text, String sha256) {

    /** What a path written in this file is relative to. */
    Path resolve(String relative) {
        return path.resolveSibling(relative).normalize();
    }
}
