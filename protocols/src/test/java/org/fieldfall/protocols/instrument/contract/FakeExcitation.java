package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.Identity;

/** A current source that gives what it is set to. */
final class FakeExcitation implements Excitation {

    private final FakeLine line;
    private final Capability capability = new Capability(1e-6, 5e-4);
    private double amperes;

    FakeExcitation(FakeLine line) {
        this.line = line;
    }

    double amperes() {
        return amperes;
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
    public void set(double wanted, Duration within) {
        line.refuse(!(Math.abs(wanted) <= capability.largestAmperes()), "current of " + wanted + " A", within);
        line.ask("level", within);
        amperes = wanted;
    }

    @Override
    public double measureAmperes(Duration within) {
        line.ask("current", within);
        return amperes;
    }

    @Override
    public void resynchronise(Duration within) {
        line.ask("anything", within);
    }
}
