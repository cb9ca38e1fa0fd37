package org.fieldfall.app.live.page;

import io.javalin.http.Context;
import java.util.Optional;
import org.fieldfall.app.guard.OperatorDesk;
import org.fieldfall.app.store.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people ask of a run in progress; each act goes into the run's record with who asked for it. */
final class Acts {

    private static final Logger LOG = LoggerFactory.getLogger(Acts.class);
    private static final int LONGEST_TEXT = 2000;

    private record Said(Optional<String> text, Optional<String> guard) {}

    /** One act on a desk. */
    interface Act {
        OperatorDesk.Reply on(OperatorDesk desk, String who, String body);
    }

    private final Runs runs;
    private final Gate gate;

    Acts(Runs runs, Gate gate) {
        this.runs = runs;
        this.gate = gate;
    }

    void perform(Context asked, String name, Act act) {
        OperatorDesk desk = runs.desk(asked.pathParam("id")).orElseThrow(Refusal::noRun);
        String who = gate.guest(asked).signature();
        OperatorDesk.Reply reply = act.on(desk, who, asked.body());
        LOG.info("page: {} by {}: {}", name, who, reply.words());
        asked.status(reply.isTaken() ? 200 : 409);
        Answers.json(asked, reply);
    }

    static OperatorDesk.Reply note(OperatorDesk desk, String who, String body) {
        return desk.note(who, text(said(body)));
    }

    static OperatorDesk.Reply acknowledge(OperatorDesk desk, String who, String body) {
        Said said = said(body);
        return desk.acknowledge(said.guard.orElse(""), who, text(said));
    }

    private static Said said(String body) {
        try {
            return Optional.ofNullable(Json.parse(body, Said.class))
                    .orElseThrow(() -> new Refusal(400, "a JSON object is due"));
        } catch (IllegalArgumentException unfit) {
            throw new Refusal(400, "a JSON object is due: " + unfit.getMessage());
        }
    }

    private static String text(Said said) {
        return Answers.bounded("text", said.text.orElse(""), LONGEST_TEXT);
    }
}
