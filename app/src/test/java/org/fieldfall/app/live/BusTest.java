package org.fieldfall.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldfall.app.guard.FakeDesk;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.ScalarRead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZContext;

@Timeout(20)
class BusTest {

    private static final UUID RUN = new UUID(1, 2);
    private static final int PATIENCE_MILLIS = 8000;

    private final FakeDesk desk = new FakeDesk();
    private final ZContext clients = new ZContext();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void answersALateJoinerWithWhatWentOutBefore() throws Exception {
        try (var bus = Bus.open(RUN, desk, 0)) {
            bus.began("simulator", folder.resolve("run.log"));
            read(bus, 0, 3);
            awaitSent(bus);

            var answer = ask(bus, "{\"id\":\"7\",\"act\":\"history\",\"channel\":\"field\",\"from_seq\":1}");

            assertThat(head(answer).get("id").asText()).isEqualTo("7");
            assertThat(head(answer).get("count").asInt()).isEqualTo(2);
            var header = json(answer.get(1));
            assertThat(header.get("seq").asLong()).isEqualTo(1);
            assertThat(header.get("source").asText()).isEqualTo("simulator");
            assertThat(header.get("t0_s").asDouble()).isEqualTo(1);
            assertThat(header.get("rows").asInt()).isEqualTo(1);
            var payload = ByteBuffer.wrap(answer.get(2)).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(payload.getDouble()).isEqualTo(0.5);
            assertThat(payload.getDouble()).isEqualTo(10);
        }
    }

    @Test
    void readsFromTheLogWhatMemoryKeepsNoMore() throws Exception {
        var log = folder.resolve("run.log");
        try (var bus = Bus.open(RUN, desk, 0, 8192, 1)) {
            bus.began("simulator", log);
            try (var writer = LogWriter.open(log, RUN, InstantSource.system(), new QuietAlarm())) {
                for (int i = 0; i < 10; i++) {
                    writer.heard(scalar(i));
                }
            }
            read(bus, 0, 10);
            awaitSent(bus);

            var answer = ask(bus, "{\"act\":\"history\",\"channel\":\"field\",\"from_seq\":2,\"to_seq\":8}");

            assertThat(head(answer).get("words").asText()).isEmpty();
            assertThat(head(answer).get("count").asInt()).isEqualTo(7);
            assertThat(json(answer.get(1)).get("t0_s").asDouble()).isEqualTo(2);
        }
    }

    @Test
    void takesAnActWithTheTokenAlone() throws Exception {
        try (var bus = Bus.open(RUN, desk, 0)) {
            assertThat(head(ask(bus, "{\"act\":\"stop\",\"who\":\"anna\",\"token\":\"guess\"}"))
                            .get("taken")
                            .asBoolean())
                    .isFalse();
            assertThat(desk.asked()).isEmpty();

            assertThat(head(ask(bus, "{\"act\":\"hold\",\"who\":\"anna\",\"token\":\"" + bus.token() + "\"}"))
                            .get("taken")
                            .asBoolean())
                    .isTrue();
            assertThat(desk.asked()).containsExactly("hold by anna");
        }
    }

    @Test
    void answersWordsItDoesNotUnderstand() throws Exception {
        try (var bus = Bus.open(RUN, desk, 0)) {
            for (var words : List.of("", "null", "[]", "{", "{}", "{\"act\":\"dance\"}")) {
                assertThat(head(ask(bus, words)).get("taken").asBoolean())
                        .as(words)
                        .isFalse();
            }
        }
    }

    @Test
    void goesOnAfterAFrameOfImpossibleLength() throws Exception {
        try (var bus = Bus.open(RUN, desk, 0)) {
            for (var address : List.of(bus.publisher(), bus.router())) {
                int before = bus.mended();
                Malformed.frame(URI.create(address).getPort(), address.equals(bus.publisher()) ? "SUB" : "REQ");
                Until.holds(() -> bus.mended() > before);
            }
            read(bus, 0, 1);
            awaitSent(bus);
            assertThat(head(ask(bus, "{\"act\":\"channels\"}"))
                            .get("channels")
                            .get("field")
                            .asLong())
                    .isEqualTo(1);
        }
    }

    @Test
    void isNotSlowedByASubscriberThatDoesNotRead() throws Exception {
        try (var bus = Bus.open(RUN, desk, 0)) {
            var stuck = clients.createSocket(SocketType.SUB);
            stuck.setRcvHWM(1);
            stuck.setHandshakeIvl(1500);
            stuck.subscribe("ff/");
            stuck.connect(bus.publisher());
            for (int i = 0; i < 20_000; i++) {
                bus.heard(new Remark(i, "a remark"));
            }
            awaitSent(bus);
            var channels = head(ask(bus, "{\"act\":\"channels\"}")).get("channels");

            assertThat(channels.get("event/remark").asLong()).isEqualTo(20_000);
        }
    }

    private static void read(Bus bus, int from, int to) {
        for (int i = from; i < to; i++) {
            bus.heard(scalar(i));
        }
    }

    private static ScalarRead scalar(int i) {
        return new ScalarRead(i, "field", 10 * i, "A", 0.5 * i, "T");
    }

    /** What was told has gone out once a question asked after it is answered. */
    private void awaitSent(Bus bus) throws Exception {
        do {
            ask(bus, "{\"act\":\"channels\"}");
        } while (bus.depth() > 0);
        ask(bus, "{\"act\":\"channels\"}");
    }

    private List<byte[]> ask(Bus bus, String words) {
        var dealer = clients.createSocket(SocketType.DEALER);
        dealer.setReceiveTimeOut(PATIENCE_MILLIS);
        // JeroMQ's own clients hang in their greeting now and then.
        dealer.setHandshakeIvl(1500);
        dealer.connect(bus.router());
        dealer.send(words.getBytes(StandardCharsets.UTF_8));
        List<byte[]> parts = new ArrayList<>();
        do {
            parts.add(Optional.ofNullable(dealer.recv(0)).orElseThrow(() -> new AssertionError("no answer: " + words)));
        } while (dealer.hasReceiveMore());
        dealer.close();
        return parts;
    }

    private static JsonNode head(List<byte[]> answer) throws Exception {
        return json(answer.get(0));
    }

    private static JsonNode json(byte[] bytes) throws Exception {
        return new ObjectMapper().readTree(bytes);
    }
}
