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
                                    var program = RampProgram.linear(0, tesla, 1 + random.nextInt(9), 0.02);
                                    supply.load(program, SOON);
                                    return program;
                                },
                                program -> isSlewOf((RampProgram) program, box)),
                        new Bench.Trial(
                                "status",
                                () -> {},
                                () -> supply.status(SOON),
                                new SupplyStatus(false, false, true)::equals)));
    }

    /** The box's current is a few readings' wobble away from zero. */
    private static boolean isSlewOf(RampProgram program, FastPsInMemory box) {
        double due = program.lastTesla() / FastPsTest.SETTINGS.teslaPerAmpere() / program.durationSeconds();
        return Math.abs(box.slew() / due - 1) < 0.02;
    }
}
