package org.fieldfall.simulator.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A box behind a TCP port of the loopback interface, one client at a time; others wait to be accepted. */
public final class SocketLine implements Line {

    private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);
    private static final int ACCEPT_MILLIS = 100;

    private final Box box;
    private final int longestLine;
    private final int port;
    private Optional<Listener> listener;

    private SocketLine(Box box, int longestLine) throws IOException {
        this.box = box;
        this.longestLine = longestLine;
        Listener first = new Listener(0);
        this.listener = Optional.of(first);
        this.port = first.server.getLocalPort();
    }

    public static SocketLine open(Box box, int longestLine) throws IOException {
        return new SocketLine(box, longestLine);
    }

    /** The port it listens on, on the loopback address. */
    public int port() {
        return port;
    }

    @Override
    public String resource() {
        return String.format(Locale.ROOT, "TCPIP0::127.0.0.1::%d::SOCKET", port);
    }

    @Override
    public synchronized void unplug() {
        listener.ifPresent(Listener::close);
        listener = Optional.empty();
    }

    @Override
    public synchronized void plug() throws IOException {
        if (listener.isEmpty()) {
            listener = Optional.of(new Listener(port));
        }
    }

    @Override
    public void close() {
        unplug();
    }

    /** The open port with the thread that serves it. */
    private final class Listener {

        private final ServerSocket server = new ServerSocket();
        private final LineThread thread;
        private volatile Optional<Socket> talking = Optional.empty();

        Listener(int wantedPort) throws IOException {
            server.setSoTimeout(ACCEPT_MILLIS);
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wantedPort));
            this.thread = new LineThread("tcp-" + server.getLocalPort(), this::serve);
            thread.start();
        }

        /** A client's connection is reset. */
        void close() {
            talking.ifPresent(this::resetOnClose);
            if (!thread.end()) {
                LOG.warn("pretended port {} is cut off in the middle of an answer", server.getLocalPort());
            }
            talking.ifPresent(this::close);
            close(server);
        }

        private void resetOnClose(Socket client) {
            try {
                client.setSoLinger(true, 0);
            } catch (IOException e) {
                LOG.debug("client of port {} left before: {}", server.getLocalPort(), e.getMessage());
            }
        }

        private void close(Closeable socket) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.warn("pretended port {} did not close: {}", server.getLocalPort(), e.getMessage());
            }
        }

        private void serve() throws IOException, InterruptedException {
            while (thread.isOpen()) {
                try (Socket client = server.accept()) {
                    talking = Optional.of(client);
                    client.setTcpNoDelay(true);
                    talk(client);
                } catch (SocketTimeoutException e) {
                    LOG.trace("nobody on port {} yet", server.getLocalPort());
                }
            }
        }

        private void talk(Socket client) throws InterruptedException {
            try {
                new Session(new SocketPort(client), box, new LineFraming(longestLine, box), 0).run(thread::isOpen);
            } catch (IOException e) {
                LOG.debug("client of port {} left: {}", server.getLocalPort(), e.getMessage());
            }
        }
    }

    private record SocketPort(Socket socket) implements Port {

        @Override
        public int read(byte[] into, int waitMillis) throws IOException {
            socket.setSoTimeout(waitMillis);
            try {
                return socket.getInputStream().read(into);
            } catch (SocketTimeoutException e) {
                return 0;
            }
        }

        /** A client that has left is found by {@link #read}. */
        @Override
        public boolean isAttended() {
            return true;
        }

        @Override
        public void write(byte[] bytes, int from, int to) throws IOException {
            socket.getOutputStream().write(bytes, from, to - from);
        }
    }
}
