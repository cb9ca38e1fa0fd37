package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LineTest {

    private final FakeWire wire = new FakeWire(said -> {});

    @Test
    void lowerUrgencyWaitsForTheStopThatCameLater() throws Exception {
        var done = new CopyOnWriteArrayList<String>();
        var inFlight = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var line = wire.line()) {
            var first = async(line, Urgency.ROUTINE, () -> {
                inFlight.countDown();
                assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
                done.add("in flight");
            });
            assertThat(inFlight.await(10, TimeUnit.SECONDS)).isTrue();
            var routine = async(line, Urgency.ROUTINE, () -> done.add("routine"));
            awaitWaiting(1);
            var stop = async(line, Urgency.STOP, () -> done.add("stop"));
            awaitWaiting(2);

            release.countDown();
            CompletableFuture.allOf(first, routine, stop).get(10, TimeUnit.SECONDS);
        }

        assertThat(done).isEqualTo(List.of("in flight", "stop", "routine"));
    }

    @Test
    void aFullQueueRefusesMoreButNotTheStopWhichGoesNext() throws Exception {
        var done = new CopyOnWriteArrayList<String>();
        var inFlight = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var line = wire.line()) {
            var first = async(line, Urgency.ROUTINE, () -> {
                inFlight.countDown();
                assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
            });
            assertThat(inFlight.await(10, TimeUnit.SECONDS)).isTrue();
            var routine = IntStream.range(1, Owner.MOST_ASKED)
                    .mapToObj(i -> async(line, Urgency.ROUTINE, () -> done.add("routine")))
                    .toList();
            for (int i = 1; i < Owner.MOST_ASKED; i++) {
                awaitWaiting(i);
            }

            assertThatThrownBy(() ->
                            line.exchange(Urgency.ROUTINE, line.deadline(Duration.ofSeconds(10)), transport -> true))
                    .isInstanceOf(NoReplyException.class)
                    .hasMessage("box (FAKE::INSTR): not asked: 64 routine exchanges are in the queue already");
            var stop = async(line, Urgency.STOP, () -> done.add("stop"));
            awaitWaiting(Owner.MOST_ASKED);
            release.countDown();
            for (var each : routine) {
                each.get(10, TimeUnit.SECONDS);
            }
            CompletableFuture.allOf(first, stop).get(10, TimeUnit.SECONDS);

            assertThat(done).hasSize(Owner.MOST_ASKED).startsWith("stop");
            assertThat(line.statistics().exchanges()).isEqualTo(Owner.MOST_ASKED + 1);
            assertThat(line.<Boolean>exchange(Urgency.ROUTINE, line.deadline(Duration.ofSeconds(1)), transport -> true))
                    .isTrue();
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private final List<Thread> askers = new CopyOnWriteArrayList<>();

    private CompletableFuture<Void> async(Line line, Urgency urgency, Work work) {
        var over = new CompletableFuture<Void>();
        var asker = new Thread(() -> {
            try {
                line.exchange(urgency, line.deadline(Duration.ofSeconds(10)), transport -> {
                    work.run();
                    return true;
                });
                over.complete(null);
            } catch (RuntimeException | Error e) {
                over.completeExceptionally(e);
            }
        });
        askers.add(asker);
        asker.start();
        return over;
    }

    // An asker whose request is in the queue waits with a time-out.
    private void awaitWaiting(int latest) {
        long start = System.nanoTime();
        while (askers.get(latest).getState() != Thread.State.TIMED_WAITING) {
            assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
            Thread.onSpinWait();
        }
    }

    @Test
    void asksNothingAfterTheDeadline() {
        try (var line = wire.line()) {
            var deadline = line.deadline(Duration.ZERO);

            assertThatThrownBy(() -> line.exchange(Urgency.ROUTINE, deadline, transport -> {
                        transport.write(new byte[] {'X', '\n'}, Duration.ofSeconds(1));
                        return true;
                    }))
                    .isInstanceOf(NoReplyException.class)
                    .hasMessageContaining("not asked");
        }
        assertThat(wire.written()).isEmpty();
    }

    @Test
    void anInterruptNeitherCutsAnExchangeNorIsItForgotten() {
        try (var line = wire.line()) {
            Thread.currentThread().interrupt();

            boolean done = line.exchange(Urgency.ROUTINE, line.deadline(Duration.ofSeconds(1)), transport -> true);

            assertThat(done).isTrue();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void closingEndsWhatIsInFlightAndWhatComesLater() throws Exception {
        var inFlight = new CountDownLatch(1);
        var line = wire.line();
        var asked = async(line, Urgency.ROUTINE, () -> {
            inFlight.countDown();
            assertThat(new CountDownLatch(1).await(10, TimeUnit.SECONDS)).isTrue();
        });
        assertThat(inFlight.await(10, TimeUnit.SECONDS)).isTrue();

        line.close();

        assertThat(catchThrowable(() -> asked.get(10, TimeUnit.SECONDS))).hasCauseInstanceOf(LineLostException.class);
        assertThatThrownBy(() -> line.exchange(Urgency.STOP, line.deadline(Duration.ofSeconds(1)), transport -> true))
                .isInstanceOf(LineLostException.class)
                .hasMessageContaining("the line is closed");
        assertThat(wire.isClosed()).isTrue();
    }
}
