package org.fieldfall.simulator.scpi;

import java.util.List;
import java.util.Locale;

/** What stands behind a header, split at the commas; trimmed, as it was sent otherwise. */
public record Arguments(List<String> words) {

    private static final int LONGEST_NUMBER = 64;

    public Arguments {
        words = List.copyOf(words);
    }

    static Arguments parse(String text) {
        return text.isEmpty() ? new Arguments(List.of()) : new Arguments(List.of(text.split("\\s*,\\s*", -1)));
    }

    public int size() {
        return words.size();
    }

    /** The one argument there must be, in upper case. */
    public String word() {
        if (words.isEmpty() || words.get(0).isEmpty()) {
            throw ScpiFault.missingParameter();
        }
        atMost(1);
        return words.get(0).toUpperCase(Locale.ROOT);
    }

    public void atMost(int count) {
        if (words.size() > count) {
            throw ScpiFault.parameterNotAllowed();
        }
    }

    /** ON, OFF or a number, of which only 0 is off. */
    public boolean isOn() {
        String word = word();
        return word.equals("ON") || (!word.equals("OFF") && Math.rint(number(word)) != 0);
    }

    public double number() {
        return number(word());
    }

    public int integer(int least, int most) {
        double value = Math.rint(number());
        if (value < least || value > most) {
            throw ScpiFault.outOfRange();
        }
        return (int) value;
    }

    /** A decimal number with or without exponent. */
    public static double number(String word) {
        if (word.length() > LONGEST_NUMBER || !word.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,5})?")) {
            throw new ScpiFault(-104, "Data type error");
        }
        return Double.parseDouble(word);
    }

    /** Whether a word is the short or the long form of a keyword such as {@code MINimum}. */
    public static boolean means(String word, String keyword) {
        return word.equalsIgnoreCase(keyword) || word.equalsIgnoreCase(shortForm(keyword));
    }

    /** The capitals of a keyword. */
    public static String shortForm(String keyword) {
        return keyword.replaceAll("[a-z]", "");
    }
}
