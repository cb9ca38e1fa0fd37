package org.fieldfall.app.rig;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.drivers.transport.ResourceName;
import org.fieldfall.drivers.transport.TcpTransport;
import org.fieldfall.drivers.transport.Transport;
import org.fieldfall.drivers.transport.WireClock;
import org.fieldfall.drivers.truevolt.Truevolt34465A;
import org.fieldfall.drivers.truevolt.TruevoltSettings;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;
import org.fieldfall.simulator.FaultKind;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of an acquisition when the answer that empties the meter's memory is lost on the way. */
@Timeout(60)
class LostBlockIT {

    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final String ROLE = "sample-thermometer";
    private static final double INTERVAL = 1e-3;
    private static final double CLOCK_ERROR = 1e-3;

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"REPLY_LOST", "REPLY_LATE", "REPLY_GARBLED"})
    void leavesAGapAndMovesNothing(FaultKind fault, @TempDir Path folder) {
        try (ContractRig rig = ContractRig.twin(folder);
                BeforeBlocks wire = new BeforeBlocks(open(rig.bench(ROLE).resource()));
                Line line = new Line(wire, WireClock.system())) {
            var meter = new Truevolt34465A(line, new TruevoltSettings(0.1, Duration.ofSeconds(2)));
            meter.configure(new Sampling(INTERVAL, 3e-4, 100_000), WITHIN);
            double beforeStart = rig.bench(ROLE).seconds();
            meter.start(WITHIN);
            double afterStart = rig.bench(ROLE).seconds();
            rig.pass(0.5);
            SampleBlock first = meter.drain(WITHIN);
            rig.pass(0.3);

            wire.beforeNext(() -> rig.stage(fault, ROLE));
            SampleBlock after = meter.drain(WITHIN);
            double beforeDrain = rig.bench(ROLE).seconds();
            SampleBlock last = meter.drain(WITHIN);
            double afterDrain = rig.bench(ROLE).seconds();

            assertThat(after.firstIndex()).isGreaterThanOrEqualTo(first.size() + 300);
            assertThat(last.firstIndex()).isEqualTo(after.firstIndex() + after.size());
            assertThat((double) last.firstIndex() + last.size())
                    .isBetween(
                            readings((beforeDrain - afterStart) * (1 - CLOCK_ERROR)) - 1,
                            readings((afterDrain - beforeStart) * (1 + CLOCK_ERROR)) + 2);
        }
    }

    private static Transport open(String resource) {
        return TcpTransport.open("meter", (ResourceName.Tcp) ResourceName.parse(resource), Duration.ofSeconds(3));
    }

    private static double readings(double seconds) {
        return Math.floor(seconds / INTERVAL);
    }

    /** A real wire on which something can be done just before a block is asked for. */
    private static final class BeforeBlocks implements Transport {

        private final Transport wire;
        private volatile Runnable once = () -> {};

        BeforeBlocks(Transport wire) {
            this.wire = wire;
        }

        void beforeNext(Runnable action) {
            once = action;
        }

        @Override
        public String who() {
            return wire.who();
        }

        @Override
        public void write(byte[] bytes, Duration within) {
            if (new String(bytes, US_ASCII).startsWith("R? ")) {
                Runnable due = once;
                once = () -> {};
                due.run();
            }
            wire.write(bytes, within);
        }

        @Override
        public byte[] read(Duration within) throws InterruptedException {
            return wire.read(within);
        }

        @Override
        public void onLost(Consumer<String> heard) {
            wire.onLost(heard);
        }

        @Override
        public void close() {
            wire.close();
        }
    }
}
