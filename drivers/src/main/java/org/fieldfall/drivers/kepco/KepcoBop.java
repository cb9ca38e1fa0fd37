package org.fieldfall.drivers.kepco;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Belief;
import org.fieldfall.drivers.scpi.Dialect;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiError;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.scpi.ScpiNumber;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.instrument.SupplyStatus;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/**
 * A Kepco BOP with a BIT 4886 card: ramps are LIST programs, which the card steps by itself.
 *
 * <p>A list that ends by itself leaves its last step on the output, and there it stays: this driver never leaves the list
 * mode while current flows, because {@code CURR:MODE FIX} may jump back to the level before the list (BOP-1KW manual).
 */
public final class KepcoBop implements FieldSupply {

    private static final int LONGEST_LINE = 253;
    private static final int MOST_POINTS = 1002;
    private static final double SHORTEST_DWELL = 0.0005;
    private static final double LONGEST_DWELL = 10;
    private static final Duration GAP = Duration.ofMillis(10);
    private static final Duration BEFORE_READBACK = Duration.ofMillis(60);
    private static final Duration QUIET = Duration.ofMillis(100);
    // Accuracy of readbacks against setpoints, of the full scale.
    private static final double READBACK = 0.005;
    private static final int UNDEFINED_HEADER = -113;

    private static final int CONSTANT_VOLTAGE = 1 << 8;
    private static final int LIST_RUNNING = 1 << 14;

    private final ScpiLine line;
    private final BopSettings settings;
    private final SupplyCapability capability;
    private final Belief loaded;

    public KepcoBop(Line line, BopSettings settings) {
        var dialect =
                new Dialect("\n", LONGEST_LINE, GAP, settings.replyWithin(), QUIET, Pattern.compile("^[^,]*KEPCO"));
        this.line = new ScpiLine(line, dialect);
        this.settings = settings;
        this.capability = capability(settings);
        this.loaded = new Belief(this.line);
    }

    private KepcoBop(KepcoBop other) {
        this.line = other.line.urgent();
        this.settings = other.settings;
        this.capability = other.capability;
        this.loaded = other.loaded;
    }

    @Override
    public KepcoBop urgent() {
        return new KepcoBop(this);
    }

    /** What a supply of these settings can do; nothing need be asked to know it. */
    public static SupplyCapability capability(BopSettings settings) {
        return new SupplyCapability(
                settings.limitAmperes() * settings.teslaPerAmpere(),
                settings.largestTeslaPerSecond(),
                SHORTEST_DWELL,
                LONGEST_DWELL,
                MOST_POINTS,
                WireCurrent.STEP_AMPERES * settings.teslaPerAmpere(),
                ListProgram.secondsPerPoint(settings, GAP));
    }

    @Override
    public SupplyCapability capability() {
        return capability;
    }

    @Override
    public Identity identify(Duration within) {
        Deadline deadline = line.deadline(within);
        line.greet(deadline);
        String reply = line.ask("*IDN?", Reply.TEXT, deadline);
        BopIdentity found = BopIdentity.parse(reply)
                .orElseThrow(() -> new WrongInstrumentException(
                        line.who(), "asked \"*IDN?\", got \"" + reply + "\", expected a Kepco BOP and its rating"));
        if (settings.maxAmperes() > found.ratedAmperes() || settings.complianceVolts() > found.ratedVolts()) {
            throw new WrongInstrumentException(
                    line.who(),
                    text(
                            "asked \"*IDN?\", got \"%s\", rated %.4g V and %.4g A; at least %.4g V and %.4g A are due",
                            reply,
                            found.ratedVolts(),
                            found.ratedAmperes(),
                            settings.complianceVolts(),
                            settings.maxAmperes()));
        }
        return found.identity();
    }

    /** Asks for the limits of the ranges in use and changes nothing. */
    public BopLimits measureLimits(Duration within) {
        Deadline deadline = line.deadline(within);
        return new BopLimits(
                line.ask("CURR? MAX", Reply.NUMBER, deadline), line.ask("VOLT? MAX", Reply.NUMBER, deadline));
    }

    @Override
    public void prepare(Duration within) {
        Deadline deadline = line.deadline(within);
        long generation = line.generation();
        takeControl(deadline);
        boolean isOn = line.ask("OUTP?", Reply.FLAG, deadline);
        if (isOn) {
            keepTheCurrent(deadline);
        } else {
            switchOnAtZero(deadline);
        }
        line.during(generation).failOnErrors("make ready", deadline);
    }

    // Firmware up to 2.0 knows no SYST:REM; its alternative, *RST, would switch a coil with current off.
    private void takeControl(Deadline deadline) {
        line.tell("*CLS", deadline);
        line.tell("SYST:REM 1", deadline);
        List<ScpiError> errors = line.drainErrors(deadline);
        if (errors.stream().anyMatch(error -> error.number() != UNDEFINED_HEADER)) {
            throw new InstrumentFaultException(line.who(), "asked for remote control, it reports " + errors);
        }
    }

    private void keepTheCurrent(Deadline deadline) {
        if (!line.ask("FUNC:MODE?", Reply.FLAG, deadline)) {
            throw new InstrumentFaultException(
                    line.who(),
                    text(
                            "found switched on in voltage mode with %.4g A; to change the mode would change the field, "
                                    + "bring it to zero and off by hand",
                            amperes(deadline)));
        }
        setCompliance(deadline);
    }

