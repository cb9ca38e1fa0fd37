package org.fieldfall.drivers.dmm6500;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Dialect;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.scpi.ScpiNumber;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/**
 * A Keithley DMM6500 in DC volts. Its trigger timer paces the readings into a buffer as large as the acquisition, so none
 * is overwritten; it is read while it fills and the time that the meter gives each reading is held against its place.
 *
 * <p>The digitizer is left alone: it has 16 bits where the measure function has 6½ digits, and begins at 1000 a second.
 * The box never leaves DC volts: a resistance function would send up to 1 mA through whatever hangs on its leads.
 */
public final class Dmm6500 implements BufferedMeter {

    private static final double SHORTEST_APERTURE = 1e-4;
    private static final int MOST_READINGS = 1_000_000;

    /** What every meter of this model can do. */
    public static final MeterCapability CAPABILITY =
            new MeterCapability(SHORTEST_APERTURE, MOST_READINGS, MOST_READINGS, "V");

    // A reading takes a little longer than its aperture; a timer that is faster than that loses events.
    private static final double OVERHEAD_SECONDS = 1e-4;
    private static final int SMALLEST_BUFFER = 10;
    private static final int A_PIECE = 1000;
    private static final int DECIMALS = 9;
    private static final Duration QUIET = Duration.ofMillis(50);
    private static final Duration RESET = Duration.ofSeconds(5);
    private static final String BUFFER = "\"fieldfall\"";

    private final ScpiLine line;
    private final DmmSettings settings;
    private final DmmState state;

    public Dmm6500(Line line, DmmSettings settings) {
        this.line = new ScpiLine(
                line,
                new Dialect(
                        "\n",
                        1024,
                        Duration.ZERO,
                        settings.replyWithin(),
                        QUIET,
                        Pattern.compile("^KEITHLEY[^,]*,\\s*MODEL DMM6500\\s*,")));
        this.settings = settings;
        this.state = new DmmState(this.line);
    }

    private Dmm6500(Dmm6500 other) {
        this.line = other.line.urgent();
        this.settings = other.settings;
        this.state = other.state;
    }

    @Override
    public Dmm6500 urgent() {
        return new Dmm6500(this);
    }

    @Override
    public MeterCapability capability() {
        return CAPABILITY;
    }

    /** {@inheritDoc} Also refuses one that does not speak SCPI: the language is a setting and outlives the power. */
    @Override
    public Identity identify(Duration within) {
        Deadline deadline = line.deadline(within);
        line.greet(deadline);
        String reply = line.ask("*IDN?", Reply.TEXT, deadline);
        String[] fields = reply.split("\\s*,\\s*", -1);
        if (fields.length != 4 || !fields[1].equals("MODEL DMM6500")) {
            throw new WrongInstrumentException(
                    line.who(), "asked \"*IDN?\", got \"" + reply + "\", expected a Keithley DMM6500");
        }
        String language = line.ask("*LANG?", Reply.TEXT, deadline);
        if (!language.equals("SCPI")) {
            throw new InstrumentFaultException(
                    line.who(),
                    "asked \"*LANG?\", got \"" + language
                            + "\", expected SCPI; send it \"*LANG SCPI\" or choose it at the panel, and switch it off and on");
        }
        return new Identity(fields[0], "DMM6500", fields[2], fields[3]);
    }

    /** Asks for the DC range in force and changes nothing. */
    public double measureRange(Duration within) {
        return line.ask(":SENS:VOLT:RANG?", Reply.NUMBER, line.deadline(within));
    }

    @Override
    public double readOnce(double apertureSeconds, Duration within) {
        Deadline deadline = line.deadline(within);
        refuseAperture(apertureSeconds);
        if (!state.isSingle()) {
            long generation = line.generation();
            configureVolts(deadline);
            state.isSetUpForSingles(generation);
        }
        setAperture(apertureSeconds, deadline);
        Duration silence = settings.replyWithin().plus(Duration.ofNanos(Math.round(2.5e9 * apertureSeconds)));
        return line.relyingOn(state.configured()).ask(":READ?", Reply.READING, silence, deadline);
    }

