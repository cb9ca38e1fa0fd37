package org.fieldfall.app.config;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known word that a mistyped one is closest to: one that begins with it, else by the number of letters to change. */
public final class Nearest {

    private Nearest() {}

    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .min(comparing((String candidate) -> !lower(candidate).startsWith(lower(word)))
                        .thenComparingInt(candidate -> distance(lower(word), lower(candidate))));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            advance(row, from.charAt(i - 1), to);
        }
        return row[to.length()];
    }

    private static void advance(int[] row, char letter, String to) {
        int diagonal = row[0]++;
        for (int j = 1; j < row.length; j++) {
            int replaced = diagonal + (letter == to.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
        }
    }
}
