package org.fieldfall.drivers.truevolt;

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

class Truevolt34465AWireTest extends WireContract {

    @Override
    protected Bench bench(Random random) {
        var box = new MeterInMemory(random);
        return new Bench(box, false, line -> plugged(line, box));
    }

    private static Bench.Plugged plugged(Line line, MeterInMemory box) {
        var meter = new Truevolt34465A(line, new TruevoltSettings(0.1, Duration.ofSeconds(2)));
        return new Bench.Plugged(
                meter::identify,
                meter::resynchronise,
                List.of(
                        new Bench.Trial(
                                "readOnce",
                                box::forgetReadings,
                                () -> meter.readOnce(3e-4, SOON),
                                volts -> box.told().contains((double) volts)),
                        new Bench.Trial(
                                "acquire", box::forgetReadings, () -> acquired(meter, box), box.told()::equals)));
    }

    // Every reading in its place: none twice, none that belongs to another acquisition, and none missing but in a gap.
    private static List<Double> acquired(Truevolt34465A meter, MeterInMemory box) {
        meter.configure(new Sampling(1e-3, 3e-4, 100), SOON);
        meter.start(SOON);
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SampleBlock block = meter.drain(SOON);
            if (block.firstIndex() < all.size()) {
                throw new AssertionError("a block says " + block.firstIndex() + " came before, " + all.size() + " did");
            }
            all.addAll(box.told().subList(all.size(), (int) block.firstIndex()));
            Arrays.stream(block.raw()).forEach(all::add);
        }
        meter.stop(SOON);
        return all;
    }
}
