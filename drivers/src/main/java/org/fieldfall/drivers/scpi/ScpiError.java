package org.fieldfall.drivers.scpi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of an instrument's error queue.
 *
 * @param number 0 for none, negative for the errors SCPI names, positive for the instrument's own
 */
public record ScpiError(int number, String text) {

    // Extra fields may hide in the quotes: only the first comma counts.
    private static final Pattern FORM = Pattern.compile("([+-]?\\d{1,6})\\s*,\\s*\"(.*)\"");

    static ScpiError parse(String reply) {
        Matcher form = FORM.matcher(reply);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + reply + "\" is no entry of an error queue");
        }
        return new ScpiError(Integer.parseInt(form.group(1)), form.group(2));
    }

    public boolean isNone() {
        return number == 0;
    }

    @Override
    public String toString() {
        return number + " " + text;
    }
}
