package org.fieldfall.drivers.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.LineLostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A raw TCP socket, such as port 5025 of a meter. */
public final class TcpTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(TcpTransport.class);
    private static final int TICK_MILLIS = 100;

    private final String who;
    private final Pump pump;

    private TcpTransport(String who, Pump pump) {
        this.who = who;
        this.pump = pump;
    }

    /**
     * @param who role or instrument, the resource name is added to it
     * @throws LineLostException if nobody answers there in time
     */
    public static TcpTransport open(String who, ResourceName.Tcp resource, Duration within) {
        String name = who + " (" + resource + ")";
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(
                    new InetSocketAddress(resource.host(), resource.port()), (int) Math.max(1, within.toMillis()));
            socket.setSoTimeout(TICK_MILLIS);
            var pump = new Pump(name, new SocketPort(socket));
            pump.start();
            return new TcpTransport(name, pump);
        } catch (IOException e) {
            close(socket);
            throw new LineLostException(name, "could not connect within " + within.toMillis() + " ms: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof UnknownHostException ? "unknown host " + e.getMessage() : String.valueOf(e.getMessage());
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing a socket failed", e);
        }
    }

    @Override
    public String who() {
        return who;
    }

    @Override
    public void write(byte[] bytes, Duration within) {
        pump.write(bytes, within);
    }

    @Override
    public byte[] read(Duration within) throws InterruptedException {
        return pump.read(within);
    }

    @Override
    public void onLost(Consumer<String> heard) {
        pump.onLost(heard);
    }

    @Override
    public void close() {
        pump.close();
    }

    private static final class SocketPort implements RawPort {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        SocketPort(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        @Override
        public int read(byte[] into) throws IOException {
            try {
                return in.read(into);
            } catch (SocketTimeoutException nothingCame) {
                return 0;
            }
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        @Override
        public void close() {
            TcpTransport.close(socket);
        }
    }
}
