package org.fieldfall.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fieldfall.app.config.SpinConfig.Stevens;
import org.fieldfall.protocols.analysis.Uncertain;

/**
 * The section {@code stevens} of a giant spin: coefficients {@code B20} to {@code B66}, q below zero as in {@code B4-2}.
 *
 * <p>Which operators they belong to has to be said, though one kind is known: others differ from it by factors.
 */
final class StevensReader {

    private static final Map<String, String> CONVENTIONS = Map.of("stevens", "H = sum of B_k^q O_k^q");
    private static final Pattern COEFFICIENT = Pattern.compile("B([246])(-?\\d)");
    private static final String DUE = "B with k = 2, 4 or 6 and q from -k to k, like B20, B44 or B4-2";

    private final List<Term> terms;

    private record Term(int k, int q, Uncertain kelvin) {}

    private StevensReader(List<Term> terms) {
        this.terms = terms;
    }

    static StevensReader of(Section spin, double s) {
        return new StevensReader(spin.has("stevens") ? spin.section("stevens", at -> terms(at, spin, s)) : List.of());
    }

    private static List<Term> terms(Section at, Section spin, double s) {
        at.oneOf("convention", CONVENTIONS);
        var found = new ArrayList<Term>();
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

    private static Term term(Section at, String key, int k, int q, double s) {
        at.check(Math.abs(q) <= k, key, DUE);
        at.check(!(k > 2 * s), key, "no coefficient with k above 2 S, which does nothing");
        return new Term(k, q, at.spread(key, Measure.ENERGY, Check.ANY));
    }

    boolean has(int k, int q) {
        return terms.stream().anyMatch(term -> is(term, k, q));
    }

    /** Zero where it is left out. */
    Uncertain kelvin(int k, int q) {
        return terms.stream()
                .filter(term -> is(term, k, q))
                .map(Term::kelvin)
                .findAny()
                .orElse(Uncertain.exact(0));
    }

    /** Those beyond D and E, as numbers in a row. */
    List<Uncertain> numbers() {
        return beyondDAndE().map(Term::kelvin).toList();
    }

    /** The same with other values. */
    List<Stevens> terms(double[] kelvin) {
        var beyond = beyondDAndE().toList();
        return IntStream.range(0, beyond.size())
                .mapToObj(i -> new Stevens(beyond.get(i).k, beyond.get(i).q, kelvin[i]))
                .toList();
    }

    private Stream<Term> beyondDAndE() {
        return terms.stream().filter(term -> !is(term, 2, 0) && !is(term, 2, 2));
    }

    private static boolean is(Term term, int k, int q) {
        return term.k == k && term.q == q;
    }
}
