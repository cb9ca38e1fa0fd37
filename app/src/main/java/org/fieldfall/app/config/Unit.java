package org.fieldfall.app.config;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * A unit as the SI knows it.
 *
 * @param scale how many SI units one of this is
 */
record Unit(double scale, Dimension dimension) {

    private static final Map<String, Double> PREFIXES =
            Map.of("p", 1e-12, "n", 1e-9, "u", 1e-6, "m", 1e-3, "c", 1e-2, "k", 1e3, "M", 1e6);

    private static final Map<String, Unit> PREFIXABLE = Map.ofEntries(
            entry("g", new Unit(1e-3, new Dimension(1, 0, 0, 0, 0, 0))),
            entry("m", new Unit(1, new Dimension(0, 1, 0, 0, 0, 0))),
            entry("s", new Unit(1, new Dimension(0, 0, 1, 0, 0, 0))),
            entry("A", new Unit(1, new Dimension(0, 0, 0, 1, 0, 0))),
            entry("K", new Unit(1, new Dimension(0, 0, 0, 0, 1, 0))),
            entry("mol", new Unit(1, new Dimension(0, 0, 0, 0, 0, 1))),
            entry("T", new Unit(1, new Dimension(1, 0, -2, -1, 0, 0))),
            entry("G", new Unit(1e-4, new Dimension(1, 0, -2, -1, 0, 0))),
            entry("J", new Unit(1, new Dimension(1, 2, -2, 0, 0, 0))),
            entry("W", new Unit(1, new Dimension(1, 2, -3, 0, 0, 0))),
            entry("V", new Unit(1, new Dimension(1, 2, -3, -1, 0, 0))),
            entry("Ohm", new Unit(1, new Dimension(1, 2, -3, -2, 0, 0))),
            entry("H", new Unit(1, new Dimension(1, 2, -2, -2, 0, 0))));

    private static final Dimension ENERGY = new Dimension(1, 2, -2, 0, 0, 0);
    private static final Dimension FREQUENCY = new Dimension(0, 0, -1, 0, 0, 0);
    private static final Dimension ANGLE = new Dimension(0, 0, 0, 0, 0, 0, 1);

    /** Giga and tera are no prefixes here: gauss and tesla have their letters. */
    private static final Map<String, Unit> PLAIN = Map.ofEntries(
            entry("min", new Unit(60, new Dimension(0, 0, 1, 0, 0, 0))),
            entry("h", new Unit(3600, new Dimension(0, 0, 1, 0, 0, 0))),
            entry("eV", new Unit(1.602176634e-19, ENERGY)),
            entry("meV", new Unit(1.602176634e-22, ENERGY)),
            entry("ueV", new Unit(1.602176634e-25, ENERGY)),
            entry("Hz", new Unit(1, FREQUENCY)),
            entry("kHz", new Unit(1e3, FREQUENCY)),
            entry("MHz", new Unit(1e6, FREQUENCY)),
            entry("GHz", new Unit(1e9, FREQUENCY)),
            entry("THz", new Unit(1e12, FREQUENCY)),
            entry("rad", new Unit(1, ANGLE)),
            entry("deg", new Unit(Math.PI / 180, ANGLE)),
            entry("%", new Unit(1e-2, Dimension.NONE)),
            entry("ppm", new Unit(1e-6, Dimension.NONE)));

    static final Unit ONE = new Unit(1, Dimension.NONE);

    /** The unit of one symbol with or without a prefix: {@code K}, {@code mT}, {@code min}. */
    static Optional<Unit> named(String symbol) {
        var whole = PLAIN.getOrDefault(symbol, PREFIXABLE.get(symbol));
        return whole != null ? Optional.of(whole) : prefixed(symbol);
    }

    private static Optional<Unit> prefixed(String symbol) {
        if (symbol.length() < 2) {
            return Optional.empty();
        }
        var prefix = Optional.ofNullable(PREFIXES.get(symbol.substring(0, 1)));
        var rest = Optional.ofNullable(PREFIXABLE.get(symbol.substring(1)));
        return prefix.flatMap(scale -> rest.map(unit -> new Unit(scale * unit.scale, unit.dimension)));
    }

    Unit times(Unit other) {
        return new Unit(scale * other.scale, dimension.times(other.dimension));
    }

    Unit power(int n) {
        return new Unit(Math.pow(scale, n), dimension.power(n));
    }
}
