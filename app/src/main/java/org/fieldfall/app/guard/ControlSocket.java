package org.fieldfall.app.guard;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into a run for other processes of the same user: a socket of the file system that answers each line with a line.
 *
 * <p>One thread of its own serves all clients and waits for none of them: one that does not read, does not write or writes
 * too much is dropped. Where there are too many, the one that was silent longest goes, so that an EMERGENCY always gets in.
 */
final class ControlSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final String NAME = "control";
    private static final int MOST_CLIENTS = 32;
    private static final long BEAT_MILLIS = 250;

    /** The kernel's limit of a socket's path is 108 bytes with the closing zero. */
    private static final int LONGEST_PATH = 100;

    private final Path folder;
    private final Selector selector;
    private final ServerSocketChannel server;
    private final UnaryOperator<String> desk;
    private volatile boolean isClosed;

    private ControlSocket(Path folder, UnaryOperator<String> desk) throws IOException {
        this.folder = folder;
        this.desk = desk;
        this.selector = Selector.open();
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    }

    /** @param desk answers a line; on the socket's thread, so at once */
    static ControlSocket open(UnaryOperator<String> desk) {
        try {
            var socket = new ControlSocket(privateFolder(), desk);
            socket.bind();
            var thread = new Thread(socket::serve, "control socket");
            thread.setDaemon(true);
            thread.start();
            return socket;
        } catch (IOException failed) {
            throw new GuardException("the control socket cannot be opened: " + failed, failed);
        }
    }

    /** Made for its user alone (0700), where its path is short enough for a socket. */
    private static Path privateFolder() throws IOException {
        Path temp = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        Path made = Files.createTempDirectory(temp, "fieldfall-");
        if (made.resolve(NAME).toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
            return made;
        }
        Files.delete(made);
        return Files.createTempDirectory(Path.of("/tmp"), "fieldfall-");
    }

    private void bind() throws IOException {
        server.bind(UnixDomainSocketAddress.of(path()));
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-------"));
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    Path path() {
        return folder.resolve(NAME);
    }

    private void serve() {
        while (!isClosed) {
            try {
                selector.select(BEAT_MILLIS);
                selector.selectedKeys().forEach(this::serve);
                selector.selectedKeys().clear();
                long now = System.nanoTime();
                clients().stream().filter(client -> client.isLate(now)).forEach(ControlClient::drop);
            } catch (IOException | RuntimeException failed) {
                LOG.error("control socket: {}", failed.toString());
            }
        }
        clients().forEach(ControlClient::drop);
    }

    private List<ControlClient> clients() {
        return selector.keys().stream()
                .filter(SelectionKey::isValid)
                .map(SelectionKey::attachment)
                .filter(ControlClient.class::isInstance)
                .map(ControlClient.class::cast)
                .toList();
    }

    private void serve(SelectionKey key) {
        if (key.isValid() && key.isAcceptable()) {
            accept();
        } else if (key.isValid() && key.attachment() instanceof ControlClient client) {
            client.serve(key, desk);
        }
    }

    private void accept() {
        try {
            SocketChannel channel = server.accept();
            if (channel == null) {
                return;
            }
            List<ControlClient> all = clients();
            if (all.size() >= MOST_CLIENTS) {
                all.stream()
                        .min(Comparator.comparingLong(ControlClient::deadlineNanos))
                        .ifPresent(ControlClient::drop);
            }
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new ControlClient(channel));
        } catch (IOException failed) {
            LOG.warn("control socket: {}", failed.toString());
        }
    }

    /** Removes the socket and its folder, also those of a process that is gone. */
    static void clear(Path socket) {
        try {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.toAbsolutePath().resolveSibling(""));
        } catch (IOException left) {
            LOG.debug("{} is left behind: {}", socket, left.toString());
        }
    }

    @Override
    public void close() {
        isClosed = true;
        selector.wakeup();
        try {
            server.close();
        } catch (IOException failed) {
            LOG.debug("control socket: {}", failed.toString());
        }
        clear(path());
    }
}
