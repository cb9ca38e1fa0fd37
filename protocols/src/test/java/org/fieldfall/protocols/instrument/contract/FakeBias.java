package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.Identity;

/** A bias magnet that ramps evenly. */
final class FakeBias implements BiasMagnet {

    private final FakeLine line;
    private final Capability capability = new Capability(0.1, 0.01, 1e-5);
    private double from;
    private double target;
    private double sinceSeconds;

    FakeBias(FakeLine line) {
        this.line = line;
    }

    double tesla() {
        double most = capability.teslaPerSecond() * (line.seconds() - sinceSeconds);
        return from + Math.max(-most, Math.min(most, target - from));
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
    public void rampTo(double tesla, Duration within) {
        line.refuse(!(Math.abs(tesla) <= capability.largestTesla()), "field of " + tesla + " T", within);
        line.ask("target", within);
        from = tesla();
        sinceSeconds = line.seconds();
        target = tesla;
    }

    @Override
    public State state(Duration within) {
        line.ask("state", within);
        return Math.abs(tesla() - target) < 1e-12 ? State.RESTING : State.RAMPING;
    }

    @Override
    public double measureTesla(Duration within) {
        line.ask("field", within);
        return tesla();
    }

    @Override
    public void resynchronise(Duration within) {
        line.ask("anything", within);
    }
}
