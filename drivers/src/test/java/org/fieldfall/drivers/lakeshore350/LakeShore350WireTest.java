package org.fieldfall.drivers.lakeshore350;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.fieldfall.drivers.mishap.Bench;
import org.fieldfall.drivers.mishap.WireContract;
import org.fieldfall.drivers.transport.Line;

class LakeShore350WireTest extends WireContract {

    @Override
    protected Bench bench(Random random) {
        var box = new Model350InMemory();
        return new Bench(box, false, line -> plugged(line, box, random));
    }

    private static Bench.Plugged plugged(Line line, Model350InMemory box, Random random) {
        var model = new LakeShore350(line, Duration.ofSeconds(2));
        var bath = model.bath(new BathSettings("A", 1, 0.3, 20));
        var heater = model.heater(new HeaterSettings(2, 1e4, 50e-6, 0.003));
        return new Bench.Plugged(
                bath::identify,
                bath::resynchronise,
                List.of(
                        new Bench.Trial(
                                "measureKelvin",
                                box::forgetReadings,
                                () -> bath.measureKelvin(SOON),
                                kelvin -> box.readings().stream()
                                        .anyMatch(said -> Math.abs(said - (double) kelvin) < 1e-4)),
                        new Bench.Trial(
                                "setSetpoint",
                                () -> {},
                                () -> {
                                    double wanted = 1 + random.nextInt(10);
                                    bath.setSetpoint(wanted, SOON);
                                    return wanted;
                                },
                                wanted -> box.setpoint() == (double) wanted),
                        new Bench.Trial(
                                "measureSetpoint",
                                () -> {},
                                () -> bath.measureSetpoint(SOON),
                                kelvin -> Math.abs(box.setpoint() - (double) kelvin) < 1e-4),
                        new Bench.Trial(
                                "heater on",
                                () -> {},
                                () -> heater.on(1e-6 * (1 + random.nextInt(20)), SOON),
                                watts -> Math.abs(1e4 * box.amperes() * box.amperes() / (double) watts - 1) < 1e-9),
                        new Bench.Trial(
                                "heater off",
                                () -> {},
                                () -> {
                                    heater.off(SOON);
                                    return 0;
                                },
                                off -> box.range() == 0)));
    }
}
