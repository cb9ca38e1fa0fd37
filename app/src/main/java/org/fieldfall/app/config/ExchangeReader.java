package org.fieldfall.app.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fieldfall.app.config.SpinConfig.Coupling;
import org.fieldfall.app.config.SpinConfig.Ion;

/** The section {@code exchange} of a cluster. Its convention has to be said: three are in use, two of them with other signs. */
final class ExchangeReader {

    /** What a J has to be multiplied by to be that of + J S·S. */
    private static final Map<String, Double> CONVENTIONS = Map.of("+J S.S", 1.0, "-J S.S", -1.0, "-2J S.S", -2.0);

    private final List<String> names;
    private final List<Coupling> found = new ArrayList<>();

    private ExchangeReader(List<Ion> ions) {
        names = ions.stream().map(Ion::name).toList();
    }

    static List<Coupling> couplings(Section at, List<Ion> ions) {
        var reader = new ExchangeReader(ions);
        var factor = at.oneOf("convention", CONVENTIONS).orElse(1.0);
        at.someOf("couplings", inside -> reader.read(inside, factor));
        return reader.found;
    }

    private Coupling read(Section at, double factor) {
        var pair = at.text("between", "the names of two ions, like " + example(), this::checked);
        var j = at.quantity("J", Measure.ENERGY);
        var coupling = coupling(pair, factor * j);
        if (!pair.isEmpty()) {
            found.stream()
                    .filter(other -> isSamePair(other, coupling))
                    .findFirst()
                    .ifPresent(other -> {
                        var isSame = other.jKelvin() == coupling.jKelvin();
                        at.refuse(
                                "between",
                                '"' + pair + (isSame ? "\" again" : "\" again with another J"),
                                "each pair once, whichever ion comes first");
                    });
        }
        found.add(coupling);
        return coupling;
    }

    private String checked(String text) {
        var pair = parts(text);
        if (pair.size() != 2) {
            throw new UnfitValueException("not two names with a comma between them");
        }
        for (var name : pair) {
            if (!names.contains(name)) {
                throw new UnfitValueException("no ion " + name + nearest(name));
            }
        }
        if (pair.get(0).equals(pair.get(1))) {
            throw new UnfitValueException("an ion with itself");
        }
        return text;
    }

    private String nearest(String name) {
        return Nearest.to(name, names).map(word -> ", nearest: " + word).orElse("");
    }

    private String example() {
        return names.size() < 2 ? "Cu1, Cu2" : names.get(0) + ", " + names.get(1);
    }

    /** A stand-in for what could not be read. */
    private Coupling coupling(String pair, double jKelvin) {
        var parts = parts(pair);
        return parts.size() == 2
                ? new Coupling(names.indexOf(parts.get(0)), names.indexOf(parts.get(1)), jKelvin)
                : new Coupling(-1, -1, jKelvin);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static boolean isSamePair(Coupling one, Coupling other) {
        return Math.min(one.first(), one.second()) == Math.min(other.first(), other.second())
                && Math.max(one.first(), one.second()) == Math.max(other.first(), other.second());
    }
}
