package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.fieldfall.drivers.transport.Conversation.bytes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReopeningTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final FakeWire first = new FakeWire(said -> {});
    private final FakeWire second = new FakeWire(said -> {});
    private final Plug plug = new Plug();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final HeardOfLine heard = new HeardOfLine();
    private final Line line = Line.open(plug.gives(first), new WireClock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration time) {
            pauses.add(time);
        }
    });

    @AfterEach
    void close() {
        line.close();
    }

    private void tell(Urgency urgency, String command) {
        line.exchange(urgency, line.deadline(SOON), transport -> {
            transport.write(bytes(command + "\n"), SOON);
            return true;
        });
    }

    private static List<String> said(FakeWire wire) {
        return wire.written().stream().map(FakeWire.Written::line).toList();
    }

    private void loseFirst() throws InterruptedException {
        line.listen(heard);
        first.lose("unplugged");
        assertThat(heard.next()).isEqualTo("lost box (FAKE::INSTR): unplugged");
    }

    @Test
    void tellsByNameThatAnIdleLineIsLostAndThatItIsBack() throws Exception {
        loseFirst();
        assertThatThrownBy(() -> tell(Urgency.STOP, "OUTP OFF"))
                .isInstanceOf(LineLostException.class)
                .hasMessage("box (FAKE::INSTR): not asked: the line is lost and being reopened: unplugged");

        plug.gives(second);

        assertThat(heard.next()).isEqualTo("back box (FAKE::INSTR)");
        tell(Urgency.ROUTINE, "*CLS");
        assertThat(said(second)).containsExactly("*CLS");
        assertThat(said(first)).isEmpty();
        assertThat(first.isClosed()).isTrue();
        assertThat(line.statistics().reconnects()).isEqualTo(1);
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToFiveSeconds() throws Exception {
        plug.fails(7).gives(second);

        loseFirst();

        assertThat(heard.next()).startsWith("back");
        long generation = line.exchange(Urgency.ROUTINE, line.deadline(SOON), Transport::generation);
        assertThat(generation).isEqualTo(1);
        assertThat(pauses)
                .extracting(Duration::toMillis)
                .containsExactly(200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L);
    }

    @Test
    void comesBackAgainAndAgainEachTimeAsAnotherGeneration() throws Exception {
        loseFirst();
        plug.gives(second);
        assertThat(heard.next()).startsWith("back");
        var third = new FakeWire(said -> {});
        second.lose("unplugged once more");
        assertThat(heard.next()).isEqualTo("lost box (FAKE::INSTR): unplugged once more");

        plug.gives(third);

        assertThat(heard.next()).startsWith("back");
        long generation = line.exchange(Urgency.ROUTINE, line.deadline(SOON), Transport::generation);
        assertThat(generation).isEqualTo(2);
        assertThat(pauses).containsOnly(Duration.ofMillis(200));
        assertThat(line.statistics().reconnects()).isEqualTo(2);
    }

    @Test
    void neverRepeatsWhatWasInFlightOrWaitingAtTheLoss() throws Exception {
        var inFlight = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var opened = new CountDownLatch(1);
        line.onReopened(() -> tell(Urgency.ROUTINE, "*IDN?"));
        line.listen(heard);
        var start = async(() -> line.exchange(Urgency.ROUTINE, line.deadline(SOON), transport -> {
            transport.write(bytes("CURR:MODE LIST\n"), SOON);
            inFlight.countDown();
            assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
            return transport.read(SOON);
        }));
        assertThat(inFlight.await(10, TimeUnit.SECONDS)).isTrue();
        var waiting = async(() -> tell(Urgency.STOP, "OUTP ON"));
        awaitAsked(1);

        first.lose("unplugged");
        plug.opens(() -> {
            opened.countDown();
            return second;
        });
        assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();
        release.countDown();

        assertThat(catchThrowable(() -> start.get(10, TimeUnit.SECONDS)))
                .hasCauseInstanceOf(LineLostException.class)
                .hasMessageContaining("unplugged");
        assertThat(catchThrowable(() -> waiting.get(10, TimeUnit.SECONDS)))
                .hasCauseInstanceOf(LineLostException.class)
                .hasMessageContaining("not asked: the line");
        assertThat(heard.next()).startsWith("lost");
        assertThat(heard.next()).startsWith("back");
        assertThat(said(first)).containsExactly("CURR:MODE LIST");
        assertThat(said(second)).containsExactly("*IDN?");
    }

    @Test
    void asksTheBoxWhoItIsBeforeAnybodyElseAndStaysLostWhileItIsAnother() throws Exception {
        var another = new FakeWire(said -> {});
        var trials = new CopyOnWriteArrayList<Long>();
        line.onReopened(() -> {
            tell(Urgency.ROUTINE, "*IDN?");
            trials.add(line.exchange(Urgency.ROUTINE, line.deadline(SOON), Transport::generation));
            if (trials.size() == 1) {
                throw new WrongInstrumentException("box", "another one");
            }
        });
        plug.gives(another).gives(second);

        loseFirst();

        assertThat(heard.next()).isEqualTo("refused box (FAKE::INSTR): another one");
        assertThat(heard.next()).startsWith("back");
        tell(Urgency.STOP, "CURR 0");
        assertThat(said(another)).containsExactly("*IDN?");
        assertThat(another.isClosed()).isTrue();
        assertThat(said(second)).containsExactly("*IDN?", "CURR 0");
        assertThat(trials).containsExactly(1L, 2L);
        assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(line.statistics().reconnects()).isEqualTo(1);
    }

    @Test
    void aLossDuringTheTrialIsJustAnotherFailure() throws Exception {
        var shaky = new FakeWire(said -> {});
        line.onReopened(() -> {
            shaky.lose("unplugged again");
            tell(Urgency.ROUTINE, "*IDN?");
        });
        plug.gives(shaky).gives(second);

        loseFirst();

        assertThat(heard.next()).startsWith("back");
        assertThat(said(shaky)).isEmpty();
        assertThat(said(second)).containsExactly("*IDN?");
    }

    @Test
    void tellsOnceThatAReplyDidNotComeAndThatTheBoxAnswersAgain() throws Exception {
        line.listen(heard);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> line.exchange(Urgency.ROUTINE, line.deadline(SOON), transport -> {
                        transport.write(bytes("V?\n"), SOON);
                        throw new NoReplyException("box (FAKE::INSTR)", "asked \"V?\", got nothing for 2000 ms");
                    }))
                    .isInstanceOf(NoReplyException.class);
        }
        first.say("1.0\n");

        line.exchange(Urgency.ROUTINE, line.deadline(SOON), transport -> {
            transport.write(bytes("V?\n"), SOON);
            return transport.read(SOON);
        });

        assertThat(heard.next()).isEqualTo("silent box (FAKE::INSTR): asked \"V?\", got nothing for 2000 ms");
        assertThat(heard.next()).isEqualTo("answering box (FAKE::INSTR)");
    }

    @Test
    void whatWasNeverAskedIsNoSilence() {
        line.listen(heard);

        assertThatThrownBy(() -> line.exchange(Urgency.ROUTINE, line.deadline(Duration.ZERO), transport -> true))
                .isInstanceOf(NoReplyException.class);
        assertThatThrownBy(() -> line.exchange(Urgency.ROUTINE, line.deadline(SOON), transport -> {
                    throw new NoReplyException("box (FAKE::INSTR)", "not asked: the line rests");
                }))
                .isInstanceOf(NoReplyException.class);

        assertThat(heard.isSilent()).isTrue();
    }

    @Test
    void aListenerThatFailsHarmsNobody() throws Exception {
        line.listen((who, state, why) -> {
            throw new IllegalStateException("a page that is gone");
        });
        plug.gives(second);

        loseFirst();

        assertThat(heard.next()).startsWith("back");
    }

    @Test
    void closingEndsTheAttempts() throws Exception {
        loseFirst();

        line.close();

        plug.gives(second);
        assertThatThrownBy(() -> tell(Urgency.ROUTINE, "X")).hasMessageContaining("the line is closed");
        assertThat(heard.isSilent()).isTrue();
        assertThat(said(second)).isEmpty();
    }

    @Test
    void aLineOfOneTransportStaysLost() throws Exception {
        try (var once = second.line()) {
            once.listen(heard);

            second.lose("unplugged");

            assertThat(heard.next()).startsWith("lost");
            assertThatThrownBy(() -> once.exchange(Urgency.ROUTINE, once.deadline(SOON), transport -> true))
                    .hasMessage("box (FAKE::INSTR): not asked: the line is lost: unplugged");
        }
    }

    private interface Work {
        void run();
    }

    private final List<Thread> askers = new CopyOnWriteArrayList<>();

    private CompletableFuture<Void> async(Work work) {
        var over = new CompletableFuture<Void>();
        var asker = new Thread(() -> {
            try {
                work.run();
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
    private void awaitAsked(int latest) {
        long start = System.nanoTime();
        while (askers.get(latest).getState() != Thread.State.TIMED_WAITING) {
            assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
            Thread.onSpinWait();
        }
    }
}
