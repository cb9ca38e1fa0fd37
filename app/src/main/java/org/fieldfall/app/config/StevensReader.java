package org.fieldfall.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fieldfall.app.config.SpinConfig.Stevens;

/**
 * The section {@code stevens} of a giant spin: coefficients {@code B20} to {@code B66}, q below zero as in {@code B4-2}.
 *
 * <p>Which operators they belong to has to be said, though one kind is known: others differ from it by factors.
 */
final class StevensReader {

    private static final Map<String, String> CONVENTIONS = Map.of("stevens", "H = sum of B_k^q O_k^q");
    private static final Pattern COEFFICIENT = Pattern.compile("B([246])(-?\\d)");
    private static final String DUE = "B with k = 2, 4 or 6 and q from -k to k, like B20, B44 or B4-2";

    private final List<Stevens> terms;

    private StevensReader(List<Stevens> terms) {
        this.terms = terms;
    }

    static StevensReader of(Section spin, double s) {
        return new StevensReader(spin.has("stevens") ? spin.section("stevens", at -> terms(at, spin, s)) : List.of());
    }

    private static List<Stevens> terms(Section at, Section spin, double s) {
        at.oneOf("convention", CONVENTIONS);
        var found = new ArrayList<Stevens>();
        for (var key : at.keys()) {
            if (key.startsWith("B")) {
                var indices = COEFFICIENT.matcher(key);
                at.check(indices.matches(), key, DUE);
                if (indices.matches()) {
                    found.add(term(at, key, Integer.parseInt(indices.group(1)), Integer.parseInt(indices.group(2)), s));
                }
            }
        }
        at.check(!spin.has("D"), "B20", "no B20 beside D, which is 3 B20");
        at.check(!spin.has("E"), "B22", "no B22 beside E, which is B22");
        return found;
    }

    private static Stevens term(Section at, String key, int k, int q, double s) {
        at.check(Math.abs(q) <= k, key, DUE);
        at.check(!(k > 2 * s), key, "no coefficient with k above 2 S, which does nothing");
        return new Stevens(k, q, at.quantity(key, Measure.ENERGY));
    }

    boolean has(int k, int q) {
        return terms.stream().anyMatch(term -> is(term, k, q));
    }

    /** Zero where it is left out. */
    double kelvin(int k, int q) {
        return terms.stream()
                .filter(term -> is(term, k, q))
                .mapToDouble(Stevens::kelvin)
                .sum();
    }

    List<Stevens> beyondDAndE() {
        return terms.stream().filter(term -> !is(term, 2, 0) && !is(term, 2, 2)).toList();
    }

    private static boolean is(Stevens term, int k, int q) {
        return term.k() == k && term.q() == q;
    }
}
