package org.fieldfall.app.live.page;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** Dry runs that are planned and started from the page. */
final class DryRuns {

    private record Asked(Optional<String> protocol, Optional<String> sample, Optional<String> rig) {}

    private final Starter starter;
    private final Gate gate;

    DryRuns(Starter starter, Gate gate) {
        this.starter = starter;
        this.gate = gate;
    }

    void choices(Context asked) {
        Answers.json(asked, starter.choices());
    }

    void plan(Context asked) {
        try {
            Answers.raw(asked, starter.plan(choice(asked)));
        } catch (IllegalArgumentException unfit) {
            throw new Refusal(422, String.valueOf(unfit.getMessage()));
        }
    }

    void start(Context asked) {
        try {
            String words = starter.start(choice(asked), gate.guest(asked).who());
            Answers.json(asked.status(202), Map.of("words", words));
        } catch (IllegalArgumentException unfit) {
            throw new Refusal(422, String.valueOf(unfit.getMessage()));
        }
    }

    private static Starter.Choice choice(Context asked) {
        Asked body = Answers.body(asked, Asked.class);
        return new Starter.Choice(
                body.protocol.orElse(""),
                body.sample.filter(name -> !name.isEmpty()),
                body.rig.filter(name -> !name.isEmpty()));
    }
}
