package org.fieldfall.app.guard;

import java.util.Optional;
import org.fieldfall.app.store.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the lines that come by the control socket. Whatever comes, an answer goes. */
final class ControlDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ControlDesk.class);
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 2000;
    private static final String ACTS = "status, hold, resume, stop, emergency, ack or note";

    private final OperatorDesk desk;

    ControlDesk(OperatorDesk desk) {
        this.desk = desk;
    }

    String answer(String line) {
        return Json.line(answered(line));
    }

    private ControlAnswer answered(String line) {
        try {
            ControlRequest request = Json.parse(line, ControlRequest.class);
            return request == null || request.act() == null
                    ? ControlAnswer.refused("no act; due is " + ACTS)
                    : answer(request);
        } catch (IllegalArgumentException unfit) {
            return ControlAnswer.refused(String.valueOf(unfit.getMessage()));
        } catch (RuntimeException unforeseen) {
            LOG.error("control socket: {}", line, unforeseen);
            return ControlAnswer.refused("internal error: " + unforeseen);
        }
    }

    private ControlAnswer answer(ControlRequest request) {
        if (request.act().equals("status")) {
            return new ControlAnswer(true, "", Optional.of(desk.standing()));
        }
        String who = bounded("who", request.who().orElse(""), LONGEST_NAME);
        OperatorDesk.Reply reply = switch (request.act()) {
            case "hold" -> desk.hold(who);
            case "resume" -> desk.resume(who);
            case "stop" -> desk.stop(who);
            case "emergency" -> desk.emergency(who);
            case "ack" -> desk.acknowledge(request.guard().orElse(""), who, text(request));
            case "note" -> desk.note(who, text(request));
            default -> new OperatorDesk.Reply(false, "no act \"" + request.act() + "\"; due is " + ACTS);
        };
        return new ControlAnswer(reply.isTaken(), reply.words(), Optional.of(desk.standing()));
    }

    private static String text(ControlRequest request) {
        return bounded("text", request.text().orElse(""), LONGEST_TEXT);
    }

    private static String bounded(String what, String words, int longest) {
        if (words.isBlank() || words.length() > longest) {
            throw new IllegalArgumentException(
                    what + ": came " + words.length() + " characters, due are 1 to " + longest);
        }
        return words;
    }
}
