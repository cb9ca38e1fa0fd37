package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.fieldfall.protocols.instrument.FieldMonitor;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.SampleThermometer;
import org.fieldfall.protocols.instrument.Sampling;
import org.fieldfall.protocols.sequence.RigClock;

/** A meter that fills its memory on the rig clock; its raw readings are kelvins or teslas. */
final class HandMeter implements SampleThermometer, FieldMonitor {

    static final MeterCapability CAN = new MeterCapability(0.0003, 50_000, 1_000_000, "V");

    private final RigClock clock;
    private final HandLine line;
    private final DoubleSupplier value;
    private Sampling sampling = new Sampling(1, 1, 1);
    private double startSeconds = Double.NaN;
    private int taken;

    HandMeter(RigClock clock, HandLine line, DoubleSupplier value) {
        this.clock = clock;
        this.line = line;
        this.value = value;
    }

    @Override
    public MeterCapability capability() {
        return CAN;
    }

    @Override
    public Identity identify(Duration within) {
        line.ask("identity", within);
        return new Identity("FAKE", "meter", "SIM2", "1");
    }

    @Override
    public double readOnce(double apertureSeconds, Duration within) {
        line.ask("reading", within);
        startSeconds = Double.NaN;
        return value.getAsDouble();
    }

    @Override
    public void configure(Sampling wanted, Duration within) {
        line.ask("sampling", within);
        sampling = wanted;
    }

    @Override
    public void start(Duration within) {
        line.ask("start", within);
        startSeconds = clock.seconds();
        taken = 0;
    }

    @Override
    public SampleBlock drain(Duration within) {
        line.ask("readings", within);
        if (Double.isNaN(startSeconds)) {
            throw new InstrumentFaultException("meter", "no acquisition to drain");
        }
        int ready = (int) Math.min(sampling.readings(), (clock.seconds() - startSeconds) / sampling.intervalSeconds());
        if (line.isSwallowing()) {
            taken = ready;
        }
        double[] raw = new double[ready - taken];
        Arrays.setAll(raw, i -> value.getAsDouble());
        SampleBlock block = new SampleBlock(taken, sampling.intervalSeconds(), raw);
        taken = ready;
        return block;
    }

    @Override
    public void stop(Duration within) {
        line.ask("stop", within);
        startSeconds = Double.NaN;
    }

    @Override
    public void resynchronise(Duration within) {
        line.ask("anything", within);
    }

    @Override
    public double kelvin(double raw) {
        return raw;
    }

    @Override
    public double tesla(double raw) {
        return raw;
    }
}
