package org.fieldfall.app.live.page;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.fieldfall.app.live.view.RunView;
import org.fieldfall.app.store.Json;

/** Watching by WebSocket. */
final class Socket {

    private static final int LONGEST_QUESTION = 4096;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final int NO_RUN = 4404;
    private static final int FULL = 4429;

    private record Question(Optional<String> ask, int id, Optional<String> series, double from, double to, int most) {}

    private final Runs runs;
    private final Viewers viewers;

    Socket(Runs runs, Viewers viewers) {
        this.runs = runs;
        this.viewers = viewers;
    }

    void serve(WsConfig socket) {
        socket.onConnect(this::begin);
        socket.onMessage(said -> hear(said.sessionId(), said.message()));
        socket.onBinaryMessage(said -> said.closeSession(1003, "text is due"));
        socket.onClose(closed -> viewers.remove(closed.sessionId()));
        socket.onError(failed -> viewers.remove(failed.sessionId()));
    }

    private void begin(WsConnectContext connected) {
        Session session = connected.session;
        session.setIdleTimeout(IDLE);
        session.setMaxTextMessageSize(LONGEST_QUESTION);
        session.setMaxBinaryMessageSize(LONGEST_QUESTION);
        Optional<RunView> view = runs.view(connected.pathParam("id"));
        if (view.isEmpty()) {
            connected.closeSession(NO_RUN, "there is no such run");
        } else if (!viewers.add(connected.sessionId(), view.get(), new ToSession(session))) {
            connected.closeSession(FULL, "too many are watching");
        }
    }

    private void hear(String key, String words) {
        try {
            Question question = Json.parse(words, Question.class);
            if (question != null && question.ask.orElse("").equals("points")) {
                viewers.ask(
                        key,
                        new Viewer.Ask(
                                question.id, question.series.orElse(""), question.from, question.to, question.most));
            }
        } catch (IllegalArgumentException unfit) {
            // A browser of ours asks nothing else; what others say is of no account.
            viewers.ask(key, new Viewer.Ask(0, "", 0, 0, 0));
        }
    }

    private record ToSession(Session session) implements Line {
        @Override
        public boolean isOpen() {
            return session.isOpen();
        }

        @Override
        public void text(String message, Runnable done) {
            session.sendText(message, Callback.from(done, failed -> done.run()));
        }

        @Override
        public void binary(ByteBuffer message, Runnable done) {
            session.sendBinary(message, Callback.from(done, failed -> done.run()));
        }

        @Override
        public void cut() {
            session.disconnect();
        }
    }
}
