package org.fieldfall.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The two sockets of the bus, on loopback alone. Used by one thread.
 *
 * <p>JeroMQ 0.6.0 stops for good when a peer sends a frame with an impossible length (its issue 1005). The size limit turns
 * most of them away; what gets through is told to the context's handlers, and {@link #mend} builds everything anew on the
 * same ports. Subscribers join again by themselves.
 */
final class Wire implements AutoCloseable {

    static final int MOST_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final int HIGH_WATER = 1000;
    private static final String LOOPBACK = "tcp://127.0.0.1:";

    private ZContext context;
    private ZMQ.Socket publisher;
    private ZMQ.Socket router;
    private final int publisherPort;
    private final int routerPort;
    private volatile boolean isBroken;
    private int mended;

    /**
     * @param port of the publisher, the router takes the next one; 0 for any two
     * @throws ZMQException if a port is taken
     */
    Wire(int port) {
        context = context();
        publisher = socket(SocketType.PUB);
        router = socket(SocketType.ROUTER);
        try {
            publisherPort = bound(publisher, port);
            routerPort = bound(router, port == 0 ? 0 : port + 1);
        } catch (ZMQException taken) {
            context.close();
            throw taken;
        }
    }

    private ZContext context() {
        ZContext made = new ZContext(1);
        made.setLinger(0);
        made.setNotificationExceptionHandler((thread, failure) -> broken(failure));
        made.setUncaughtExceptionHandler((thread, failure) -> broken(failure));
        return made;
    }

    private void broken(Throwable failure) {
        LOG.warn("live bus: a peer's bytes broke the sockets, they are made anew: {}", failure.toString());
        isBroken = true;
    }

    private ZMQ.Socket socket(SocketType type) {
        ZMQ.Socket made = context.createSocket(type);
        made.setMaxMsgSize(MOST_BYTES);
        made.setLinger(0);
        made.setSndHWM(HIGH_WATER);
        made.setRcvHWM(HIGH_WATER);
        made.setSendTimeOut(0);
        return made;
    }

    private static int bound(ZMQ.Socket socket, int port) {
        if (port == 0) {
            return socket.bindToRandomPort("tcp://127.0.0.1");
        }
        if (!socket.bind(LOOPBACK + port)) {
            throw new ZMQException("port " + port + " cannot be bound", socket.errno());
        }
        return port;
    }

    String publisherAddress() {
        return LOOPBACK + publisherPort;
    }

    String routerAddress() {
        return LOOPBACK + routerPort;
    }

    void publish(Frame frame) {
        publisher.sendMore(frame.topic());
        publisher.sendMore(frame.header());
        publisher.send(frame.payload());
    }

    /** A message to the router, envelope first; empty if none waits. */
    Optional<List<byte[]>> asked() {
        byte[] first = router.recv(ZMQ.DONTWAIT);
        if (first == null) {
            return Optional.empty();
        }
        List<byte[]> parts = new ArrayList<>(List.of(first));
        while (router.hasReceiveMore()) {
            byte[] next = router.recv(ZMQ.DONTWAIT);
            if (next != null) {
                parts.add(next);
            }
        }
        return Optional.of(parts);
    }

    /** Sends what fits into the peer's queue; a peer that is gone or does not read loses it. */
    void answer(List<byte[]> parts) {
        for (int i = 0; i < parts.size(); i++) {
            router.send(parts.get(i), (i < parts.size() - 1 ? ZMQ.SNDMORE : 0) | ZMQ.DONTWAIT);
        }
    }

    boolean isBroken() {
        return isBroken;
    }

    /** How often the sockets were made anew. */
    int mended() {
        return mended;
    }

    /** @throws ZMQException if the ports are not free yet; to be tried again */
    void mend() {
        context.close();
        isBroken = false;
        context = context();
        publisher = socket(SocketType.PUB);
        router = socket(SocketType.ROUTER);
        try {
            int publishing = bound(publisher, publisherPort);
            int routing = bound(router, routerPort);
            mended++;
            LOG.info("live bus: again on ports {} and {}", publishing, routing);
        } catch (ZMQException taken) {
            isBroken = true;
            throw taken;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
