package org.fieldfall.app.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ControlSocketTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final FakeDesk run = new FakeDesk();
    private final List<SocketChannel> open = new ArrayList<>();
    private Optional<ControlSocket> socket = Optional.empty();

    @BeforeEach
    void open() {
        socket = Optional.of(ControlSocket.open(new ControlDesk(run)::answer));
    }

    @AfterEach
    void close() throws IOException {
        socket.orElseThrow().close();
        for (SocketChannel client : open) {
            client.close();
        }
    }

    private Path path() {
        return socket.orElseThrow().path();
    }

    private ControlAnswer ask(ControlRequest request) {
        return ControlLine.ask(path(), request, SOON);
    }

    /** A client that says something and reads nothing. */
    private SocketChannel client(String words) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(path()));
        channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)));
        open.add(channel);
        return channel;
    }

    /** All that comes until the run hangs up. */
    private String answers(String words) throws IOException {
        var channel = client(words);
        channel.shutdownOutput();
        var bytes = ByteBuffer.allocate(1 << 20);
        while (channel.read(bytes) >= 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    @Test
    void everyActReachesTheRunWithTheNameOfWhoAsked() {
        assertThat(ask(ControlRequest.of("hold", "anna")).taken()).isTrue();
        assertThat(ask(ControlRequest.of("resume", "anna")).taken()).isTrue();
        assertThat(ask(ControlRequest.of("resume", "anna")).words()).contains("nothing to resume");
        ask(ControlRequest.of("note", "bert", "the pump is noisy", Optional.empty()));
        ask(ControlRequest.of("ack", "bert", "seen", Optional.of("field")));
        assertThat(ask(ControlRequest.of("stop", "anna")).standing())
                .map(Standing::state)
                .hasValue("SAFE");
        ask(ControlRequest.of("emergency", "carl"));

        assertThat(run.asked())
                .containsExactly(
                        "hold by anna",
                        "resume by anna",
                        "note by bert: the pump is noisy",
                        "ack of field by bert: seen",
                        "stop by anna",
                        "emergency by carl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hold",
                "null",
                "[]",
                "{",
                "{}",
                "{\"act\": 7}",
                "{\"act\": \"dance\", \"who\": \"anna\"}",
                "{\"act\": \"stop\"}",
                "{\"act\": \"stop\", \"who\": \"  \"}",
                "{\"act\": \"note\", \"who\": \"anna\"}",
                "{\"act\": \"stop\", \"who\": {\"a\": [[[[]]]]}}",
                "\u0000\u0001\u00ff"
            })
    void whatIsNotUnderstoodIsAnsweredAndMovesNothing(String line) throws IOException {
        assertThat(answers(line + "\n")).contains("\"taken\":false").endsWith("\n");
        assertThat(run.asked()).isEmpty();
    }

    @Test
    void aLineWithoutEndIsRefused() throws IOException {
        assertThat(answers("x".repeat(8192))).contains("a line of more than 8192 bytes");
        assertThat(ask(ControlRequest.status()).taken()).isTrue();
    }

    @Test
    void severalLinesOfOneClientAreAnsweredInTheirOrder() throws IOException {
        assertThat(answers("{\"act\":\"hold\",\"who\":\"a\"}\n{\"act\":\"status\"}\n{\"act\":\"sto")
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.contains("HELD"));
    }

    @Test
    void clientsThatSayNothingOrReadNothingKeepNobodyOut() throws IOException {
        for (int i = 0; i < 100; i++) {
            client(i % 2 == 0 ? "{\"act\":" : "{\"act\":\"status\"}\n".repeat(200));
        }

        long start = System.nanoTime();
        assertThat(ask(ControlRequest.of("emergency", "anna")).taken()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(run.asked()).containsExactly("emergency by anna");
    }

    @Test
    void onlyItsUserGetsToIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path().getParent())))
                .isEqualTo("rwx------");
        assertThat(path().toString().length()).isLessThanOrEqualTo(100);
    }

    @Test
    void aRunThatIsOverLeavesNoSocketAndIsSaidNotToAnswer() {
        socket.orElseThrow().close();

        assertThat(path().getParent()).doesNotExist();
        assertThatThrownBy(() -> ask(ControlRequest.status()))
                .isInstanceOf(GuardException.class)
                .hasMessageContaining("is not there");
    }
}
