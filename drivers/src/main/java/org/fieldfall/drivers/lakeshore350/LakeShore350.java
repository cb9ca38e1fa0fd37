package org.fieldfall.drivers.lakeshore350;

import java.time.Duration;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Dialect;
import org.fieldfall.drivers.scpi.Probe;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/**
 * A Lake Shore 350. Messages closer than 50 ms, or more than 20 a second, are lost now and then (manual, chapter 6), so
 * the line keeps a gap that meets both, with a margin: what counts is when they arrive.
 */
public final class LakeShore350 {

    private static final int LONGEST_LINE = 255;
    private static final Duration GAP = Duration.ofMillis(60);
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Pattern OWN_NAME = Pattern.compile("^LSCI,MODEL350,");
    // The event register is read out by being asked; nothing here lives on it.
    private static final Probe EVENTS = new Probe("*ESR?", Pattern.compile("^\\+?\\d{1,3}$"));

    private final ScpiLine line;

    /** @param replyWithin longest silence while a reply is due; a question it does not know gets no answer at all */
    public LakeShore350(Line line, Duration replyWithin) {
        this.line = new ScpiLine(
                line, new Dialect("\n", LONGEST_LINE, GAP, replyWithin, QUIET, Probe.identity(OWN_NAME), EVENTS));
    }

    private LakeShore350(ScpiLine line) {
        this.line = line;
    }

    /** The same box, whose exchanges go next after the one in flight. */
    LakeShore350 urgent() {
        return new LakeShore350(line.urgent());
    }

    /** The view on one input and the loop that keeps it. */
    public Bath bath(BathSettings settings) {
        return new LoopBath(this, line, settings);
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
        return new FrontPanel(line);
    }

    Identity identify(Duration within) {
        Deadline deadline = line.deadline(within);
        line.greet(deadline);
        String reply = line.ask("*IDN?", Reply.TEXT, deadline);
        String[] fields = reply.split("\\s*,\\s*", -1);
        if (fields.length != 4 || !fields[0].equals("LSCI") || !fields[1].equals("MODEL350")) {
            throw new WrongInstrumentException(
                    line.who(), "asked \"*IDN?\", got \"" + reply + "\", expected a Lake Shore 350 (LSCI,MODEL350,…)");
        }
        return new Identity(fields[0], fields[1], fields[2], fields[3]);
    }
}
