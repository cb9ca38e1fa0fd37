package org.fieldfall.app.examplebox;

import java.time.Duration;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Dialect;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.scpi.ScpiNumber;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/** The driver of the example box, a current source of two questions and one command. */
final class ExampleBox implements Excitation {

    private static final int LONGEST_LINE = 80;
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Pattern OWN_NAME = Pattern.compile("^EXAMPLE,BOX,");
    private static final int DECIMALS = 12;

    private final ScpiLine line;
    private final Capability capability;

    ExampleBox(Line line, Capability capability, Duration replyWithin) {
        this.line = new ScpiLine(line, new Dialect("\n", LONGEST_LINE, Duration.ZERO, replyWithin, QUIET, OWN_NAME));
        this.capability = capability;
    }

    @Override
    public Capability capability() {
        return capability;
    }

    @Override
    public Identity identify(Duration within) {
        Deadline deadline = line.deadline(within);
        line.greet(deadline);
        String reply = line.ask("*IDN?", Reply.TEXT, deadline);
        String[] fields = reply.split(",", 4);
        if (fields.length < 4 || !OWN_NAME.matcher(reply).find()) {
            throw new WrongInstrumentException(
                    line.who(), "asked \"*IDN?\", got \"" + reply + "\", expected an example box");
        }
        return new Identity(fields[0], fields[1], fields[2], fields[3]);
    }

    @Override
    public void set(double amperes, Duration within) {
        if (!(Math.abs(amperes) <= capability.largestAmperes())) {
            throw new IllegalArgumentException(line.who() + ": " + amperes + " A is beyond the limit of "
                    + capability.largestAmperes() + " A, nothing sent");
        }
        Deadline deadline = line.deadline(within);
        String level = ScpiNumber.format(amperes, DECIMALS);
        line.tell("LEVEL " + level, deadline);
        double found = line.ask("LEVEL?", Reply.NUMBER, deadline);
        if (found != Double.parseDouble(level)) {
            throw new InstrumentFaultException(
                    line.who(), "asked \"LEVEL?\" after setting " + level + ", got " + found);
        }
    }

    @Override
    public double measureAmperes(Duration within) {
        return line.ask("LEVEL?", Reply.NUMBER, line.deadline(within));
    }

    /** The most voltage it gives, as set by hand at the box. */
    double measureVolts(Duration within) {
        return line.ask("VOLTS?", Reply.NUMBER, line.deadline(within));
    }

    @Override
    public void resynchronise(Duration within) {
        line.resynchronise(line.deadline(within));
    }
}
