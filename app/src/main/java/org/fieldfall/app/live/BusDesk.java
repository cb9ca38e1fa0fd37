package org.fieldfall.app.live;

import java.util.Optional;
import org.fieldfall.app.guard.OperatorDesk;

/** Takes the acts of operators that come by the bus; each needs the token. */
final class BusDesk {

    static final String ACTS = "channels, history, hold, resume, stop, emergency or note";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 2000;

    private final OperatorDesk desk;
    private final TokenGate gate;

    BusDesk(OperatorDesk desk, TokenGate gate) {
        this.desk = desk;
        this.gate = gate;
    }

    /**
     * @param peer that the router knows the asker by
     * @throws IllegalArgumentException if a word is missing or too long
     */
    OperatorDesk.Reply act(String peer, BusRequest asked) {
        TokenGate.Verdict verdict =
                asked.token().map(words -> gate.show(peer, words)).orElse(TokenGate.Verdict.WRONG);
        if (verdict == TokenGate.Verdict.TOO_MANY) {
            return new OperatorDesk.Reply(false, "not taken: too many wrong tokens came, ask again in some seconds");
        } else if (verdict == TokenGate.Verdict.WRONG) {
            return new OperatorDesk.Reply(false, "not taken: the operator's token is due, printed when the run began");
        }
        String who = bounded("who", asked.who(), LONGEST_NAME);
        return switch (asked.act().orElse("")) {
            case "hold" -> desk.hold(who);
            case "resume" -> desk.resume(who);
            case "stop" -> desk.stop(who);
            case "emergency" -> desk.emergency(who);
            case "note" -> desk.note(who, bounded("text", asked.text(), LONGEST_TEXT));
            default -> new OperatorDesk.Reply(false, "no act \"" + asked.act().orElse("") + "\"; due is " + ACTS);
        };
    }

    private static String bounded(String what, Optional<String> given, int longest) {
        String words = given.orElse("");
        if (words.isBlank() || words.length() > longest) {
            throw new IllegalArgumentException(
                    what + ": came " + words.length() + " characters, due are 1 to " + longest);
        }
        return words;
    }
}
