package org.fieldfall.drivers.keithley2400;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.fieldfall.drivers.mishap.Bench;
import org.fieldfall.drivers.mishap.WireContract;
import org.fieldfall.drivers.transport.Line;

class Keithley2400WireTest extends WireContract {

    @Override
    protected Bench bench(Random random) {
        var box = new SourceInMemory();
        return new Bench(box, false, line -> plugged(line, box, random));
    }

    private static Bench.Plugged plugged(Line line, SourceInMemory box, Random random) {
        var source = new Keithley2400(line, new SourceSettings(1e-6, 5, 5e-4, Duration.ofSeconds(2)));
        return new Bench.Plugged(
                source::identify,
                source::resynchronise,
                List.of(
                        new Bench.Trial(
                                "set",
                                () -> {},
                                () -> {
                                    double wanted = (random.nextInt(21) - 10) * 1e-7;
                                    source.set(wanted, SOON);
                                    return wanted;
                                },
                                wanted -> box.isOn() && Math.abs(box.level() - (double) wanted) < 1e-15),
                        new Bench.Trial(
                                "measureAmperes",
                                box::forgetReading,
                                () -> source.measureAmperes(SOON),
                                amperes -> box.isOn()
                                        ? Math.abs(box.lastReading() - (double) amperes) < 1e-12
                                        : (double) amperes == 0)));
    }
}