    // A reset also takes away the buffers of before, whose names could not be given again, and empties the trigger
    // model.
    private void configureVolts(Deadline deadline) {
        state.ended("the meter was set up anew");
        state.forgetSetup();
        line.tell(":ABOR", deadline);
        line.tell("*RST", deadline);
        line.tell("*CLS", deadline);
        line.ask("*OPC?", Reply.FLAG, RESET, deadline);
        line.tell(":SENS:FUNC \"VOLT:DC\"", deadline);
        line.tell(":SENS:VOLT:RANG " + ScpiNumber.format(settings.rangeVolts(), 1), deadline);
        line.tell(":SENS:VOLT:AZER OFF", deadline);
        line.tell(":SENS:COUN 1", deadline);
        line.failOnErrors("measure DC volts", deadline);
        refuseOtherFunctions(deadline);
    }

    // Bare on some firmware, in quotes on other.
    private void refuseOtherFunctions(Deadline deadline) {
        String function = line.ask(":SENS:FUNC?", Reply.TEXT, deadline);
        if (!function.replace("\"", "").equals("VOLT:DC")) {
            throw new InstrumentFaultException(
                    line.who(), "asked \":SENS:FUNC?\" after setting VOLT:DC, got " + function);
        }
    }

    private void setAperture(double seconds, Deadline deadline) {
        String wanted = ScpiNumber.format(seconds, DECIMALS);
        if (!wanted.equals(state.aperture())) {
            state.aperture("");
            line.tell(":SENS:VOLT:APER " + wanted, deadline);
            line.tell(":SENS:VOLT:AZER:ONCE", deadline);
            line.failOnErrors("integrate for " + wanted + " s", deadline);
            state.aperture(wanted);
        }
    }

    @Override
    public void configure(Sampling sampling, Duration within) {
        Deadline deadline = line.deadline(within);
        refuse(sampling);
        long generation = line.generation();
        configureVolts(deadline);
        setAperture(sampling.apertureSeconds(), deadline);
        line.tell(":FORM:DATA ASC", deadline);
        line.tell(":TRAC:MAKE " + BUFFER + "," + room(sampling), deadline);
        line.tell(":TRAC:FILL:MODE ONCE," + BUFFER, deadline);
        line.failOnErrors("make a buffer for " + sampling.readings() + " readings", deadline);
        loadModel(sampling, deadline);
        line.failOnErrors("take " + sampling, deadline);
        checkReadback(":SENS:VOLT:APER?", sampling.apertureSeconds(), deadline);
        checkReadback(":TRIG:TIM1:DEL?", sampling.intervalSeconds(), deadline);
        checkReadback(":TRAC:POIN? " + BUFFER, room(sampling), deadline);
        state.isSetUp(sampling, generation);
    }

    private static int room(Sampling sampling) {
        return Math.max(SMALLEST_BUFFER, sampling.readings());
    }

    // The notify block starts the timer, whose first event comes at once: the first reading follows the edge.
    private void loadModel(Sampling sampling, Deadline deadline) {
        line.tell(":TRIG:TIM1:DEL " + ScpiNumber.format(sampling.intervalSeconds(), DECIMALS), deadline);
        line.tell(":TRIG:TIM1:COUN 0", deadline);
        line.tell(":TRIG:TIM1:STAR:GEN ON", deadline);
        line.tell(":TRIG:TIM1:STAR:STIM NOT1", deadline);
        line.tell(":TRIG:TIM1:STAT ON", deadline);
        line.tell(":TRIG:BLOC:BUFF:CLE 1," + BUFFER, deadline);
        line.tell(sampling.isTriggered() ? ":TRIG:BLOC:WAIT 2,EXT" : ":TRIG:BLOC:NOP 2", deadline);
        line.tell(":TRIG:BLOC:NOT 3,1", deadline);
        line.tell(":TRIG:BLOC:WAIT 4,TIM1", deadline);
        line.tell(":TRIG:BLOC:MDIG 5," + BUFFER + ",1", deadline);
        line.tell(":TRIG:BLOC:BRAN:COUN 6," + sampling.readings() + ",4", deadline);
    }

