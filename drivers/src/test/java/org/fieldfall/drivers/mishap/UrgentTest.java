package org.fieldfall.drivers.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fieldfall.drivers.keithley2400.Keithley2400;
import org.fieldfall.drivers.keithley2400.SourceSettings;
import org.fieldfall.drivers.kepco.BopSettings;
import org.fieldfall.drivers.kepco.KepcoBop;
import org.fieldfall.drivers.lakeshore350.HeaterSettings;
import org.fieldfall.drivers.lakeshore350.LakeShore350;
import org.fieldfall.drivers.onecharacterswitch.OneCharacterSwitch;
import org.fieldfall.drivers.onecharacterswitch.SwitchSettings;
import org.fieldfall.drivers.transport.FakeWire;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.drivers.transport.Urgency;
import org.fieldfall.drivers.truevolt.Truevolt34465A;
import org.fieldfall.drivers.truevolt.TruevoltSettings;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an urgent view of a driver asks goes next after the exchange in flight, before all that waited longer. */
@Timeout(30)
class UrgentTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMillis(1);
    private static final BopSettings BOP = new BopSettings(0.1, 12, 10, 0.05, 0.15, 1.1, 12, 9600, SILENCE);

    /** One call of an urgent view and what it must have sent before anybody else's turn came. */
    record Stop(String name, Call call, String sent) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Call {
        void on(Line line);
    }

    static Stream<Stop> stops() {
        return Stream.of(
                new Stop("supply", line -> new KepcoBop(line, BOP).urgent().measureField(SOON), "MEAS:CURR?"),
                new Stop(
                        "heater",
                        line -> new LakeShore350(line, SILENCE)
                                .heater(new HeaterSettings(2, 1e4, 50e-6, 0.005))
                                .urgent()
                                .off(SOON),
                        "RANGE 2,0"),
                new Stop(
                        "meter",
                        line -> new Truevolt34465A(line, new TruevoltSettings(0.1, SILENCE))
                                .urgent()
                                .stop(SOON),
                        "ABOR"),
                new Stop(
                        "source",
                        line -> new Keithley2400(line, new SourceSettings(1e-6, 5, 5e-4, SILENCE))
                                .urgent()
                                .set(0, SOON),
                        "*CLS"));
    }

    @ParameterizedTest
    @MethodSource("stops")
    void goesNextAfterTheExchangeInFlight(Stop stop) throws Exception {
        var inFlight = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var wire = new FakeWire(said -> {});
        try (var line = wire.line()) {
            var first = async(() -> line.exchange(Urgency.ROUTINE, line.deadline(SOON), transport -> {
                inFlight.countDown();
                return release.await(10, TimeUnit.SECONDS);
            }));
            assertThat(inFlight.await(10, TimeUnit.SECONDS)).isTrue();
            var routine = asking(() -> line.exchange(Urgency.ROUTINE, line.deadline(SOON), transport -> {
                transport.write("routine\n".getBytes(StandardCharsets.US_ASCII), SOON);
                return true;
            }));
            var urgent = asking(() -> stop.call().on(line));

            release.countDown();
            CompletableFuture.allOf(first, routine, urgent).get(20, TimeUnit.SECONDS);
        }

        List<String> said = wire.written().stream().map(FakeWire.Written::line).toList();
        assertThat(said.indexOf(stop.sent())).as("%s", said).isNotNegative().isLessThan(said.indexOf("routine"));
    }

    private static CompletableFuture<Void> async(Runnable work) {
        var over = new CompletableFuture<Void>();
        var thread = new Thread(() -> {
            try {
                work.run();
                over.complete(null);
            } catch (InstrumentException silentBox) {
                over.complete(null);
            } catch (RuntimeException | Error e) {
                over.completeExceptionally(e);
            }
        });
        thread.start();
        return over;
    }

    /** Starts it and waits until it is in the queue: then its thread waits with a time-out. */
    private static CompletableFuture<Void> asking(Runnable work) {
        var thread = new Thread[1];
        var over = async(() -> {
            thread[0] = Thread.currentThread();
            work.run();
        });
        long start = System.nanoTime();
        while (thread[0] == null || thread[0].getState() != Thread.State.TIMED_WAITING) {
            assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
            Thread.onSpinWait();
        }
        return over;
    }

    @Test
    void anUrgentViewSharesWhatTheDriverKnows() {
        var wire = new MishapWire(said -> Optional.of(" " + said + "\r\n"), true, new Random(1));
        try (var line = wire.line()) {
            var link =
                    new OneCharacterSwitch(line, new SwitchSettings(Duration.ofSeconds(2), 1, Duration.ofSeconds(2)));
            link.open(SOON);
            long before = wire.nanos();

            link.urgent().close(SOON);

            assertThat(link.lastCommand()).isEqualTo(HeatSwitch.Command.CLOSE);
            assertThat(wire.nanos() - before).as("no second boot waited for").isLessThan(1_000_000_000L);
        }
    }
}
