package org.fieldfall.app.guard;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import org.fieldfall.app.store.Json;

/** Asks a run by its control socket, within a deadline. */
public final class ControlLine {

    private static final int LONGEST_ANSWER = 65_536;
    private static final long PAUSE_MILLIS = 20;

    private ControlLine() {}

    /** @throws GuardException if no answer came in time, or one that cannot be read */
    public static ControlAnswer ask(Path socket, ControlRequest request, Duration within) {
        String line = "";
        long end = System.nanoTime() + within.toNanos();
        refuseForeign(socket);
        try (var channel = connected(socket, end);
                var selector = Selector.open()) {
            var key = channel.register(selector, SelectionKey.OP_WRITE);
            send(key, selector, Json.line(request) + "\n", end);
            line = received(key, selector, end);
            return Json.parse(line, ControlAnswer.class);
        } catch (IOException failed) {
            throw new GuardException(
                    "control socket " + socket + ": " + failed.getMessage() + ", asked \"" + request.act()
                            + "\" and expected an answer within " + within.toMillis() + " ms",
                    failed);
        } catch (IllegalArgumentException unfit) {
            throw new GuardException(
                    "control socket " + socket + ": asked \"" + request.act() + "\", came \"" + line
                            + "\", due is an answer in JSON",
                    unfit);
        }
    }

    /** Where it lies is told by a file that anybody may write to: an act must not be taken by somebody else's socket. */
    private static void refuseForeign(Path socket) {
        String user = System.getProperty("user.name", "");
        try {
            String owner = Files.getOwner(socket, LinkOption.NOFOLLOW_LINKS).getName();
            if (!owner.equals(user) && !user.equals("root")) {
                throw new GuardException("control socket " + socket + " belongs to " + owner + "; only " + owner
                        + " can operate this run");
            }
        } catch (IOException gone) {
            throw new GuardException("control socket " + socket + " is not there; the run may be over", gone);
        }
    }

    /** A socket of the file system connects at once or has too many before it; then it takes a new one to try again. */
    private static SocketChannel connected(Path socket, long end) throws IOException {
        IOException last;
        do {
            var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.configureBlocking(false);
                channel.connect(UnixDomainSocketAddress.of(socket));
                return channel;
            } catch (IOException refused) {
                channel.close();
                if (!String.valueOf(refused.getMessage()).contains("unavailable")) {
                    throw refused;
                }
                last = refused;
            }
            pause();
        } while (System.nanoTime() < end);
        throw last;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static void send(SelectionKey key, Selector selector, String text, long end) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            await(selector, end);
            ((SocketChannel) key.channel()).write(bytes);
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    private static String received(SelectionKey key, Selector selector, long end) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST_ANSWER);
        while (bytes.position() == 0 || bytes.get(bytes.position() - 1) != '\n') {
            await(selector, end);
            if (!bytes.hasRemaining() || ((SocketChannel) key.channel()).read(bytes) < 0) {
                throw new IOException("the run hung up");
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    }

    private static void await(Selector selector, long end) throws IOException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new IOException("no answer");
        }
        selector.select(left);
        selector.selectedKeys().clear();
    }
}
