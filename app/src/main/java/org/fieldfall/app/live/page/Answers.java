package org.fieldfall.app.live.page;

import io.javalin.http.Context;
import org.fieldfall.app.store.Json;

/** JSON in and out. */
final class Answers {

    private Answers() {}

    static void json(Context asked, Object value) {
        raw(asked, Json.line(value));
    }

    static void raw(Context asked, String json) {
        asked.contentType("application/json; charset=utf-8").result(json);
    }

    static <T> T body(Context asked, Class<T> kind) {
        return read(asked.body(), kind);
    }

    /** Says what is due, not what the reader of JSON thinks of it: that would name classes. */
    static <T> T read(String body, Class<T> kind) {
        Refusal unfit = new Refusal(400, "the body: due is a JSON object whose values are text");
        try {
            T found = Json.parse(body, kind);
            if (found == null) {
                throw unfit;
            }
            return found;
        } catch (IllegalArgumentException malformed) {
            throw unfit;
        }
    }

    /** @return the text without blanks around it */
    static String bounded(String what, String text, int longest) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > longest || words.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(
                    422, what + ": came " + words.length() + " characters, due are 1 to " + longest + " in one line");
        }
        return words;
    }
}
