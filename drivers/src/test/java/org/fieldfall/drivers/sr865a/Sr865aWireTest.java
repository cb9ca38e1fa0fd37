package org.fieldfall.drivers.sr865a;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.fieldfall.drivers.mishap.Bench;
import org.fieldfall.drivers.mishap.WireContract;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;

class Sr865aWireTest extends WireContract {

    private static final int MOST = 20_000;

    @Override
    protected Bench bench(Random random) {
        var box = new LockInInMemory();
        return new Bench(box, false, line -> plugged(line, box));
    }

    private static Bench.Plugged plugged(Line line, LockInInMemory box) {
        var lockIn = new Sr865a(line, new LockInSettings(1e-3, Duration.ofSeconds(2)));
        return new Bench.Plugged(
                lockIn::identify,
                lockIn::resynchronise,
                List.of(
                        new Bench.Trial(
                                "readOnce",
                                box::forgetOutput,
                                () -> lockIn.readOnce(0.01, SOON),
                                volts -> Math.abs(box.lastOutput() - (double) volts) < 1e-9),
                        new Bench.Trial(
                                "capture",
                                () -> {},
                                () -> {
                                    lockIn.configure(new Sampling(8.192e-4, 3e-4, MOST), SOON);
                                    lockIn.start(SOON);
                                    lockIn.halt(SOON);
                                    lockIn.drain(SOON);
                                    return lockIn.drain(SOON);
                                },
                                block -> isSecond((SampleBlock) block))));
    }

    /** A damaged byte of a binary block is a number like any other: docs/undetectable.md. How many they are is not in doubt. */
    private static boolean isSecond(SampleBlock block) {
        return block.firstIndex() == 16_384 && block.size() == MOST - 16_384;
    }
}
