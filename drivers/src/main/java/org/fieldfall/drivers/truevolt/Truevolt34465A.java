package org.fieldfall.drivers.truevolt;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Dialect;
import org.fieldfall.drivers.scpi.Readings;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.scpi.ScpiNumber;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/**
 * A Keysight 34465A (or 34470A) in DC volts: it samples on its own timer into its own memory, which is drained block by
 * block. The place of a reading in the acquisition is its time, so readings are asked for by number: when an answer is lost
 * on the way it is known how many went with it, and what follows keeps its place. Where that is not certain the acquisition
 * is over.
 *
 * <p>It never leaves DC volts: a resistance mode would send 0.1 to 1 mA through whatever hangs on its leads.
 */
public final class Truevolt34465A implements BufferedMeter {

    private static final Set<String> MODELS = Set.of("34465A", "34470A");
    private static final int MEMORY = 50_000;
    private static final int MOST_SAMPLES = 1_000_000;
    // Without the digitizing option, which is not assumed.
    private static final double SHORTEST_APERTURE = 3e-4;

    /** What every meter of this family can do. */
    public static final MeterCapability CAPABILITY = new MeterCapability(SHORTEST_APERTURE, MEMORY, MOST_SAMPLES, "V");

    private static final int BYTES_A_READING = 20;
    private static final int DECIMALS = 9;
    private static final Duration QUIET = Duration.ofMillis(50);
    // A line that loses more than this many blocks in a row is not one to run a shot on.
    private static final int MOST_LOSSES = 3;
    // Standard event register: command error and execution error (IEEE 488.2, 11.5.1).
    private static final int REFUSED = 1 << 5 | 1 << 4;

    private final ScpiLine line;
    private final TruevoltSettings settings;
    private final MeterState state;

    public Truevolt34465A(Line line, TruevoltSettings settings) {
        this.line = new ScpiLine(
                line,
                new Dialect(
                        "\n",
                        1024,
                        Duration.ZERO,
                        settings.replyWithin(),
                        QUIET,
                        Pattern.compile("^[^,]*,\\s*344(65|70)A\\s*,")));
        this.settings = settings;
        this.state = new MeterState(this.line);
    }

    private Truevolt34465A(Truevolt34465A other) {
        this.line = other.line.urgent();
        this.settings = other.settings;
        this.state = other.state;
    }

    @Override
    public Truevolt34465A urgent() {
        return new Truevolt34465A(this);
    }

    @Override
    public MeterCapability capability() {
        return CAPABILITY;
    }

    @Override
    public Identity identify(Duration within) {
        Deadline deadline = line.deadline(within);
        line.greet(deadline);
        String reply = line.ask("*IDN?", Reply.TEXT, deadline);
        String[] fields = reply.split("\\s*,\\s*", 4);
        if (fields.length < 4 || !MODELS.contains(fields[1])) {
            throw new WrongInstrumentException(
                    line.who(), "asked \"*IDN?\", got \"" + reply + "\", expected a Keysight 34465A or 34470A");
        }
        return new Identity(fields[0], fields[1], fields[2], fields[3]);
    }

    /** Asks for the DC ranges and changes nothing. */
    public MeterRange measureRange(Duration within) {
        Deadline deadline = line.deadline(within);
        return new MeterRange(
                line.ask("VOLT:DC:RANG?", Reply.NUMBER, deadline),
                line.ask("VOLT:DC:RANG? MIN", Reply.NUMBER, deadline),
                line.ask("VOLT:DC:RANG? MAX", Reply.NUMBER, deadline));
    }

    @Override
    public double readOnce(double apertureSeconds, Duration within) {
        Deadline deadline = line.deadline(within);
        refuseAperture(apertureSeconds);
        if (state.setup() != MeterState.Setup.SINGLE) {
            long generation = line.generation();
            configureVolts(deadline);
            state.isSetUp(MeterState.Setup.SINGLE, generation);
        }
        setAperture(apertureSeconds, deadline);
        Duration silence = settings.replyWithin().plus(Duration.ofNanos(Math.round(2.5e9 * apertureSeconds)));
        return line.relyingOn(state.configured()).ask("READ?", Reply.READING, silence, deadline);
    }

