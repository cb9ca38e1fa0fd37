package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.Identity;

/** A bath that really drifts to its setpoint, at a finite rate of the line's time. */
final class FakeBath implements Bath {

    private static final double KELVIN_PER_SECOND = 0.02;

    private final FakeLine line;
    private final Capability capability = new Capability(1.5, 20);
    private double setpoint = 4;
    private double leftAt = 4;
    private double leftSeconds;

    FakeBath(FakeLine line) {
        this.line = line;
    }

    double kelvin() {
        double way = KELVIN_PER_SECOND * (line.seconds() - leftSeconds);
        double distance = setpoint - leftAt;
        return leftAt + Math.copySign(Math.min(way, Math.abs(distance)), distance);
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
    public double measureKelvin(Duration within) {
        line.ask("temperature", within);
        return kelvin();
    }

    @Override
    public void setSetpoint(double kelvin, Duration within) {
        boolean isWithin = kelvin >= capability.lowestKelvin() && kelvin <= capability.highestKelvin();
        line.refuse(!isWithin, "setpoint of " + kelvin + " K", within);
        line.ask("setpoint", within);
        leftAt = kelvin();
        leftSeconds = line.seconds();
        setpoint = kelvin;
    }

    @Override
    public double measureSetpoint(Duration within) {
        line.ask("setpoint", within);
        return setpoint;
    }

    @Override
    public void resynchronise(Duration within) {
        line.ask("anything", within);
    }
}
