package org.fieldfall.app.live.page;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * Programs that read without signing in: they send a token with each question. Tokens that do not fit are counted as attempts
 * to sign in. Safe to share.
 */
final class Bearer {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 100;

    private final Tokens tokens;
    private final Attempts attempts;

    Bearer(Tokens tokens, Attempts attempts) {
        this.tokens = tokens;
        this.attempts = attempts;
    }

    Optional<Guest> guest(Context asked) {
        String words = Optional.ofNullable(asked.header("Authorization")).orElse("");
        if (!words.startsWith(SCHEME) || words.length() > LONGEST) {
            return Optional.empty();
        }
        if (!attempts.isLeft(asked.ip())) {
            throw new Refusal(429, "too many attempts; wait a minute");
        }
        Optional<Guest> guest =
                tokens.role(words.substring(SCHEME.length()).strip()).map(role -> new Guest(role, "", asked.ip()));
        if (guest.isEmpty()) {
            var unused = attempts.allow(asked.ip());
        }
        return guest;
    }
}