    private void switchOnAtZero(Deadline deadline) {
        double circulating = amperes(deadline);
        if (Math.abs(circulating) > uncertainAmperes()) {
            throw new InstrumentFaultException(
                    line.who(),
                    text("its output is off, yet %.4g A flow; switching it on would end them", circulating));
        }
        line.tell("FUNC:MODE CURR", deadline);
        setCompliance(deadline);
        line.tell("CURR " + WireCurrent.of(0, settings), deadline);
        checkReadback("CURR?", 0, uncertainAmperes(), deadline);
        // No current flows and the level is zero: the one moment in which leaving a list cannot jump.
        line.tell("CURR:MODE FIX", deadline);
        line.tell("OUTP ON", deadline);
        line.rest(BEFORE_READBACK, deadline);
        if (!line.ask("OUTP?", Reply.FLAG, deadline)) {
            throw new InstrumentFaultException(line.who(), "asked \"OUTP ON\", its output is off, expected on");
        }
    }

    private void setCompliance(Deadline deadline) {
        line.tell("VOLT " + ScpiNumber.format(settings.complianceVolts(), 4), deadline);
        checkReadback("VOLT?", settings.complianceVolts(), READBACK * settings.complianceVolts(), deadline);
    }

    private void checkReadback(String query, double due, double within, Deadline deadline) {
        line.rest(BEFORE_READBACK, deadline);
        double found = line.ask(query, Reply.NUMBER, deadline);
        if (Math.abs(found - due) > within) {
            throw new InstrumentFaultException(
                    line.who(), text("asked \"%s\" after setting %.6g, got %.6g", query, due, found));
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The first step counts from the current measured now, so a program must be loaded anew for each start.
     */
    @Override
    public void load(RampProgram program, Duration within) {
        Duration upload = Duration.ofMillis((long) Math.ceil(1000 * capability.uploadSeconds(program.points())));
        Deadline deadline = line.deadline(within.plus(upload));
        long generation = line.generation();
        loaded.end();
        ListProgram list = checked(program);
        refuseWhileRunning("load a program", deadline);
        checkFirstStep(list, deadline);
        line.tell("*CLS", deadline);
        for (String command : list.commands(LONGEST_LINE - 1)) {
            line.tell(command, deadline);
        }
        int stored = line.ask("LIST:CURR:POIN?", Reply.INTEGER, deadline);
        line.failOnErrors("load " + program, deadline);
        if (stored != list.points()) {
            throw new InstrumentFaultException(
                    line.who(), text("sent %d program points, it holds %d", list.points(), stored));
        }
        loaded.begin(generation);
    }

    private ListProgram checked(RampProgram program) {
        try {
            return ListProgram.of(program, capability, settings);
        } catch (IllegalArgumentException e) {
            throw refused(program, e);
        }
    }

    private void checkFirstStep(ListProgram list, Deadline deadline) {
        try {
            list.refuseWhatTheCoilCannotFollow(amperes(deadline), uncertainAmperes(), settings);
        } catch (IllegalArgumentException e) {
            throw refused(list, e);
        }
    }

    private IllegalArgumentException refused(Object program, IllegalArgumentException e) {
        return new IllegalArgumentException(
                line.who() + ": program refused (" + program + "), nothing sent: " + e.getMessage(), e);
    }

    private void refuseWhileRunning(String what, Deadline deadline) {
        if (isSet(LIST_RUNNING, condition(deadline))) {
            throw new InstrumentFaultException(line.who(), "asked to " + what + ", but a list is still running");
        }
    }

    @Override
    public void start(Duration within) {
        if (!loaded.holds() && !loaded.isOutdated()) {
            throw new IllegalStateException(line.who() + ": start needs a program loaded since the last start");
        }
        ScpiLine withProgram = line.relyingOn(loaded);
        loaded.end();
        withProgram.tell("CURR:MODE LIST", line.deadline(within));
    }

    @Override
    public SupplyStatus status(Duration within) {
        Deadline deadline = line.deadline(within);
        int condition = condition(deadline);
        boolean isOn = line.ask("OUTP?", Reply.FLAG, deadline);
        return new SupplyStatus(isSet(LIST_RUNNING, condition), isOn && isSet(CONSTANT_VOLTAGE, condition), isOn);
    }

    private int condition(Deadline deadline) {
        return line.ask("STAT:OPER:COND?", Reply.INTEGER, deadline);
    }

    private static boolean isSet(int bit, int condition) {
        return (condition & bit) != 0;
    }

    @Override
    public FieldReading measureField(Duration within) {
        double amperes = amperes(line.deadline(within));
        return new FieldReading(amperes, amperes * settings.teslaPerAmpere());
    }

    private double amperes(Deadline deadline) {
        return line.ask("MEAS:CURR?", Reply.NUMBER, deadline);
    }

    @Override
    public void resynchronise(Duration within) {
        line.resynchronise(line.deadline(within));
    }

    @Override
    public void outputOff(double atMostTesla, Duration within) {
        Deadline deadline = line.deadline(within);
        refuseWhileRunning("switch the output off", deadline);
        double tesla = amperes(deadline) * settings.teslaPerAmpere();
        if (!(Math.abs(tesla) <= atMostTesla)) {
            throw new InstrumentFaultException(
                    line.who(),
                    text("asked to switch the output off at %.4g T or less, the field is %.4g T", atMostTesla, tesla));
        }
        loaded.end();
        line.tell("OUTP OFF", deadline);
        line.rest(BEFORE_READBACK, deadline);
        if (line.ask("OUTP?", Reply.FLAG, deadline)) {
            throw new InstrumentFaultException(line.who(), "asked \"OUTP OFF\", its output is on, expected off");
        }
    }

    private double uncertainAmperes() {
        return READBACK * settings.maxAmperes();
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
