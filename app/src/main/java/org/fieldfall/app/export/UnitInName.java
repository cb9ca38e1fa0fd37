package org.fieldfall.app.export;

import java.util.Map;

/**
 * A name of the summary without its unit, and the unit: {@code drift_k_per_s} is a drift in K/s.
 *
 * @param unit empty for a pure number
 */
record UnitInName(String name, String unit) {

    private static final String PER = "_per";

    private static final Map<String, String> UNITS = Map.of(
            "k", "K", "t", "T", "s", "s", "v", "V", "j", "J", "w", "W", "a", "A", "ohm", "Ohm", "kg", "kg", "mol",
            "mol");

    static UnitInName of(String whole) {
        String rest = whole;
        String unit = "";
        String last = unitAtEnd(rest);
        if (!last.isEmpty()) {
            rest = withoutLastWord(rest);
            unit = last;
            if (rest.endsWith(PER)) {
                rest = rest.substring(0, rest.length() - PER.length());
                String above = unitAtEnd(rest);
                rest = above.isEmpty() ? rest : withoutLastWord(rest);
                unit = (above.isEmpty() ? "1" : above) + "/" + last;
            }
        }
        return new UnitInName(rest, unit);
    }

    private static String unitAtEnd(String name) {
        int end = name.lastIndexOf('_');
        return end <= 0 ? "" : UNITS.getOrDefault(name.substring(end + 1), "");
    }

    private static String withoutLastWord(String name) {
        return name.substring(0, name.lastIndexOf('_'));
    }
}
