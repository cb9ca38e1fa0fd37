package org.fieldfall.protocols.sequence;

import java.time.Duration;
import java.util.Optional;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.instrument.SupplyStatus;

/** A supply that really runs its programs, on the rig clock, and can stop answering for a while. */
public final class FakeSupply implements FieldSupply {

    private final RigClock clock;
    private Optional<RampProgram> loaded = Optional.empty();
    private Optional<RampProgram> running = Optional.empty();
    private double startedAt;
    private double restingTesla;
    private boolean isOn;
    private int silentCalls;
    private boolean isLost;

    public FakeSupply(RigClock clock) {
        this.clock = clock;
    }

    /** Leaves the next calls unanswered. */
    public void beSilentFor(int calls) {
        silentCalls = calls;
    }

    /** Its line is gone until it is found again; the field stays. */
    public void loseLine() {
        isLost = true;
    }

    public void findLine() {
        isLost = false;
    }

    public double tesla() {
        if (running.isEmpty()) {
            return restingTesla;
        }
        double[] points = running.get().tesla();
        int index = (int) ((clock.seconds() - startedAt) / running.get().dwellSeconds() + 1e-9);
        return points[Math.min(index, points.length - 1)];
    }

    public boolean isOn() {
        return isOn;
    }

    private void answer(String asked) {
        if (isLost) {
            throw new LineLostException("fake supply", "asked " + asked + ", the line is gone");
        }
        if (silentCalls > 0) {
            silentCalls--;
            throw new NoReplyException("fake supply", "asked " + asked + ", got nothing");
        }
    }

    @Override
    public SupplyCapability capability() {
        return new SupplyCapability(1.1, 12, 0.0005, 10, 1002, 6e-5, 0.01);
    }

    @Override
    public Identity identify(Duration within) {
        answer("identity");
        return new Identity("FAKE", "supply", "SIM1", "1");
    }

    @Override
    public void prepare(Duration within) {
        answer("prepare");
        isOn = true;
    }

    @Override
    public void load(RampProgram program, Duration within) {
        answer("load");
        loaded = Optional.of(program);
    }

    @Override
    public void start(Duration within) {
        answer("start");
        restingTesla = tesla();
        running = loaded;
        startedAt = clock.seconds();
    }

    @Override
    public SupplyStatus status(Duration within) {
        answer("status");
        boolean isRunning = running.isPresent()
                && clock.seconds() < startedAt + running.get().durationSeconds();
        return new SupplyStatus(isRunning, false, isOn);
    }

    @Override
    public FieldReading measureField(Duration within) {
        answer("field");
        return new FieldReading(tesla() * 10, tesla());
    }

    @Override
    public void resynchronise(Duration within) {
        answer("resynchronise");
    }

    @Override
    public void outputOff(double atMostTesla, Duration within) {
        answer("output off");
        isOn = false;
    }
}
