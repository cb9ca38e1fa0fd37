package org.fieldfall.app.config;

import java.nio.file.Path;

/**
 * One thing wrong in one file: where it stands, what came, what was due.
 *
 * @param line counted from 1; 0 where the whole file is meant
 * @param path dotted keys from the top of the file, empty where the whole file is meant
 */
public record Problem(Path file, int line, String path, String came, String due) {

    @Override
    public String toString() {
        var place = line > 0 ? file + ":" + line : file.toString();
        var key = path.isEmpty() ? "" : ": " + path;
        return place + key + ": came " + came + ", due " + due;
    }
}
