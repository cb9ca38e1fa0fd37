package org.fieldfall.app.config;

import static java.util.Comparator.comparingInt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found wrong so far: file by file in the order of reading, in each from the top down. */
final class Problems {

    private final Map<Path, List<Problem>> found = new LinkedHashMap<>();

    void add(Path file, int line, String path, String came, String due) {
        found.computeIfAbsent(file, any -> new ArrayList<>()).add(new Problem(file, line, path, came, due));
    }

    void add(Path file, String came, String due) {
        add(file, 0, "", came, due);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidConfigException(sorted());
        }
    }

    private List<Problem> sorted() {
        var all = new ArrayList<Problem>();
        found.values()
                .forEach(file ->
                        file.stream().sorted(comparingInt(Problem::line)).forEach(all::add));
        return all;
    }
}
