package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.SampleHeater;

/** A heater on a body that keeps all its heat. */
final class FakeHeater implements SampleHeater {

    private static final double JOULE_PER_KELVIN = 1e-5;
    private static final double STEP_WATTS = 1e-9;

    private final FakeLine line;
    private final Capability capability = new Capability(25e-6, 0.005);
    private double joules;
    private double watts;
    private double sinceSeconds;

    FakeHeater(FakeLine line) {
        this.line = line;
    }

    double kelvin() {
        return 4 + (joules + watts * (line.seconds() - sinceSeconds)) / JOULE_PER_KELVIN;
    }

    private void drive(double wanted) {
        joules += watts * (line.seconds() - sinceSeconds);
        sinceSeconds = line.seconds();
        watts = wanted;
    }

    @Override
    public Capability capability() {
        return capability;
    }

    @Override
    public Identity identify(Duration within) {
        return line.identify(within);
    }

    @Override
    public double on(double wanted, Duration within) {
        line.refuse(!(wanted > 0 && wanted <= capability.largestWatts()), "power of " + wanted + " W", within);
        line.ask("on", within);
        drive(Math.rint(wanted / STEP_WATTS) * STEP_WATTS);
        return watts;
    }

    @Override
    public void off(Duration within) {
        line.ask("off", within);
        drive(0);
    }

    @Override
    public void resynchronise(Duration within) {
        line.ask("anything", within);
    }
}
