package org.fieldfall.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where files with names are kept: folders with {@code samples}, {@code rigs} and {@code protocols} in them.
 *
 * @param home the installation
 */
record Shelves(Path workingDirectory, Optional<Path> home) {

    Path path(Path written) {
        return workingDirectory.resolve(written);
    }

    /** The file the command line means; empty where no shelf has it, which is noted. */
    Optional<Path> find(String nameOrPath, Kind kind, Problems problems) {
        return isPath(nameOrPath)
                ? Optional.of(path(Path.of(nameOrPath)))
                : find(nameOrPath, kind, ownFolders().toList(), problems);
    }

    /** The file another one means, whose own folder comes first. */
    Optional<Path> find(String nameOrPath, Kind kind, ConfigFile namedIn, Problems problems) {
        return isPath(nameOrPath)
                ? Optional.of(namedIn.resolve(nameOrPath))
                : find(
                        nameOrPath,
                        kind,
                        Stream.concat(Stream.of(namedIn.resolve("..")), ownFolders())
                                .toList(),
                        problems);
    }

    static boolean isPath(String text) {
        return text.contains("/") || text.endsWith(".yaml") || text.endsWith(".yml");
    }

    private Stream<Path> ownFolders() {
        return Stream.concat(Stream.of(workingDirectory), home.stream()).map(folder -> folder.resolve("config"));
    }

    private static Optional<Path> find(String name, Kind kind, List<Path> folders, Problems problems) {
        var candidates = folders.stream()
                .map(folder -> folder.resolve(kind.folder()).resolve(name + ".yaml"))
                .toList();
        var found = candidates.stream().filter(Files::isRegularFile).findFirst();
        if (found.isEmpty()) {
            problems.add(candidates.get(0), "no such file", due(name, kind, folders));
        }
        return found;
    }

    List<String> names(Kind kind) {
        return List.copyOf(new TreeSet<>(ownFolders()
                .flatMap(folder -> names(folder.resolve(kind.folder())).stream())
                .toList()));
    }

    private static String due(String name, Kind kind, List<Path> folders) {
        var names = new TreeSet<String>();
        folders.forEach(folder -> names.addAll(names(folder.resolve(kind.folder()))));
        return Nearest.to(name, names)
                .map(nearest -> "one of " + String.join(", ", names) + " (nearest: " + nearest + ")")
                .orElse("a " + kind.word() + " file there");
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .toList();
        } catch (IOException e) {
            return List.of(); // A folder that is not there keeps no names.
        }
    }
}
