package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All runs below one folder. An SQLite file {@code catalogue.sqlite} in that folder remembers what their manifests say, so
 * that thousands are listed without reading them; only those that changed since are read again. The file may be thrown
 * away at any time: missing, damaged or of another version, it is made anew, and where none can be made the manifests are
 * read each time.
 */
public final class Catalogue {

    public static final String FILE = "catalogue.sqlite";

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    /** {@code YYYY/MM/DD/NNNN_...}: what is deeper belongs to a run, what is named otherwise is no run. */
    private static final List<Pattern> LEVELS = Stream.of("\\d{4}", "\\d{2}", "\\d{2}", "\\d{4,9}_.*")
            .map(Pattern::compile)
            .toList();

    private final Path root;

    public Catalogue(Path root) {
        this.root = root;
    }

    /** Every run, the newest first; as the disk has them now. */
    public List<CatalogueEntry> entries() {
        Map<String, Stamp> present = present();
        List<CatalogueEntry> entries = new ArrayList<>(remembered(present));
        entries.sort(Comparator.comparing(CatalogueEntry::startedUtc)
                .thenComparing(CatalogueEntry::path)
                .reversed());
        return entries;
    }

    private List<CatalogueEntry> remembered(Map<String, Stamp> present) {
        Path file = root.resolve(FILE);
        try {
            return refreshed(file, present);
        } catch (SQLException damaged) {
            LOG.info("{}: made anew ({})", file, damaged.getMessage());
        }
        try {
            Files.deleteIfExists(file);
            return refreshed(file, present);
        } catch (SQLException | IOException unwritable) {
            LOG.info("{}: goes without ({})", file, unwritable.getMessage());
            return present.keySet().stream().map(this::read).toList();
        }
    }

    private List<CatalogueEntry> refreshed(Path file, Map<String, Stamp> present) throws SQLException {
        try (CatalogueFile index = CatalogueFile.open(file)) {
            Map<String, String> known = index.stamps();
            List<String> gone = known.keySet().stream()
                    .filter(path -> !present.containsKey(path))
                    .toList();
            Map<CatalogueEntry, String> fresh = new LinkedHashMap<>();
            present.forEach((path, stamp) -> {
                if (!stamp.text().equals(known.get(path))) {
                    fresh.put(read(path), stamp.text());
                }
            });
            index.update(gone, fresh);
            return index.entries();
        }
    }

    private CatalogueEntry read(String path) {
        Path folder = root.resolve(path);
        int annotations =
                new Annotations(folder.resolve("annotations.jsonl")).all().size();
        return ManifestHead.entry(folder, path, annotations);
    }

    /** The folders of all runs, with what would have changed if they had. */
    private Map<String, Stamp> present() {
        Map<String, Stamp> present = new LinkedHashMap<>();
        try {
            walk(root, 0, present);
        } catch (IOException failure) {
            throw new StoreException("runs under " + root + ": cannot be listed", failure);
        }
        return present;
    }

    private void walk(Path folder, int level, Map<String, Stamp> present) throws IOException {
        if (level == LEVELS.size()) {
            // A folder without a manifest was claimed a moment ago, or is no run.
            if (Files.exists(folder.resolve("manifest.json"))) {
                String path = root.relativize(folder).toString();
                present.put(path, Stamp.of(folder));
            }
            return;
        }
        for (Path inside : named(folder, LEVELS.get(level))) {
            walk(inside, level + 1, present);
        }
    }

    private static List<Path> named(Path folder, Pattern pattern) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path ->
                            pattern.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Tells whether a run's folder is as it was: times and sizes of the files that are written after the beginning. */
    private record Stamp(String text) {

        static Stamp of(Path folder) throws IOException {
            return new Stamp(part(folder.resolve("manifest.json")) + " " + part(folder.resolve("annotations.jsonl")));
        }

        private static String part(Path file) throws IOException {
            if (!Files.exists(file)) {
                return "-";
            }
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + "/" + attributes.size();
        }
    }
}
