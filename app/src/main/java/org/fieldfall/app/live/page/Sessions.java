package org.fieldfall.app.live.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.live.Token;

/** Those who have signed in, by the digest of what their cookie says. Bounded: the oldest goes first. Safe to share. */
final class Sessions {

    static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST = 256;

    private record Session(Role role, String who, Instant until) {}

    private final InstantSource clock;
    private final Map<String, Session> open = new LinkedHashMap<>();

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** @return what the cookie has to say */
    synchronized String begin(Role role, String who) {
        while (open.size() >= MOST) {
            open.remove(open.keySet().iterator().next());
        }
        String words = Token.random();
        open.put(Token.digestOf(words), new Session(role, who, clock.instant().plus(LONGEST)));
        return words;
    }

    synchronized Optional<Guest> guest(String words, String address) {
        return Optional.ofNullable(open.get(Token.digestOf(words)))
                .filter(session -> clock.instant().isBefore(session.until))
                .map(session -> new Guest(session.role, session.who, address));
    }

    synchronized void end(String words) {
        open.remove(Token.digestOf(words));
    }

    synchronized int size() {
        return open.size();
    }
}
