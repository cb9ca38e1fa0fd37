package org.fieldfall.drivers.keithley2400;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Belief;
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

/**
 * A Keithley 2400 as current source for a thermometer.
 *
 * <p>Zero is 0 A with the output on. Off, in its normal state, the box is a source of 0 V across the sensor: it would
 * short the voltage that a zero reading is taken for, and its relay kicks the sensor each time.
 */
public final class Keithley2400 implements Excitation {

    private static final int LONGEST_LINE = 256;
    private static final Duration GAP = Duration.ofMillis(10);
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Pattern OWN_NAME = Pattern.compile("^KEITHLEY[^,]*,\\s*MODEL 240[01]\\s*,");
    private static final int DECIMALS = 12;
    // Setting resolution of the source, of the level and of its smallest range of 1 uA.
    private static final double READBACK = 1e-4;
    private static final double READBACK_AMPERES = 1e-10;

    private final ScpiLine line;
    private final SourceSettings settings;
    private final Capability capability;
    private final Belief ready;

    public Keithley2400(Line line, SourceSettings settings) {
        this.line = new ScpiLine(line, new Dialect("\n", LONGEST_LINE, GAP, settings.replyWithin(), QUIET, OWN_NAME));
        this.settings = settings;
        this.capability = new Capability(settings.largestAmperes(), settings.relativeSigma());
        this.ready = new Belief(this.line);
    }

    private Keithley2400(Keithley2400 other) {
        this.line = other.line.urgent();
        this.settings = other.settings;
        this.capability = other.capability;
        this.ready = other.ready;
    }

    @Override
    public Keithley2400 urgent() {
        return new Keithley2400(this);
    }

    @Override
    public Capability capability() {
        return capability;
    }

    @Override
    public Identity identify(Duration within) {
        Deadline deadline = line.deadline(within);
        ready.end();
        line.greet(deadline);
        String reply = line.ask("*IDN?", Reply.TEXT, deadline);
        String[] fields = reply.split("\\s*,\\s*", 4);
        if (fields.length < 4 || !OWN_NAME.matcher(reply).find()) {
            throw new WrongInstrumentException(
                    line.who(), "asked \"*IDN?\", got \"" + reply + "\", expected a Keithley 2400 or 2401");
        }
        return new Identity(fields[0], fields[1], fields[2], fields[3]);
    }

    /** Asks how the source is set up and changes nothing. */
    public SourceSetup measureSetup(Duration within) {
        Deadline deadline = line.deadline(within);
        return new SourceSetup(
                line.ask(":SENS:VOLT:PROT?", Reply.NUMBER, deadline),
                line.ask(":SOUR:CURR?", Reply.NUMBER, deadline),
                line.ask("OUTP?", Reply.FLAG, deadline));
    }

    @Override
    public void set(double amperes, Duration within) {
        String level = onTheWire(amperes);
        Deadline deadline = line.deadline(within);
        if (!ready.holds()) {
            makeReady(deadline);
        }
        line.relyingOn(ready).tell(":SOUR:CURR " + level, deadline);
        double due = Double.parseDouble(level);
        checkReadback(":SOUR:CURR?", due, READBACK * Math.abs(due) + READBACK_AMPERES, deadline);
        switchOn(deadline);
        line.failOnErrors("source " + level + " A", deadline);
    }

    // Every level that goes out is made here: rounded first, then checked.
    private String onTheWire(double amperes) {
        String text = ScpiNumber.format(amperes, DECIMALS);
        if (!(Math.abs(Double.parseDouble(text)) <= settings.largestAmperes() * (1 + 1e-12))) {
            throw new IllegalArgumentException(line.who() + ": " + text + " A is beyond the limit of "
                    + settings.largestAmperes() + " A, nothing sent");
        }
        return text;
    }

    // A change of function switches the output off (manual, source setup); with a sensor on it, that is for a person.
    private void makeReady(Deadline deadline) {
        long generation = line.generation();
        line.tell("*CLS", deadline);
        if (line.ask("OUTP?", Reply.FLAG, deadline)) {
            refuseVoltageSource(deadline);
        } else {
            line.tell(":SOUR:FUNC CURR", deadline);
            line.tell(":SOUR:CURR 0", deadline);
        }
        line.tell(":SENS:VOLT:PROT " + ScpiNumber.format(settings.complianceVolts(), 4), deadline);
        checkReadback(":SENS:VOLT:PROT?", settings.complianceVolts(), 0.01 * settings.complianceVolts(), deadline);
        line.tell(":FORM:ELEM VOLT,CURR,RES,TIME,STAT", deadline);
        line.failOnErrors("source a current", deadline);
        ready.begin(generation);
    }

    private void refuseVoltageSource(Deadline deadline) {
        String function = line.ask(":SOUR:FUNC?", Reply.line("a source function", Keithley2400::word), deadline);
        if (!function.startsWith("CURR")) {
            throw new InstrumentFaultException(
                    line.who(),
                    "found switched on as a source of " + function + ", not of CURR; switch it off by hand");
        }
    }

    private static String word(String text) {
        if (!text.matches("[A-Z]{3,10}")) {
            throw new IllegalArgumentException("\"" + text + "\" is no source function");
        }
        return text;
    }

    private void switchOn(Deadline deadline) {
        line.relyingOn(ready).tell("OUTP ON", deadline);
        if (!line.ask("OUTP?", Reply.FLAG, deadline)) {
            throw new InstrumentFaultException(line.who(), "asked \"OUTP ON\", its output is off, expected on");
        }
    }

    private void checkReadback(String query, double due, double within, Deadline deadline) {
        double found = line.ask(query, Reply.NUMBER, deadline);
        if (!(Math.abs(found - due) <= within)) {
            ready.end();
            throw new InstrumentFaultException(
                    line.who(),
                    String.format(Locale.ROOT, "asked \"%s\" after setting %.6g, got %.6g", query, due, found));
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Zero while the output is off. A source held back by its voltage limit is a fault, not a reading.
     */
    @Override
    public double measureAmperes(Duration within) {
        Deadline deadline = line.deadline(within);
        if (!line.ask("OUTP?", Reply.FLAG, deadline)) {
            return 0;
        }
        if (!ready.holds()) {
            makeReady(deadline);
        }
        SourceReading reading = line.ask(":READ?", SourceReading.REPLY, deadline);
        if (reading.isInCompliance() || reading.isOverRange()) {
            throw new InstrumentFaultException(
                    line.who(),
                    "asked \":READ?\", its status is " + reading.status() + ": "
                            + (reading.isInCompliance() ? "held back by its voltage limit" : "over range"));
        }
        return Double.isNaN(reading.amperes()) ? line.ask(":SOUR:CURR?", Reply.NUMBER, deadline) : reading.amperes();
    }

    @Override
    public void resynchronise(Duration within) {
        line.resynchronise(line.deadline(within));
    }
}
