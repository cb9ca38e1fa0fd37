package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fieldfall.protocols.instrument.LineLostException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpTransportTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final SerialSettings SETTINGS = SerialSettings.of8N1(9600, SerialSettings.FlowControl.NONE);

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(10_000);
    }

    @AfterEach
    void stopListening() throws IOException {
        server.close();
    }

    private TcpTransport open() {
        return TcpTransport.open("meter", new ResourceName.Tcp("127.0.0.1", server.getLocalPort()), SOON);
    }

    @Test
    void carriesBytesBothWays() throws Exception {
        try (var transport = open();
                Socket box = server.accept()) {
            transport.write(Conversation.bytes("*IDN?\n"), SOON);
            assertThat(box.getInputStream().readNBytes(6)).isEqualTo(Conversation.bytes("*IDN?\n"));

            box.getOutputStream().write(Conversation.bytes("KEYSIGHT\n"));

            assertThat(transport.read(SOON)).isEqualTo(Conversation.bytes("KEYSIGHT\n"));
            assertThat(transport.read(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void givesWhatCameBeforeItSaysTheLineIsLost() throws Exception {
        try (var transport = open()) {
            try (Socket box = server.accept()) {
                box.getOutputStream().write(Conversation.bytes("last words"));
            }

            assertThat(transport.read(SOON)).isEqualTo(Conversation.bytes("last words"));
            assertThatThrownBy(() -> transport.read(SOON))
                    .isInstanceOf(LineLostException.class)
                    .hasMessageContaining("meter (TCPIP0::127.0.0.1::" + server.getLocalPort() + "::SOCKET)")
                    .hasMessageContaining("the line is gone");
            assertThatThrownBy(() -> transport.write(new byte[1], SOON)).isInstanceOf(LineLostException.class);
        }
    }

    @Test
    void closesAWriteThatNobodyTakes() throws Exception {
        try (var transport = open();
                Socket deaf = server.accept()) {
            byte[] endless = new byte[64 << 20];

            assertThatThrownBy(() -> transport.write(endless, Duration.ofMillis(300)))
                    .isInstanceOf(LineLostException.class)
                    .hasMessageContaining("did not take what was sent in time");
            assertThat(deaf.isClosed()).isFalse();
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        server.close();

        assertThatThrownBy(this::open)
                .isInstanceOf(LineLostException.class)
                .hasMessageContaining("could not connect within 10000 ms: Connection refused");
    }

    @Test
    void closingEndsAReadAtOnce() throws Exception {
        TcpTransport transport = open();
        try (Socket silent = server.accept()) {
            transport.close();

            assertThatThrownBy(() -> transport.read(SOON))
                    .isInstanceOf(LineLostException.class)
                    .hasMessageContaining("the line is closed");
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    private Line line() {
        var resource = new ResourceName.Tcp("127.0.0.1", server.getLocalPort());
        return Line.open(Opener.of("meter", resource, SETTINGS, SOON), WireClock.system());
    }

    private static String askName(Line line) {
        return line.exchange(Urgency.ROUTINE, line.deadline(SOON), transport -> {
            transport.write(Conversation.bytes("*IDN?\n"), SOON);
            return new String(transport.read(SOON), StandardCharsets.US_ASCII);
        });
    }

    private static void serveName(Socket box) throws IOException {
        assertThat(box.getInputStream().readNBytes(6)).isEqualTo(Conversation.bytes("*IDN?\n"));
        box.getOutputStream().write(Conversation.bytes("BOX"));
    }

    @Test
    void anIdleSocketThatIsResetIsFoundInTwoSecondsAndUsableAgain() throws Exception {
        var heard = new HeardOfLine();
        try (var line = line()) {
            line.listen(heard);
            Socket box = server.accept();
            box.setSoLinger(true, 0);
            long start = System.nanoTime();

            box.close();

            assertThat(heard.next())
                    .startsWith("lost meter (TCPIP0::127.0.0.1::")
                    .contains("the line is gone");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            try (Socket again = server.accept()) {
                assertThat(heard.next()).startsWith("back meter (TCPIP0::");
                var answer = CompletableFuture.supplyAsync(() -> askName(line));
                serveName(again);
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("BOX");
            }
        }
    }

    @Test
    void comesBackWhenSomebodyListensAgain() throws Exception {
        var heard = new HeardOfLine();
        int port = server.getLocalPort();
        try (var line = line()) {
            line.listen(heard);
            try (Socket box = server.accept()) {
                // The server first: an attempt must not end in its queue.
                server.close();
                assertThat(box.isConnected()).isTrue();
            }
            assertThat(heard.next()).startsWith("lost");

            server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            server.setSoTimeout(10_000);

            try (Socket box = server.accept()) {
                assertThat(heard.next()).startsWith("back");
                var answer = CompletableFuture.supplyAsync(() -> askName(line));
                serveName(box);
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("BOX");
            }
            assertThat(line.statistics().reconnects()).isEqualTo(1);
        }
    }
}
