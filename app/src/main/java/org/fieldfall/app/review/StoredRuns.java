package org.fieldfall.app.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.fieldfall.app.store.Catalogue;
import org.fieldfall.app.store.CatalogueEntry;

/**
 * The runs below one folder, found by what people call them: the number on its day, the beginning of the id or of the
 * folder's name or path.
 */
public record StoredRuns(Path root) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final int MOST_SHOWN = 10;

    /** Every run, the newest first. */
    public List<CatalogueEntry> entries() {
        return new Catalogue(root).entries();
    }

    /**
     * The folder of one run.
     *
     * @param asked number, beginning of the id, of the folder's name or of its path, or a path on the disk
     * @throws UnknownRunException if there is none, or more than one
     */
    public Path find(String asked) {
        Path direct = Path.of(asked);
        if (Files.exists(direct.resolve("manifest.json"))) {
            return direct;
        }
        if (direct.endsWith("manifest.json") && Files.exists(direct)) {
            return direct.toAbsolutePath().resolveSibling("");
        }
        return root.resolve(found(asked).path());
    }

    private CatalogueEntry found(String asked) {
        List<CatalogueEntry> all = entries();
        List<CatalogueEntry> fitting = fitting(all, asked);
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        if (fitting.isEmpty()) {
            throw new UnknownRunException("run " + asked + ": there is none under " + root.toAbsolutePath()
                    + (all.isEmpty() ? ", which has no runs at all" : "; the newest are" + list(all)));
        }
        throw new UnknownRunException(
                "run " + asked + ": " + fitting.size() + " runs fit, give more of the id or the path:" + list(fitting));
    }

    /** A number means the runs of that number; only where there is none may it begin an id. */
    private static List<CatalogueEntry> fitting(List<CatalogueEntry> all, String asked) {
        if (NUMBER.matcher(asked).matches()) {
            int number = Integer.parseInt(asked);
            List<CatalogueEntry> numbered =
                    all.stream().filter(run -> run.number() == number).toList();
            if (!numbered.isEmpty()) {
                return numbered;
            }
        }
        String beginning = asked.toLowerCase(Locale.ROOT);
        Predicate<CatalogueEntry> fits = run -> !asked.isBlank()
                && (run.id().startsWith(beginning)
                        || run.path().startsWith(asked)
                        || Path.of(run.path()).getFileName().toString().startsWith(asked));
        return all.stream().filter(fits).toList();
    }

    private static String list(List<CatalogueEntry> runs) {
        StringBuilder list = new StringBuilder();
        runs.stream()
                .limit(MOST_SHOWN)
                .forEach(run ->
                        list.append("\n  ").append(run.shortId()).append("  ").append(run.path()));
        return runs.size() > MOST_SHOWN ? list + "\n  and " + (runs.size() - MOST_SHOWN) + " more" : list.toString();
    }
}
