package org.fieldfall.app.live.page;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.guard.ControlAnswer;
import org.fieldfall.app.guard.ControlLine;
import org.fieldfall.app.guard.ControlRequest;
import org.fieldfall.app.guard.GuardException;
import org.fieldfall.app.guard.OperatorDesk;
import org.fieldfall.app.guard.Standing;

/** The desk of a run in another process, by its control socket. Waits 5 s at most for an answer. */
record DistantDesk(Path socket) implements OperatorDesk {

    private static final Duration TO_ANSWER = Duration.ofSeconds(5);

    @Override
    public Reply hold(String who) {
        return ask(ControlRequest.of("hold", who));
    }

    @Override
    public Reply resume(String who) {
        return ask(ControlRequest.of("resume", who));
    }

    @Override
    public Reply stop(String who) {
        return ask(ControlRequest.of("stop", who));
    }

    @Override
    public Reply emergency(String who) {
        return ask(ControlRequest.of("emergency", who));
    }

    @Override
    public Reply acknowledge(String guard, String who, String text) {
        return ask(ControlRequest.of("ack", who, text, Optional.of(guard).filter(name -> !name.isEmpty())));
    }

    @Override
    public Reply note(String who, String text) {
        return ask(ControlRequest.of("note", who, text, Optional.empty()));
    }

    @Override
    public Standing standing() {
        return ControlLine.ask(socket, ControlRequest.status(), TO_ANSWER)
                .standing()
                .orElseGet(() -> new Standing("", "", Optional.empty(), List.of()));
    }

    private Reply ask(ControlRequest request) {
        try {
            ControlAnswer answer = ControlLine.ask(socket, request, TO_ANSWER);
            return new Reply(answer.taken(), answer.words());
        } catch (GuardException silent) {
            return new Reply(false, String.valueOf(silent.getMessage()));
        }
    }
}
