package org.fieldfall.drivers.scpi;

import java.util.regex.Pattern;

/**
 * A question that changes nothing and whose answer cannot be taken for that of another question.
 *
 * @param answer what is found in its answer
 */
public record Probe(String query, Pattern answer) {

    /** The head of the error queue; it takes an entry off, which no caller of ours has asked for yet. */
    public static final Probe ERROR_QUEUE = new Probe("SYST:ERR?", Pattern.compile("^[+-]?\\d{1,6}\\s*,\\s*\".*\"$"));

    public Probe {
        if (query.isBlank()) {
            throw new IllegalArgumentException("a probe needs a question");
        }
    }

    /** The question all boxes of IEEE 488.2 know. */
    public static Probe identity(Pattern ownName) {
        return new Probe("*IDN?", ownName);
    }

    Reply<String> reply() {
        return Reply.line("the answer to \"" + query + "\"", this::known);
    }

    private String known(String text) {
        if (!answer.matcher(text).find()) {
            throw new IllegalArgumentException("\"" + text + "\" does not answer \"" + query + "\"");
        }
        return text;
    }
}
