package org.fieldfall.drivers.kepco;

import java.util.List;
import java.util.Random;
import org.fieldfall.drivers.mishap.Bench;
import org.fieldfall.drivers.mishap.WireContract;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyStatus;

class KepcoBopWireTest extends WireContract {

    @Override
    protected Bench bench(Random random) {
        var box = new BopInMemory();
        box.wobble(0.0013);
        return new Bench(box, false, line -> plugged(line, box, random));
    }

    private static Bench.Plugged plugged(Line line, BopInMemory box, Random random) {
        var supply = new KepcoBop(line, KepcoBopTest.SETTINGS);
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
                                    double[] points = random.doubles(1 + random.nextInt(60), -0.02, 0.02)
                                            .toArray();
                                    supply.load(RampProgram.of(points, 0.02), SOON);
                                    return points;
                                },
                                points -> box.list().size() == ((double[]) points).length),
                        new Bench.Trial(
                                "status",
                                () -> {},
                                () -> supply.status(SOON),
                                new SupplyStatus(false, false, true)::equals)));
    }
}
