package org.fieldfall.app.live.page;

import io.javalin.http.Context;
import java.util.Optional;
import org.fieldfall.app.guard.OperatorDesk;
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
        String id = asked.pathParam("id");
        OperatorDesk desk = runs.desk(id)
                .orElseThrow(() -> runs.folder(id)
                        .map(stored ->
                                new Refusal(409, "this run is not in progress: it is over, or its process was killed"))
                        .orElseGet(Refusal::noRun));
        String who = gate.guest(asked).signature();
        OperatorDesk.Reply reply = act.on(desk, who, asked.body());
        LOG.info("page: {} by {}: {}", name, who, reply.words());
        asked.status(reply.isTaken() ? 200 : 409);
        Answers.json(asked, reply);
    }

    static OperatorDesk.Reply note(OperatorDesk desk, String who, String body) {
        return desk.note(who, text(Answers.read(body, Said.class)));
    }

    static OperatorDesk.Reply acknowledge(OperatorDesk desk, String who, String body) {
        Said said = Answers.read(body, Said.class);
        return desk.acknowledge(said.guard.orElse(""), who, text(said));
    }

    private static String text(Said said) {
        return Answers.bounded("text", said.text.orElse(""), LONGEST_TEXT);
    }
}
