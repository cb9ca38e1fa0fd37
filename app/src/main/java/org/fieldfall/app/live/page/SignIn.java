package org.fieldfall.app.live.page;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lets in whoever shows a token, and says who somebody is. */
final class SignIn {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TOKEN = 100;

    private record Shown(Optional<String> token, Optional<String> name) {}

    private final Tokens tokens;
    private final Attempts attempts;
    private final Gate gate;
    private final Runs runs;

    SignIn(Tokens tokens, Attempts attempts, Gate gate, Runs runs) {
        this.tokens = tokens;
        this.attempts = attempts;
        this.gate = gate;
        this.runs = runs;
    }

    void enter(Context asked) {
        if (!attempts.allow(asked.ip())) {
            throw new Refusal(429, "too many attempts; wait a minute");
        }
        Shown shown = Answers.body(asked, Shown.class);
        String words =
                shown.token.filter(token -> token.length() <= LONGEST_TOKEN).orElse("");
        Role role = tokens.role(words).orElseThrow(() -> new Refusal(401, "this token is not, or no longer, valid"));
        String name = shown.name.map(String::strip).orElse("");
        if (role == Role.OPERATOR && name.isEmpty()) {
            Answers.json(asked, Map.of("role", Role.ANYONE.word(), "who", "", "needs_name", true));
            return;
        }
        if (!name.isEmpty()) {
            name = Answers.bounded("your name, for the record", name, LONGEST_NAME);
        }
        gate.letIn(asked, role, name);
        tell(asked, new Guest(role, name, asked.ip()));
    }

    void leave(Context asked) {
        gate.leave(asked);
        tell(asked, Guest.unknown(asked.ip()));
    }

    void who(Context asked) {
        tell(asked, gate.guest(asked));
    }

    private void tell(Context asked, Guest guest) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("role", guest.role().word());
        told.put("who", guest.who());
        if (guest.role() != Role.ANYONE) {
            told.put("own_run", runs.own().orElse(""));
        }
        Answers.json(asked, told);
    }
}
