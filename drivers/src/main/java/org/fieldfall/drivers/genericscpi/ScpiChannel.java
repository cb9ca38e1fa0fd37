package org.fieldfall.drivers.genericscpi;

import java.time.Duration;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Dialect;
import org.fieldfall.drivers.scpi.Probe;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/** A number from any instrument of IEEE 488.2: it knows {@code *IDN?} and {@code *OPC?}, all else is settings. */
public final class ScpiChannel implements AuxiliaryChannel {

    private static final int LONGEST_LINE = 200;
    private static final Duration LEAST_QUIET = Duration.ofMillis(100);
    private static final Pattern ANY_NAME = Pattern.compile("^[^,]*\\p{Alpha}[^,]*,[^,]*,");
    private static final Probe COMPLETE = new Probe("*OPC?", Pattern.compile("^\\+?1$"));

    private final ScpiLine line;
    private final ChannelSettings settings;
    private final Pattern ownName;

    public ScpiChannel(Line line, ChannelSettings settings) {
        this.settings = settings;
        this.ownName = settings.identity().orElse(ANY_NAME);
        Duration quiet = settings.gap().compareTo(LEAST_QUIET) > 0 ? settings.gap() : LEAST_QUIET;
        this.line = new ScpiLine(
                line,
                new Dialect(
                        settings.commandEnd(),
                        LONGEST_LINE,
                        settings.gap(),
                        settings.replyWithin(),
                        quiet,
                        Probe.identity(ownName),
                        COMPLETE));
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String unit() {
        return settings.unit();
    }

    @Override
    public Identity identify(Duration within) {
        Deadline deadline = line.deadline(within);
        line.greet(deadline);
        String reply = line.ask("*IDN?", Reply.TEXT, deadline);
        if (!ownName.matcher(reply).find()) {
            throw new WrongInstrumentException(
                    line.who(),
                    "asked \"*IDN?\", got \"" + reply + "\", expected a name with \"" + ownName + "\" in it");
        }
        String[] fields = (reply + ",,,").split("\\s*,\\s*", -1);
        return new Identity(fields[0], fields[1], fields[2], fields[3]);
    }

    @Override
    public double measure(Duration within) {
        return line.ask(settings.query(), Reply.READING, line.deadline(within));
    }

    @Override
    public void resynchronise(Duration within) {
        line.resynchronise(line.deadline(within));
    }
}
