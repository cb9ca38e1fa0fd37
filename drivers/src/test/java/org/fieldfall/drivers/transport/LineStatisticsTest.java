package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldfall.drivers.transport.Conversation.bytes;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LineStatisticsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final FakeWire wire = new FakeWire(said -> {});

    private <T> T exchange(Line line, Exchange<T> exchange) {
        return line.exchange(Urgency.ROUTINE, line.deadline(SOON), exchange);
    }

    private void ask(Line line, Duration answer) {
        byte[] got = exchange(line, transport -> {
            wire.clock().pause(Duration.ofMillis(50));
            transport.write(bytes("V?\n"), SOON);
            wire.say(answer, bytes("+1.0\n"));
            return transport.read(SOON);
        });
        assertThat(got).hasSize(5);
    }

    @Test
    void timesAnswersFromTheFirstByteSentToTheLastReceived() {
        try (var line = wire.line()) {
            for (int i = 1; i <= 100; i++) {
                ask(line, Duration.ofMillis(i <= 98 ? 10 : 400));
            }

            var latency = line.statistics().latency().orElseThrow();

            assertThat(latency.exchanges()).isEqualTo(100);
            assertThat(latency.p50().toNanos()).isCloseTo(10_000_000, Percentage.withPercentage(4));
            assertThat(latency.p99().toNanos()).isCloseTo(400_000_000, Percentage.withPercentage(4));
            assertThat(latency.longest()).isEqualTo(Duration.ofMillis(400));
            assertThat(line.statistics().bytesSent()).isEqualTo(300);
            assertThat(line.statistics().bytesReceived()).isEqualTo(500);
        }
    }

    @Test
    void countsWhatWentWrongAndTimesNoCommand() {
        try (var line = wire.line()) {
            var begun = exchange(line, transport -> {
                transport.write(bytes("*CLS\n"), SOON);
                return true;
            });
            assertThat(begun).isTrue();
            assertThatThrownBy(() -> exchange(line, transport -> {
                        throw new NoReplyException("box", "silence");
                    }))
                    .isInstanceOf(NoReplyException.class);
            assertThatThrownBy(() -> exchange(line, transport -> {
                        throw new GarbledReplyException("box", "noise");
                    }))
                    .isInstanceOf(GarbledReplyException.class);
            line.noteResynchronisation();

            var statistics = line.statistics();

            assertThat(statistics.exchanges()).isEqualTo(3);
            assertThat(statistics.timeOuts()).isEqualTo(1);
            assertThat(statistics.garbledReplies()).isEqualTo(1);
            assertThat(statistics.resynchronisations()).isEqualTo(1);
            assertThat(statistics.reconnects()).isZero();
            assertThat(statistics.latency()).isEmpty();
        }
    }
}
