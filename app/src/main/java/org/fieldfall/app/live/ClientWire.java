package org.fieldfall.app.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.store.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The two sockets of a follower; ZeroMQ joins them again by itself when the bus comes back. Used by one thread. */
final class ClientWire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClientWire.class);
    private static final int PATIENCE_MILLIS = 2000;
    private static final int HIGH_WATER = 10_000;
    private static final int MOST_BYTES = 4 * Wire.MOST_BYTES;
    private static final int AGAIN_MILLIS = 100;
    private static final int AGAIN_AT_MOST_MILLIS = 1000;
    private static final int MOST_UNANSWERED = 3;

    /** One fresh connection of JeroMQ 0.6.0 in seventy hangs in its greeting; this makes it try again. libzmq's do not. */
    private static final int GREETING_MILLIS = 1000;

    private final String publisherAddress;
    private final String routerAddress;
    private ZContext context;
    private ZMQ.Socket subscriber;
    private ZMQ.Socket dealer;
    private volatile boolean isBroken;
    private int unanswered;
    private long asked;

    /** An answer of the router with the messages that came with it. */
    record Answer(BusAnswer head, List<Backlog.Message> messages) {}

    ClientWire(String publisher, String router) {
        this.publisherAddress = publisher;
        this.routerAddress = router;
        this.context = context();
        this.subscriber = subscriber();
        this.dealer = dealer();
    }

    private ZContext context() {
        ZContext made = new ZContext(1);
        made.setLinger(0);
        made.setNotificationExceptionHandler((thread, failure) -> broken(failure));
        made.setUncaughtExceptionHandler((thread, failure) -> broken(failure));
        return made;
    }

    private void broken(Throwable failure) {
        LOG.warn("live bus follower: its sockets broke and are made anew: {}", failure.toString());
        isBroken = true;
    }

    private ZMQ.Socket socket(SocketType type) {
        ZMQ.Socket made = context.createSocket(type);
        made.setMaxMsgSize(MOST_BYTES);
        made.setLinger(0);
        made.setRcvHWM(HIGH_WATER);
        made.setHandshakeIvl(GREETING_MILLIS);
        made.setReconnectIVL(AGAIN_MILLIS);
        made.setReconnectIVLMax(AGAIN_AT_MOST_MILLIS);
        return made;
    }

    private ZMQ.Socket subscriber() {
        ZMQ.Socket made = socket(SocketType.SUB);
        made.subscribe("ff/");
        made.connect(publisherAddress);
        return made;
    }

    private ZMQ.Socket dealer() {
        ZMQ.Socket made = socket(SocketType.DEALER);
        made.setSendTimeOut(PATIENCE_MILLIS);
        made.connect(routerAddress);
        return made;
    }

    void broken() {
        isBroken = true;
    }

    boolean isBroken() {
        return isBroken;
    }

    void mend() {
        context.close();
        isBroken = false;
        context = context();
        subscriber = subscriber();
        dealer = dealer();
    }

    /** A published message; empty if none came in time. */
    Optional<List<byte[]>> published(int withinMillis) {
        subscriber.setReceiveTimeOut(withinMillis);
        return parts(subscriber);
    }

    private static Optional<List<byte[]>> parts(ZMQ.Socket socket) {
        byte[] first = socket.recv(0);
        if (first == null) {
            return Optional.empty();
        }
        List<byte[]> all = new ArrayList<>(List.of(first));
        while (socket.hasReceiveMore()) {
            byte[] next = socket.recv(0);
            if (next != null) {
                all.add(next);
            }
        }
        return Optional.of(all);
    }

    /** Asks the router; empty if no answer to this came within 2 s. */
    Optional<Answer> ask(BusRequest question) {
        String id = String.valueOf(++asked);
        BusRequest named = new BusRequest(
                Optional.of(id),
                question.act(),
                question.token(),
                question.who(),
                question.text(),
                question.channel(),
                question.fromSeq(),
                question.toSeq());
        boolean isSent = dealer.send(Json.line(named).getBytes(StandardCharsets.UTF_8));
        Optional<Answer> answer = isSent ? answer(id) : Optional.empty();
        unanswered = answer.isPresent() ? 0 : unanswered + 1;
        if (unanswered >= MOST_UNANSWERED) {
            unanswered = 0;
            dealer.close();
            dealer = dealer();
        }
        return answer;
    }

    private Optional<Answer> answer(String id) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        for (long left = PATIENCE_MILLIS; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            dealer.setReceiveTimeOut((int) left);
            Optional<List<byte[]>> came = parts(dealer);
            if (came.isEmpty()) {
                return Optional.empty();
            }
            Optional<Answer> answer = read(came.get());
            if (answer.filter(found -> found.head().id().equals(id)).isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private static Optional<Answer> read(List<byte[]> parts) {
        try {
            BusAnswer head = Json.parse(new String(parts.get(0), StandardCharsets.UTF_8), BusAnswer.class);
            List<Backlog.Message> messages = new ArrayList<>();
            for (int i = 1; i + 1 < parts.size(); i += 2) {
                messages.add(new Backlog.Message(Unframed.header(parts.get(i)), parts.get(i + 1)));
            }
            return Optional.of(new Answer(head, messages));
        } catch (IllegalArgumentException strange) {
            LOG.debug("live bus follower: {}", strange.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