    // CONF also sets the trigger to immediate, one sample, and clears the memory.
    private void configureVolts(Deadline deadline) {
        state.ended("the meter was set up anew");
        state.forgetSetup();
        line.tell("ABOR", deadline);
        line.tell("*CLS", deadline);
        line.tell("CONF:VOLT:DC " + ScpiNumber.format(settings.rangeVolts(), 1), deadline);
        line.tell("VOLT:DC:ZERO:AUTO OFF", deadline);
        line.tell("TRIG:SOUR IMM", deadline);
        line.tell("SAMP:COUN 1", deadline);
        line.failOnErrors("measure DC volts", deadline);
    }

    private void setAperture(double seconds, Deadline deadline) {
        String wanted = ScpiNumber.format(seconds, DECIMALS);
        if (!wanted.equals(state.aperture())) {
            state.aperture("");
            line.tell("VOLT:DC:APER " + wanted, deadline);
            line.failOnErrors("integrate for " + wanted + " s", deadline);
            state.aperture(wanted);
        }
    }

    @Override
    public void configure(Sampling sampling, Duration within) {
        Deadline deadline = line.deadline(within);
        refuseAperture(sampling.apertureSeconds());
        if (sampling.readings() > MOST_SAMPLES) {
            throw new IllegalArgumentException(line.who() + ": " + sampling.readings()
                    + " readings asked for, one acquisition holds " + MOST_SAMPLES);
        }
        long generation = line.generation();
        configureVolts(deadline);
        setAperture(sampling.apertureSeconds(), deadline);
        if (sampling.isTriggered()) {
            // The edge starts the timer; one that comes before INIT does not count (manual, trigger model).
            line.tell("TRIG:SOUR EXT", deadline);
        }
        line.tell("SAMP:SOUR TIM", deadline);
        refuseInterval(sampling.intervalSeconds(), deadline);
        line.tell("SAMP:TIM " + ScpiNumber.format(sampling.intervalSeconds(), DECIMALS), deadline);
        line.tell("SAMP:COUN " + sampling.readings(), deadline);
        line.failOnErrors("take " + sampling, deadline);
        checkReadback("SAMP:TIM?", sampling.intervalSeconds(), deadline);
        checkReadback("SAMP:COUN?", sampling.readings(), deadline);
        state.isSetUp(sampling, generation);
    }

    private void refuseAperture(double seconds) {
        if (!(seconds >= SHORTEST_APERTURE)) {
            throw new IllegalArgumentException(
                    line.who() + ": aperture of " + seconds + " s, the shortest is " + SHORTEST_APERTURE + " s");
        }
    }

    // The meter's own answer for the setup as it stands; it answers a shorter timer only with an error in the middle.
    private void refuseInterval(double seconds, Deadline deadline) {
        double shortest = line.ask("SAMP:TIM? MIN", Reply.NUMBER, deadline);
        if (seconds < shortest * (1 - 1e-9)) {
            throw new IllegalArgumentException(line.who() + ": a reading every " + seconds
                    + " s asked for, the meter's shortest interval for this setup is " + shortest + " s");
        }
    }

    private void checkReadback(String query, double due, Deadline deadline) {
        double found = line.ask(query, Reply.NUMBER, deadline);
        if (Math.abs(found - due) > 1e-6 * due) {
            throw new InstrumentFaultException(
                    line.who(),
                    String.format(Locale.ROOT, "asked \"%s\" after setting %.9g, got %.9g", query, due, found));
        }
    }

