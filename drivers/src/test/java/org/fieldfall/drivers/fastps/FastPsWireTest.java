package org.fieldfall.drivers.fastps;

import java.util.List;
import java.util.Random;
import org.fieldfall.drivers.mishap.Bench;
import org.fieldfall.drivers.mishap.WireContract;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyStatus;

class FastPsWireTest extends WireContract {

    @Override
    protected Bench bench(Random random) {
        var box = new FastPsInMemory();
        return new Bench(box, false, line -> plugged(line, box, random));
    }

    private static Bench.Plugged plugged(Line line, FastPsInMemory box, Random random) {
        var supply = new FastPs(line, FastPsTest.SETTINGS);
        return new Bench.Plugged(
                supply::identify,
                supply::resynchronise,
                List.of(
                        new Bench.Trial(
                                "measureField",
                                box::forgetReading,
                                () -> supply.measureField(SOON).amperes(),
                                amperes -> box.lastMeasured() == (double) amperes),
                        new Bench.Trial(
                                "load",
                                () -> {},
                                () -> {
                                    double tesla = 0.1 + random.nextDouble();
                                    supply.load(RampProgram.linear(0, tesla, 1 + random.nextInt(9), 0.02), SOON);
                                    return tesla;
                                },
                                tesla -> box.slew() > 9),
                        new Bench.Trial(
                                "status",
                                () -> {},
                                () -> supply.status(SOON),
                                new SupplyStatus(false, false, true)::equals)));
    }
}
