package org.fieldfall.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The way from a path to a record. */
final class Reading {

    private Reading() {}

    /** Empty where something was wrong before the first key, which is noted. */
    static <T> Optional<T> of(Path path, Kind kind, Function<Section, T> reader, Problems problems) {
        return of(path, Map.of(kind.schema(), reader), problems);
    }

    /** A file of any of these schemas. */
    static <T> Optional<T> of(Path path, Map<String, Function<Section, T>> readers, Problems problems) {
        return FileReader.read(path, problems).flatMap(file -> of(file, readers, problems));
    }

    /** A text that is there already. */
    static <T> Optional<T> of(ConfigFile file, Kind kind, Function<Section, T> reader, Problems problems) {
        return of(file, Map.of(kind.schema(), reader), problems);
    }

    private static <T> Optional<T> of(ConfigFile file, Map<String, Function<Section, T>> readers, Problems problems) {
        return YamlTree.read(file, problems).flatMap(top -> Section.read(file, top, problems, at -> read(at, readers)));
    }

    /** A file that lacks its schema is still read where only one is due, for the rest of its problems. */
    private static <T> Optional<T> read(Section at, Map<String, Function<Section, T>> readers) {
        var named = at.oneOf("schema", readers);
        var reader = named.isEmpty() && readers.size() == 1 && !at.has("schema")
                ? readers.values().stream().findFirst()
                : named;
        if (reader.isEmpty()) {
            at.passOver();
        }
        return reader.map(found -> found.apply(at));
    }
}
