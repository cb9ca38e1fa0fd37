package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.fieldfall.protocols.instrument.FieldMonitor;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.SampleThermometer;
import org.fieldfall.protocols.instrument.Sampling;

/**
 * A meter that fills its memory as the line's time goes on. Its raw unit is the volt: a thousandth of the kelvins it sees
 * as thermometer, a hundredth of the teslas as monitor.
 */
final class FakeMeter implements SampleThermometer, FieldMonitor {

    private static final double SHORTEST = 3e-4;

    private enum State {
        IDLE,
        CONFIGURED,
        WAITING,
        RUNNING
    }

    private final FakeLine line;
    private final DoubleSupplier volts;
    private Sampling sampling = new Sampling(1, 1, 1);
    private State state = State.IDLE;
    private double startSeconds;
    private int taken;
    private int lossesAtStart;

    FakeMeter(FakeLine line, DoubleSupplier volts) {
        this.line = line;
        this.volts = volts;
    }

    void edge() {
        if (state == State.WAITING) {
            run();
        }
    }

    private void run() {
        state = State.RUNNING;
        startSeconds = line.seconds();
    }

    private int ready() {
        double passed = (line.seconds() - startSeconds - sampling.apertureSeconds()) / sampling.intervalSeconds();
        return state == State.RUNNING ? (int) Math.min(sampling.readings(), Math.max(0, Math.floor(passed) + 1)) : 0;
    }

    private void refuseAperture(double seconds, Duration within) {
        line.refuse(!(seconds >= SHORTEST), "aperture of " + seconds + " s", within);
    }

    @Override
    public MeterCapability capability() {
        return new MeterCapability(SHORTEST, 50_000, 1_000_000, "V");
    }

    @Override
    public Identity identify(Duration within) {
        return line.identify(within);
    }

    @Override
    public double readOnce(double apertureSeconds, Duration within) {
        refuseAperture(apertureSeconds, within);
        line.ask("reading", within);
        state = State.IDLE;
        return volts.getAsDouble();
    }

    @Override
    public void configure(Sampling wanted, Duration within) {
        refuseAperture(wanted.apertureSeconds(), within);
        line.ask("sampling", within);
        sampling = wanted;
        state = State.CONFIGURED;
    }

    @Override
    public void start(Duration within) {
        if (state != State.CONFIGURED) {
            throw new IllegalStateException(line.who() + ": start needs a configured acquisition");
        }
        line.ask("start", within);
        taken = 0;
        lossesAtStart = line.losses();
        if (sampling.isTriggered()) {
            state = State.WAITING;
        } else {
            run();
        }
    }

    @Override
    public SampleBlock drain(Duration within) {
        if ((state != State.RUNNING && state != State.WAITING) || lossesAtStart != line.losses()) {
            throw new InstrumentFaultException(line.who(), "no acquisition to drain");
        }
        try {
            line.ask("readings", within);
        } catch (NoReplyException lost) {
            state = State.CONFIGURED;
            throw lost;
        }
        double[] raw = new double[ready() - taken];
        Arrays.fill(raw, volts.getAsDouble());
        var block = new SampleBlock(taken, sampling.intervalSeconds(), raw);
        taken += raw.length;
        return block;
    }

    @Override
    public void stop(Duration within) {
        line.ask("stop", within);
        state = state == State.IDLE ? State.IDLE : State.CONFIGURED;
    }

    @Override
    public void resynchronise(Duration within) {
        line.ask("anything", within);
    }

    /** A sensor of 1 to 40 mV. */
    @Override
    public double kelvin(double raw) {
        return raw >= 1e-3 && raw <= 40e-3 ? 1000 * raw : Double.NaN;
    }

    @Override
    public double tesla(double raw) {
        return 100 * raw;
    }

    Bench bench() {
        return line;
    }

    /** For a broken meter: it began later than it said. */
    void beganLate(double seconds) {
        startSeconds += seconds;
    }

    /** For a broken meter: it goes on as if no reading had been lost. */
    void goOn() {
        lossesAtStart = line.losses();
        state = State.RUNNING;
    }
}
