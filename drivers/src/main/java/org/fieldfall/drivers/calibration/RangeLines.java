package org.fieldfall.drivers.calibration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The lines of one fit range, turned into the range or into problems. */
final class RangeLines {

    private static final List<String> KEYS = List.of("fit type", "order", "zlower", "zupper", "lower", "upper");
    private static final int HIGHEST_ORDER = 50;

    private final int number;
    private final Map<String, String> lines;
    private final List<String> problems;
    private final int before;

    RangeLines(int number, Map<String, String> lines, List<String> problems) {
        this.number = number;
        this.lines = lines;
        this.problems = problems;
        this.before = problems.size();
    }

    /** The short name of a known key, empty for any other. */
    static String name(String key) {
        return KEYS.stream().filter(key::startsWith).findFirst().orElse("");
    }

    static int whole(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    /** Empty if anything was wrong, which is then among the problems. */
    Optional<ChebyshevRange> range() {
        boolean isLogarithmic = isLogarithmic();
        double zLower = number("zlower");
        double zUpper = number("zupper");
        double[] coefficients = coefficients();
        double lowest = lines.containsKey("lower") ? number("lower") : ohm(isLogarithmic, zLower);
        double highest = lines.containsKey("upper") ? number("upper") : ohm(isLogarithmic, zUpper);
        refuse(!(zUpper > zLower), "Z from " + zLower + " to " + zUpper + " is no range");
        refuse(!(lowest > 0 && highest > lowest), "limits of " + lowest + " to " + highest + " Ohm are none");
        double slack = 0.05 * (zUpper - zLower);
        refuse(
                z(isLogarithmic, lowest) < zLower - slack || z(isLogarithmic, highest) > zUpper + slack,
                "the limits of " + lowest + " to " + highest + " Ohm reach beyond the fit");
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new ChebyshevRange(isLogarithmic, zLower, zUpper, lowest, highest, coefficients));
    }

    private boolean isLogarithmic() {
        String type = lines.getOrDefault("fit type", "").toUpperCase(Locale.ROOT);
        refuse(!type.startsWith("LOG") && !type.startsWith("LIN"), "fit type \"" + type + "\", LOG or LIN was due");
        return type.startsWith("LOG");
    }

    private double[] coefficients() {
        int order = whole(lines.getOrDefault("order", ""));
        if (order < 1 || order > HIGHEST_ORDER) {
            refuse(true, "order \"" + lines.getOrDefault("order", "") + "\", 1 to " + HIGHEST_ORDER + " was due");
            return new double[0];
        }
        double[] coefficients = new double[order + 1];
        for (int i = 0; i <= order; i++) {
            coefficients[i] = number("c" + i);
        }
        refuse(lines.containsKey("c" + (order + 1)), "there are more coefficients than order " + order + " has");
        return coefficients;
    }

    private double number(String key) {
        try {
            return Double.parseDouble(lines.getOrDefault(key, ""));
        } catch (NumberFormatException e) {
            refuse(true, key + " is \"" + lines.getOrDefault(key, "") + "\", a number was due");
            return Double.NaN;
        }
    }

    private static double ohm(boolean isLogarithmic, double z) {
        return isLogarithmic ? Math.pow(10, z) : z;
    }

    private static double z(boolean isLogarithmic, double ohm) {
        return isLogarithmic ? Math.log10(ohm) : ohm;
    }

    private void refuse(boolean isWrong, String what) {
        if (isWrong) {
            problems.add("fit range " + number + ": " + what);
        }
    }
}
