package org.fieldfall.app.export;

import java.util.List;
import org.fieldfall.app.review.SummaryFigures;
import org.fieldfall.app.store.NexusGroup;

/** The summary's figures as fields with units, each with its uncertainty in a field of its own. */
final class Numbers {

    private Numbers() {}

    /** @param prefix of the keys that the fields go without */
    static void write(NexusGroup group, SummaryFigures figures, List<String> keys, String prefix) {
        for (String key : keys) {
            UnitInName known = UnitInName.of(key.substring(prefix.length()));
            group.number(plain(known.name()), figures.value(key), figures.sigma(key), known.unit());
        }
    }

    /** What NeXus takes for a name. */
    static String plain(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
        return letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "_" + letters : letters;
    }
}
