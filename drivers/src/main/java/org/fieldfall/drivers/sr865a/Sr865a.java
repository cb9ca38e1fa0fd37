package org.fieldfall.drivers.sr865a;

import java.nio.ByteOrder;
import java.time.Duration;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Dialect;
import org.fieldfall.drivers.scpi.Probe;
import org.fieldfall.drivers.scpi.Readings;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/**
 * An SR865A whose in-phase output X is the rms voltage across a thermometer that its oscillator feeds through a large
 * resistance. Reference, sensitivity, phase and source are set up at its front panel; the driver sets filter and capture.
 *
 * <p>The rate of a capture is the largest for the filter, divided by a power of two, so a reading comes at least as often as
 * was asked for, and the block tells how often it really does. The memory holds 4 MB, a million readings of X alone, is
 * started once and stops when it is full. Its readings can be read only after {@code CAPTURESTOP}, 64 kB at a time, without a
 * line end behind a block; how many there are is asked for, never guessed from zeros. An overload is not told by a reading of
 * this box: whoever sets the sensitivity leaves room.
 */
public final class Sr865a implements BufferedMeter {

    /** What one capture has room for at the worst of rates that this driver takes for one that was asked for. */
    private static final int MOST_READINGS = 838_860;

    private static final int MOST_KILOBYTES = 4096;
    private static final int BYTES = 4;
    private static final int KILOBYTE = 1024;
    private static final int PIECE_KILOBYTES = 64;
    private static final int MOST_HALVINGS = 20;
    private static final int CAPTURING = 1;
    private static final double SHORTEST_INTERVAL = 1.0 / 1.25e6;
    private static final Duration QUIET = Duration.ofMillis(50);
    private static final Duration SETTLING = Duration.ofMillis(20);
    private static final Pattern OWN_NAME = Pattern.compile("^Stanford_Research_Systems,\\s*SR86[05]A?\\s*,");
    private static final Probe EVENTS = new Probe("*ESR?", Pattern.compile("^\\+?\\d{1,3}$"));

    public static final MeterCapability CAPABILITY =
            new MeterCapability(SHORTEST_INTERVAL, MOST_READINGS, MOST_READINGS, "V", true);

    private final ScpiLine line;
    private final LockInSettings settings;
    private final CaptureState state;

    public Sr865a(Line line, LockInSettings settings) {
        this.line = new ScpiLine(
                line,
                new Dialect("\n", 256, Duration.ZERO, settings.replyWithin(), QUIET, Probe.identity(OWN_NAME), EVENTS));
        this.settings = settings;
        this.state = new CaptureState(this.line);
    }

    private Sr865a(Sr865a other) {
        this.line = other.line.urgent();
        this.settings = other.settings;
        this.state = other.state;
    }

    @Override
    public Sr865a urgent() {
        return new Sr865a(this);
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
        String[] fields = reply.split("\\s*,\\s*", -1);
        if (fields.length != 4 || !OWN_NAME.matcher(reply).find()) {
            throw new WrongInstrumentException(
                    line.who(), "asked \"*IDN?\", got \"" + reply + "\", expected an SR860 or SR865A");
        }
        return new Identity(fields[0], fields[1], fields[2], fields[3]);
    }

    /** Asks for the number of the time constant in force and changes nothing. */
    public int measureFilter(Duration within) {
        return line.ask("OFLT?", Reply.INTEGER, line.deadline(within));
    }

    /** {@inheritDoc} Its filter integrates, whatever the aperture. */
    @Override
    public double readOnce(double apertureSeconds, Duration within) {
        return output(line.deadline(within));
    }

    @Override
    public double glance(Duration within) {
        return output(line.deadline(within));
    }

    private double output(Deadline deadline) {
        return line.ask("OUTP? 0", Reply.READING, deadline);
    }

    @Override
    public void configure(Sampling sampling, Duration within) {
        if (sampling.readings() > MOST_READINGS || sampling.intervalSeconds() < SHORTEST_INTERVAL) {
            throw new IllegalArgumentException(line.who() + ": " + sampling.readings() + " readings every "
                    + sampling.intervalSeconds() + " s asked for, it takes at most " + MOST_READINGS + " every "
                    + SHORTEST_INTERVAL + " s");
        }
        if (sampling.isTriggered()) {
            throw new IllegalArgumentException(line.who() + ": no capture that waits for a trigger is set up here");
        }
        Deadline deadline = line.deadline(within);
        long generation = line.generation();
        state.configured().end();
        state.ended("the capture was set up anew");
        line.tell("CAPTURESTOP", deadline);
        line.tell("*CLS", deadline);
        set("OFLT", settings.filter(), deadline);
        set("CAPTURECFG", 0, deadline);
        double interval = setRate(sampling.intervalSeconds(), deadline);
        double readings = Math.ceil(sampling.durationSeconds() / interval);
        int kilobytes = 2 * (int) Math.ceil(readings * BYTES / (2 * KILOBYTE));
        if (kilobytes > MOST_KILOBYTES) {
            throw new IllegalArgumentException(line.who()
                    + Figure.text(
                            ": %g s asked for, its memory of %d kB holds %g s at its rate of %g readings a second",
                            sampling.durationSeconds(),
                            MOST_KILOBYTES,
                            MOST_KILOBYTES * KILOBYTE / BYTES * interval,
                            1 / interval));
        }
        set("CAPTURELEN", Math.max(2, kilobytes), deadline);
        failOnEvents("set a capture up", deadline);
        state.isSetUp(interval, (int) readings, generation);
    }

