package org.fieldfall.drivers.dmm6500;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fieldfall.drivers.mishap.Bench;
import org.fieldfall.drivers.mishap.WireContract;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;

class Dmm6500WireTest extends WireContract {

    @Override
    protected Bench bench(Random random) {
        var box = new DmmInMemory(random);
        return new Bench(box, false, line -> plugged(line, box));
    }

    private static Bench.Plugged plugged(Line line, DmmInMemory box) {
        var meter = new Dmm6500(line, new DmmSettings(0.1, Duration.ofSeconds(2)));
        return new Bench.Plugged(
                meter::identify,
                meter::resynchronise,
                List.of(
                        new Bench.Trial(
                                "readOnce",
                                box::forgetReadings,
                                () -> meter.readOnce(3e-4, SOON),
                                volts -> box.told().contains((double) volts)),
                        new Bench.Trial("acquire", box::forgetReadings, () -> acquired(meter), box.told()::equals)));
    }

    // Every reading in its place: none missing, none twice, none that belongs to another acquisition.
    private static List<Double> acquired(Dmm6500 meter) {
        meter.configure(new Sampling(1e-3, 3e-4, 100), SOON);
        meter.start(SOON);
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SampleBlock block = meter.drain(SOON);
            if (block.firstIndex() != all.size()) {
                throw new AssertionError("a block says " + block.firstIndex() + " came before, " + all.size() + " did");
            }
            Arrays.stream(block.raw()).forEach(all::add);
        }
        meter.stop(SOON);
        return all;
    }
}
