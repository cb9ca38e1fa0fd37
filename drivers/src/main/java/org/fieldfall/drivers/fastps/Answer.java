package org.fieldfall.drivers.fastps;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Reply;

/**
 * What a FAST-PS answers: done, a value, or a refusal with its number. Units differ in blanks, in {@code #ACK} for {@code
 * #AK} and in the name before a value, so no more is asked of them; a refusal is never read as a value.
 *
 * @param refusal number of a refusal, 0 if there is none
 * @param value empty for a refusal
 */
record Answer<T>(int refusal, Optional<T> value) {

    private static final Pattern DONE = Pattern.compile("#\\s*AC?K");
    private static final Pattern REFUSED = Pattern.compile("#\\s*NA?C?K\\s*:?\\s*(\\d{1,2})");
    private static final Pattern LAST = Pattern.compile("#[^#]*:([^:#]+)");
    private static final Pattern NAMED = Pattern.compile("#[^#:]*:([^#]*)");

    /** Answers to commands. */
    static final Reply<Answer<Boolean>> ACKNOWLEDGED = Reply.line("#AK", text -> read(text, Answer::done));

    /** @param reader throws {@link IllegalArgumentException} for what is no such value */
    static <T> Reply<Answer<T>> of(String due, Function<String, T> reader) {
        return Reply.line(due, text -> read(text, whole -> reader.apply(last(whole))));
    }

    /** As {@link #of}, the reader gets all that follows the first colon. */
    static <T> Reply<Answer<T>> whole(String due, Function<String, T> reader) {
        return Reply.line(due, text -> read(text, whole -> reader.apply(named(whole))));
    }

    private static <T> Answer<T> read(String text, Function<String, T> reader) {
        Matcher refused = REFUSED.matcher(text);
        return refused.matches()
                ? new Answer<>(Integer.parseInt(refused.group(1)), Optional.empty())
                : new Answer<>(0, Optional.of(reader.apply(text)));
    }

    private static boolean done(String text) {
        if (!DONE.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" says neither done nor refused");
        }
        return true;
    }

    private static String last(String text) {
        return found(LAST, text);
    }

    private static String named(String text) {
        return found(NAMED, text);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" has no value behind a name");
        }
        return matcher.group(1).strip();
    }
}
