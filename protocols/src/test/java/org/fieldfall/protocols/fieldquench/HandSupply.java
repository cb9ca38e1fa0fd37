package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import java.util.Optional;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.instrument.SupplyStatus;
import org.fieldfall.protocols.sequence.RigClock;

/** A supply that runs its programs on the rig clock, may trip, and remembers the largest field it ever had. */
final class HandSupply implements FieldSupply {

    static final SupplyCapability CAN = new SupplyCapability(1.1, 12, 0.0005, 10, 1002, 6e-5, 0.01);

    private static final double TESLA_PER_AMPERE = 0.1;
    /** Of the current through the freewheel diode after a trip. */
    private static final double DECAY_SECONDS = 0.3;

    private final RigClock clock;
    private final HandLine line;
    private Optional<RampProgram> loaded = Optional.empty();
    private Optional<RampProgram> running = Optional.empty();
    private double startedAt;
    private double restingTesla;
    private double largestTesla;
    private double trippedAt = Double.NaN;
    private boolean isOn;
    private boolean isLimited;

    HandSupply(RigClock clock, HandLine line) {
        this.clock = clock;
        this.line = line;
    }

    void trip() {
        restingTesla = tesla();
        running = Optional.empty();
        isOn = false;
        trippedAt = clock.seconds();
    }

    void beLimited() {
        isLimited = true;
    }

    boolean isOn() {
        return isOn;
    }

    double largestTesla() {
        return largestTesla;
    }

    double tesla() {
        double now = fieldNow();
        largestTesla = Math.max(largestTesla, Math.abs(now));
        return now;
    }

    private double fieldNow() {
        if (!Double.isNaN(trippedAt) && !isOn) {
            return restingTesla * Math.exp(-(clock.seconds() - trippedAt) / DECAY_SECONDS);
        }
        if (running.isEmpty()) {
            return restingTesla;
        }
        double[] points = running.get().tesla();
        int index = (int) ((clock.seconds() - startedAt) / running.get().dwellSeconds() + 1e-9);
        return points[Math.min(index, points.length - 1)];
    }

    @Override
    public SupplyCapability capability() {
        return CAN;
    }

    @Override
    public Identity identify(Duration within) {
        line.ask("identity", within);
        return new Identity("FAKE", "supply", "SIM1", "1");
    }

    @Override
    public void prepare(Duration within) {
        line.ask("prepare", within);
        if (!isOn) {
            restingTesla = tesla();
        }
        isOn = true;
    }

    @Override
    public void load(RampProgram program, Duration within) {
        loaded = Optional.empty();
        line.ask("load", within);
        loaded = Optional.of(program);
    }

    @Override
    public void start(Duration within) {
        if (loaded.isEmpty()) {
            throw new IllegalStateException("start needs a program loaded since the last start");
        }
        line.ask("start", within);
        if (!isOn) {
            throw new InstrumentFaultException("supply", "asked to start, its output is off");
        }
        restingTesla = tesla();
        running = loaded;
        loaded = Optional.empty();
        startedAt = clock.seconds();
    }

    @Override
    public SupplyStatus status(Duration within) {
        line.ask("status", within);
        boolean isRunning = running.isPresent()
                && clock.seconds() < startedAt + running.get().durationSeconds();
        return new SupplyStatus(isRunning, isLimited, isOn);
    }

    @Override
    public FieldReading measureField(Duration within) {
        line.ask("field", within);
        return new FieldReading(tesla() / TESLA_PER_AMPERE, tesla());
    }

    @Override
    public void resynchronise(Duration within) {
        line.ask("anything", within);
    }

    @Override
    public void outputOff(double atMostTesla, Duration within) {
        line.ask("output off", within);
        if (Math.abs(tesla()) > atMostTesla) {
            throw new InstrumentFaultException("supply", "asked to switch off at " + tesla() + " T");
        }
        restingTesla = tesla();
        running = Optional.empty();
        isOn = false;
    }
}
