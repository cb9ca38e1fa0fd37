package org.fieldfall.protocols.sequence;

import java.time.Duration;
import java.util.Optional;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.instrument.SupplyStatus;
import org.fieldfall.protocols.instrument.contract.FakeLine;

/**
 * A supply that really runs its programs, on the rig clock, and can stop answering for a while. It keeps the contract of
 * its role, as a driver does.
 */
public final class FakeSupply implements FieldSupply {

    private static final double ROUNDING = 1e-9;

    private final RigClock clock;
    private final FakeLine line;
    private Optional<RampProgram> loaded = Optional.empty();
    private Optional<RampProgram> running = Optional.empty();
    private double startedAt;
    private double restingTesla;
    private boolean isOn;
    private int silentCalls;
    private boolean isLost;
    private int lossesAtLoad;

    public FakeSupply(RigClock clock) {
        this(clock, new FakeLine("field supply"));
    }

    FakeSupply(RigClock clock, FakeLine line) {
        this.clock = clock;
        this.line = line;
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

    private void answer(String asked, Duration within) {
        if (isLost) {
            throw new LineLostException("fake supply", "asked " + asked + ", the line is gone");
        }
        if (silentCalls > 0) {
            silentCalls--;
            throw new NoReplyException("fake supply", "asked " + asked + ", got nothing");
        }
        line.ask(asked, within);
    }

    @Override
    public SupplyCapability capability() {
        return new SupplyCapability(1.1, 12, 0.0005, 10, 1002, 6e-5, 0.01);
    }

    @Override
    public Identity identify(Duration within) {
        answer("identity", within);
        return line.identify(within);
    }

    @Override
    public void prepare(Duration within) {
        answer("prepare", within);
        isOn = true;
    }

    @Override
    public void load(RampProgram program, Duration within) {
        loaded = Optional.empty();
        refuseBeyondLimits(program, within);
        answer("load", within);
        refuseSteeperThanAllowed(program.steepestTeslaPerSecond(tesla()), within);
        loaded = Optional.of(program);
        lossesAtLoad = line.losses();
    }

    private void refuseBeyondLimits(RampProgram program, Duration within) {
        SupplyCapability can = capability();
        double dwell = program.dwellSeconds();
        line.refuse(program.largestTesla() > can.largestTesla() + ROUNDING, "field of " + program, within);
        line.refuse(dwell < can.shortestDwellSeconds() || dwell > can.longestDwellSeconds(), "dwell", within);
        line.refuse(program.points() > can.mostPoints(), "length of " + program, within);
        refuseSteeperThanAllowed(program.steepestTeslaPerSecond(program.tesla()[0]), within);
    }

    private void refuseSteeperThanAllowed(double rate, Duration within) {
        line.refuse(rate > capability().largestTeslaPerSecond() + ROUNDING, "rate of " + rate + " T/s", within);
    }

    @Override
    public void start(Duration within) {
        if (loaded.isEmpty() || lossesAtLoad != line.losses()) {
            throw new IllegalStateException(line.who() + ": start needs a program loaded since the last start");
        }
        answer("start", within);
        restingTesla = tesla();
        running = loaded;
        loaded = Optional.empty();
        startedAt = clock.seconds();
    }

    @Override
    public SupplyStatus status(Duration within) {
        answer("status", within);
        boolean isRunning = running.isPresent()
                && clock.seconds() < startedAt + running.get().durationSeconds();
        return new SupplyStatus(isRunning, false, isOn);
    }

    @Override
    public FieldReading measureField(Duration within) {
        answer("field", within);
        return new FieldReading(tesla() * 10, tesla());
    }

    @Override
    public void resynchronise(Duration within) {
        answer("resynchronise", within);
    }

    @Override
    public void outputOff(double atMostTesla, Duration within) {
        answer("output off", within);
        if (Math.abs(tesla()) > atMostTesla) {
            throw new InstrumentFaultException(line.who(), "asked to switch off at " + tesla() + " T");
        }
        isOn = false;
    }
}