    @Override
    public void start(Duration within) {
        if (state.setup() != MeterState.Setup.TIMED && !state.configured().isOutdated()) {
            throw new IllegalStateException(line.who() + ": start needs a configured acquisition");
        }
        Deadline deadline = line.deadline(within);
        ScpiLine configured = line.relyingOn(state.configured());
        state.ended("its start failed");
        configured.tell("*CLS", deadline);
        configured.tell("INIT", deadline);
        // Answered only after INIT was: whoever hears of the start knows that it is over.
        configured.failOnErrors("start the acquisition", deadline);
        state.started();
    }

    @Override
    public SampleBlock drain(Duration within) {
        if (!state.running().holds()) {
            throw new InstrumentFaultException(line.who(), "no acquisition to drain: " + state.whyNotRunning());
        }
        try {
            return take(line.deadline(within));
        } catch (InstrumentException e) {
            state.ended("readings were lost after number " + state.taken() + " (" + e.getMessage() + ")");
            throw e;
        }
    }

    // R? takes what it answers out of the memory, so it is never sent again: what a missing answer held is lost.
    private SampleBlock take(Deadline deadline) {
        int waiting = waiting(deadline);
        if (waiting == 0) {
            return block(new double[0]);
        }
        try {
            var readings =
                    Reply.block("a block of " + waiting + " readings", BYTES_A_READING * MEMORY, Readings::ascii);
            double[] raw = line.relyingOn(state.running())
                    .askOnce("R? " + waiting, readings, settings.replyWithin(), deadline);
            refuseAnotherNumber(raw.length, waiting);
            SampleBlock block = block(raw);
            state.took(waiting);
            return block;
        } catch (NoReplyException | GarbledReplyException lost) {
            accountFor(waiting, lost, deadline);
            return take(deadline);
        }
    }

    private SampleBlock block(double[] raw) {
        return new SampleBlock(state.taken(), state.sampling().intervalSeconds(), raw);
    }

    // Changes nothing, so it may be asked again. It shows too that nothing was overwritten: a full memory stays full
    // until it
    // is read, and this one does not fill up before R? arrives.
    private int waiting(Deadline deadline) {
        int waiting = line.relyingOn(state.running()).ask("DATA:POIN?", Reply.INTEGER, deadline);
        double interval = state.sampling().intervalSeconds();
        if (waiting + settings.replyWithin().toMillis() / 1000.0 / interval >= MEMORY) {
            throw new InstrumentFaultException(
                    line.who(),
                    "asked \"DATA:POIN?\", got " + waiting + ": its memory of " + MEMORY
                            + " readings overflowed and the oldest were lost after number " + state.taken()
                            + ", or it is about to; drain it more often than every " + MEMORY * interval + " s");
        }
        if (waiting < 0 || state.taken() + waiting > state.sampling().readings()) {
            throw new InstrumentFaultException(
                    line.who(),
                    "asked \"DATA:POIN?\", got " + waiting + " after " + state.taken() + " readings of "
                            + state.sampling().readings() + " asked for");
        }
        return waiting;
    }

    private void refuseAnotherNumber(int came, int asked) {
        if (came != asked) {
            throw new InstrumentFaultException(
                    line.who(),
                    "asked for the " + asked + " readings it has, got " + came + " after number " + state.taken());
        }
    }

    // The line is in order and proven again by the first question, so the meter has heard R? before it; unless it
    // refused
    // that, the readings are out of its memory.
    private void accountFor(int asked, InstrumentException lost, Deadline deadline) {
        if (state.lossesInARow() == MOST_LOSSES || deadline.hasPassed()) {
            throw lost;
        }
        int events = line.relyingOn(state.running()).eventsAfter(lost, settings.replyWithin(), deadline);
        if ((events & REFUSED) != 0) {
            throw new InstrumentFaultException(
                    line.who(),
                    "asked \"*ESR?\" after a lost block, got " + events + ": nobody knows whether the meter gave away "
                            + asked + " readings");
        }
        state.lost(asked);
    }

    @Override
    public void stop(Duration within) {
        state.ended("it was stopped");
        line.tell("ABOR", line.deadline(within));
    }

    @Override
    public void resynchronise(Duration within) {
        line.resynchronise(line.deadline(within));
    }
}
