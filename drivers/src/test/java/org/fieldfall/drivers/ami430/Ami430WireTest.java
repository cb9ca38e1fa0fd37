package org.fieldfall.drivers.ami430;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.fieldfall.drivers.mishap.Bench;
import org.fieldfall.drivers.mishap.WireContract;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.BiasMagnet.State;

class Ami430WireTest extends WireContract {

    @Override
    protected Bench bench(Random random) {
        var box = new ProgrammerInMemory();
        return new Bench(box, false, line -> plugged(line, box, random));
    }

    private static Bench.Plugged plugged(Line line, ProgrammerInMemory box, Random random) {
        var magnet = new Ami430(line, new AmiSettings(0.02, 0.1, 0.001, Duration.ofMillis(100), Duration.ofSeconds(2)));
        return new Bench.Plugged(
                magnet::identify,
                magnet::resynchronise,
                List.of(
                        new Bench.Trial(
                                "rampTo",
                                () -> {},
                                () -> {
                                    double wanted = (random.nextInt(21) - 10) * 0.01;
                                    magnet.rampTo(wanted, SOON);
                                    return wanted;
                                },
                                wanted -> box.isRamping() && Math.abs(box.target() - (double) wanted) < 1e-9),
                        new Bench.Trial(
                                "measureTesla",
                                box::forgetReading,
                                () -> magnet.measureTesla(SOON),
                                tesla -> Math.abs(box.lastReading() - (double) tesla) < 1e-9),
                        new Bench.Trial(
                                "state",
                                () -> {},
                                () -> magnet.state(SOON),
                                state -> (state == State.RAMPING) == box.isRamping())));
    }
}