    private void refuse(Sampling sampling) {
        refuseAperture(sampling.apertureSeconds());
        double shortest = sampling.apertureSeconds() + OVERHEAD_SECONDS;
        if (sampling.intervalSeconds() < shortest * (1 - 1e-9)) {
            throw new IllegalArgumentException(line.who() + ": a reading every " + sampling.intervalSeconds()
                    + " s asked for, the shortest for an aperture of " + sampling.apertureSeconds() + " s is "
                    + shortest + " s");
        }
        if (sampling.readings() > MOST_READINGS) {
            throw new IllegalArgumentException(line.who() + ": " + sampling.readings()
                    + " readings asked for, one acquisition holds " + MOST_READINGS);
        }
    }

    private void refuseAperture(double seconds) {
        if (!(seconds >= SHORTEST_APERTURE)) {
            throw new IllegalArgumentException(
                    line.who() + ": aperture of " + seconds + " s, the shortest is " + SHORTEST_APERTURE + " s");
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
        if (!state.isTimed() && !state.configured().isOutdated()) {
            throw new IllegalStateException(line.who() + ": start needs a configured acquisition");
        }
        Deadline deadline = line.deadline(within);
        ScpiLine configured = line.relyingOn(state.configured());
        state.ended("its start failed");
        configured.tell("*CLS", deadline);
        configured.tell(":INIT", deadline);
        // Answered only after INIT was: whoever hears of the start knows that it is over.
        configured.failOnErrors("start the acquisition", deadline);
        state.started();
    }

    @Override
    public SampleBlock drain(Duration within) {
        if (!state.running().holds()) {
            throw new InstrumentFaultException(line.who(), "no acquisition to drain: " + state.whyNotRunning());
        }
        long first = state.taken();
        try {
            double[] raw = takeReadings(line.deadline(within));
            return new SampleBlock(first, state.sampling().intervalSeconds(), raw);
        } catch (InstrumentException e) {
            state.ended("readings were lost after number " + first + " (" + e.getMessage() + ")");
            throw e;
        }
    }

    // Reading a buffer leaves it as it is, so both questions may be asked again.
    private double[] takeReadings(Deadline deadline) {
        ScpiLine running = line.relyingOn(state.running());
        int most = state.sampling().readings();
        int there = running.ask(":TRAC:ACT? " + BUFFER, Reply.INTEGER, deadline);
        if (there < state.taken() || there > most) {
            throw new InstrumentFaultException(
                    line.who(),
                    "asked \":TRAC:ACT?\", got " + there + " after " + state.taken() + " readings of " + most);
        }
        double[] raw = new double[there - state.taken()];
        for (int done = 0; done < raw.length; ) {
            int count = Math.min(A_PIECE, raw.length - done);
            double[] piece = piece(running, state.taken(), count, deadline);
            System.arraycopy(piece, 0, raw, done, count);
            done += count;
            state.took(count);
        }
        return raw;
    }

    private double[] piece(ScpiLine running, int taken, int count, Deadline deadline) {
        String query = ":TRAC:DATA? " + (taken + 1) + "," + (taken + count) + "," + BUFFER + ",READ,REL";
        var reply = TimedReadings.evenly(count, taken, state.sampling().intervalSeconds());
        return running.ask(query, reply, deadline).raw();
    }

    @Override
    public void stop(Duration within) {
        state.ended("it was stopped");
        line.tell(":ABOR", line.deadline(within));
    }

    @Override
    public void resynchronise(Duration within) {
        line.resynchronise(line.deadline(within));
    }
}