    // Each number is read back as it was set.
    private void set(String word, int value, Deadline deadline) {
        line.tell(word + " " + value, deadline);
        expect(word + "?", line.ask(word + "?", Reply.INTEGER, deadline), value);
    }

    // CAPTURERATE takes the number of halvings, and its question answers in hertz.
    private double setRate(double askedSeconds, Deadline deadline) {
        double most = line.ask("CAPTURERATEMAX?", Reply.NUMBER, deadline);
        int halvings = 0;
        while (halvings < MOST_HALVINGS && most / Math.pow(2, halvings + 1) * askedSeconds >= 1 - 1e-9) {
            halvings++;
        }
        double due = most / Math.pow(2, halvings);
        if (due * askedSeconds < 1 - 1e-6) {
            throw new IllegalArgumentException(line.who()
                    + Figure.text(
                            ": a reading every %g s asked for, its filter of %g s allows %g readings a second",
                            askedSeconds, settings.timeConstantSeconds(), most));
        }
        line.tell("CAPTURERATE " + halvings, deadline);
        double found = line.ask("CAPTURERATE?", Reply.NUMBER, deadline);
        if (!(Math.abs(found - due) <= 1e-4 * due)) {
            throw new InstrumentFaultException(
                    line.who(), Figure.text("asked \"CAPTURERATE?\", got %g Hz, expected %g Hz", found, due));
        }
        return 1 / found;
    }

    private void expect(String query, int found, int due) {
        if (found != due) {
            throw new InstrumentFaultException(
                    line.who(), "asked \"" + query + "\", got " + found + ", expected " + due);
        }
    }

    // Bits 4 and 5 of the event register: an execution error, a command error. There is no queue of them.
    private void failOnEvents(String asked, Deadline deadline) {
        int events = line.askOnce("*ESR?", Reply.INTEGER, deadline);
        if ((events & 0b110000) != 0) {
            throw new InstrumentFaultException(
                    line.who(), "asked to " + asked + ", its event register shows " + events);
        }
    }

    @Override
    public void start(Duration within) {
        if (!state.configured().holds() && !state.configured().isOutdated()) {
            throw new IllegalStateException(line.who() + ": start needs a configured acquisition");
        }
        Deadline deadline = line.deadline(within);
        ScpiLine configured = line.relyingOn(state.configured());
        state.ended("its start failed");
        configured.tell("CAPTURESTART ONE,IMM", deadline);
        int status = configured.ask("CAPTURESTAT?", Reply.INTEGER, deadline);
        if ((status & CAPTURING) == 0) {
            throw new InstrumentFaultException(
                    line.who(), "asked \"CAPTURESTAT?\" after CAPTURESTART, got " + status + ", expected a capture");
        }
        state.started();
    }

    /** {@inheritDoc} Nothing while the capture goes on. */
    @Override
    public SampleBlock drain(Duration within) {
        if (state.running().holds()) {
            return new SampleBlock(0, state.intervalSeconds(), new double[0]);
        }
        if (!state.halted().holds()) {
            throw new InstrumentFaultException(line.who(), "no acquisition to drain: " + state.whyNothing());
        }
        int first = state.taken();
        int offset = first * BYTES / KILOBYTE;
        int most = PIECE_KILOBYTES * KILOBYTE / BYTES;
        int count = Math.min(most, state.left());
        if (count == 0) {
            return new SampleBlock(first, state.intervalSeconds(), new double[0]);
        }
        int kilobytes = (int) Math.ceil((double) count * BYTES / KILOBYTE);
        double[] piece = line.relyingOn(state.halted())
                .ask("CAPTUREGET? " + offset + "," + kilobytes, piece(kilobytes), line.deadline(within));
        double[] raw = new double[count];
        System.arraycopy(piece, 0, raw, 0, count);
        state.took(count);
        return new SampleBlock(first, state.intervalSeconds(), raw);
    }

    private static Reply<double[]> piece(int kilobytes) {
        int due = kilobytes * KILOBYTE;
        return Reply.bareBlock("a block of " + due + " bytes", due, payload -> {
            if (payload.length != due) {
                throw new IllegalArgumentException("a block of " + payload.length + " bytes, due " + due);
            }
            return Readings.real32(payload, ByteOrder.LITTLE_ENDIAN);
        });
    }

    @Override
    public void halt(Duration within) {
        if (!state.running().holds()) {
            throw new InstrumentFaultException(line.who(), "no acquisition to end: " + state.whyNothing());
        }
        Deadline deadline = line.deadline(within);
        ScpiLine running = line.relyingOn(state.running());
        try {
            running.tell("CAPTURESTOP", deadline);
            // It goes on until a piece of 2 kB is full.
            while ((running.ask("CAPTURESTAT?", Reply.INTEGER, deadline) & CAPTURING) != 0) {
                running.rest(SETTLING, deadline);
            }
            state.halted(running.ask("CAPTUREBYTES?", Reply.INTEGER, deadline) / BYTES);
        } catch (InstrumentException e) {
            state.ended("its end is not known (" + e.getMessage() + ")");
            throw e;
        }
    }

    @Override
    public void stop(Duration within) {
        state.ended("it was stopped");
        line.tell("CAPTURESTOP", line.deadline(within));
    }

    @Override
    public void resynchronise(Duration within) {
        line.resynchronise(line.deadline(within));
    }
}
