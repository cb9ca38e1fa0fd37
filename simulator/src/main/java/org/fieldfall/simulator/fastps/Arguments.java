package org.fieldfall.simulator.fastps;

import java.util.List;
import java.util.regex.Pattern;

/** What stands behind a command, between colons. */
record Arguments(List<String> words) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,9}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2})?");

    Arguments {
        words = List.copyOf(words);
    }

    static double number(String word) {
        if (!NUMBER.matcher(word).matches()) {
            throw new Nak(Nak.NOT_A_NUMBER);
        }
        return Double.parseDouble(word);
    }

    int size() {
        return words.size();
    }

    boolean isQuestion() {
        return words.size() == 1 && words.get(0).equals("?");
    }

    /** The word at a place, in capitals as every word is. */
    String word(int place) {
        if (place >= words.size()) {
            throw new Nak(Nak.TOO_FEW_ARGUMENTS);
        }
        return words.get(place);
    }

    /** The one word there is. */
    String only() {
        most(1);
        return word(0);
    }

    double onlyNumber() {
        return number(only());
    }

    /** A whole number. */
    long count(int place, long from, long to) {
        double value = number(word(place));
        if (value != Math.rint(value) || value < from || value > to) {
            throw new Nak(Nak.INDEX_RANGE);
        }
        return (long) value;
    }

    void most(int arguments) {
        if (words.size() > arguments) {
            throw new Nak(Nak.UNKNOWN_PARAMETER);
        }
    }
}
