package org.fieldfall.drivers.lakeshore350;

import java.time.Duration;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Dialect;
import org.fieldfall.drivers.scpi.Probe;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/**
 * A Lake Shore 350, or a 336 or 372, which speak as it does but for what {@link Family} knows. Messages closer than 50 ms, or more than 20 a second, are lost now and then (manual, chapter 6), so
 * the line keeps a gap that meets both, with a margin: what counts is when they arrive.
 */
public final class LakeShore350 {

    private static final int LONGEST_LINE = 255;
    private static final Duration GAP = Duration.ofMillis(60);
    private static final Duration QUIET = Duration.ofMillis(100);
    // The event register is read out by being asked; nothing here lives on it.
    private static final Probe EVENTS = new Probe("*ESR?", Pattern.compile("^\\+?\\d{1,3}$"));

    private final ScpiLine line;
    private final Family family;

    /** A 350. */
    public LakeShore350(Line line, Duration replyWithin) {
        this(line, Family.MODEL_350, replyWithin);
    }

    /** @param replyWithin longest silence while a reply is due; a question it does not know gets no answer at all */
    public LakeShore350(Line line, Family family, Duration replyWithin) {
        this.line = new ScpiLine(
                line,
                new Dialect("\n", LONGEST_LINE, GAP, replyWithin, QUIET, Probe.identity(family.ownName()), EVENTS));
        this.family = family;
    }

    private LakeShore350(ScpiLine line, Family family) {
        this.line = line;
        this.family = family;
    }

    /** The same box, whose exchanges go next after the one in flight. */
    LakeShore350 urgent() {
        return new LakeShore350(line.urgent(), family);
    }

    /** The view on one input and the loop that keeps it. */
    public Bath bath(BathSettings settings) {
        family.check(settings);
        return new LoopBath(this, line, settings);
    }

    /** The view on an input that is only looked at. */
    public AuxiliaryChannel reference(String name, String input) {
        family.check(input);
        return new ReferenceInput(this, line, name, input);
    }

    /**
     * Asks an input. What a scanner has left behind at an input that it is not at is no reading.
     *
     * @throws InstrumentFaultException where the scanner is elsewhere, or on its way
     */
    InputReading read(String input, Deadline deadline) {
        InputReading reading = line.ask(family.question(input), family.reply(input), deadline);
        if (reading.flaws().contains(InputReading.Flaw.NOT_AT_THIS_INPUT)) {
            throw new InstrumentFaultException(
                    line.who(),
                    "asked \"SCAN?\", its scanner does not stay at input " + input + "; set it there without autoscan");
        }
        return reading;
    }

    /** What a heater of these settings can do: asks nothing. */
    public static SampleHeater.Capability heaterCapability(HeaterSettings settings) {
        return new SampleHeater.Capability(HeaterLevel.largestWatts(settings), settings.relativeSigma());
    }

    /** The view on the output that heats the sample. */
    public SampleHeater heater(HeaterSettings settings) {
        return new OpenLoopHeater(this, line, settings);
    }

    /** What was set up by hand. */
    public FrontPanel frontPanel() {
        return new FrontPanel(line, family);
    }

    Identity identify(Duration within) {
        Deadline deadline = line.deadline(within);
        line.greet(deadline);
        String reply = line.ask("*IDN?", Reply.TEXT, deadline);
        String[] fields = reply.split("\\s*,\\s*", -1);
        if (fields.length != 4 || !fields[0].equals("LSCI") || !fields[1].equals(family.word())) {
            throw new WrongInstrumentException(
                    line.who(),
                    "asked \"*IDN?\", got \"" + reply + "\", expected a " + family.title() + " (LSCI," + family.word()
                            + ",…)");
        }
        return new Identity(fields[0], fields[1], fields[2], fields[3]);
    }
}
