package org.fieldfall.drivers.ami430;

import java.time.Duration;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Belief;
import org.fieldfall.drivers.scpi.Dialect;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.scpi.ScpiNumber;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/**
 * An AMI 430 with the magnet of a bias field, driven, never persistent.
 *
 * <p>It starts each connection at port 7180 with two lines of greeting, which {@link ScpiLine} drops with whatever else was
 * there before the first question. A number is in kilogauss or tesla, a rate per second or per minute, as was last chosen by
 * anybody: before a ramp the driver chooses tesla and seconds, and a reading whose units it has not chosen since the line was
 * opened is asked for with its unit. The first ramp segment is made to reach as far as the limit. A magnet with a persistent
 * switch is refused while the switch is cold, because its field would not follow; warming it is for a person, and so is
 * clearing a magnet quench.
 */
public final class Ami430 implements BiasMagnet {

    private static final int LONGEST_LINE = 200;
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final Pattern OWN_NAME =
            Pattern.compile("^AMERICAN MAGNETICS[^,]*,\\s*MODEL 430\\b", Pattern.CASE_INSENSITIVE);
    private static final int FIELD_DECIMALS = 5;
    private static final int RATE_DECIMALS = 7;
    private static final double SMALLEST_STEP = 1e-5;
    private static final double TESLA_PER_KILOGAUSS = 0.1;
    private static final double READBACK_SHARE = 1e-3;
    private static final Reply<Integer> STATE = Reply.line("a ramping state from 1 to 10", Ami430::stateNumber);
    private static final Reply<double[]> RATE = Reply.line("a rate and how far it reaches", Ami430::rate);

    private final ScpiLine line;
    private final AmiSettings settings;
    private final Capability capability;
    // That it speaks in tesla and seconds, and that nothing forbids a ramp.
    private final Belief ready;

    public Ami430(Line line, AmiSettings settings) {
        this.line = new ScpiLine(
                line, new Dialect("\r\n", LONGEST_LINE, settings.gap(), settings.replyWithin(), QUIET, OWN_NAME));
        this.settings = settings;
        this.capability = capability(settings);
        this.ready = new Belief(this.line);
    }

    private Ami430(Ami430 other) {
        this.line = other.line.urgent();
        this.settings = other.settings;
        this.capability = other.capability;
        this.ready = other.ready;
    }

    @Override
    public Ami430 urgent() {
        return new Ami430(this);
    }

    /** What a magnet of these settings may do: asks nothing. */
    public static Capability capability(AmiSettings settings) {
        return new Capability(settings.largestTesla(), settings.teslaPerSecond(), SMALLEST_STEP);
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
        if (!OWN_NAME.matcher(reply).find()) {
            throw new WrongInstrumentException(
                    line.who(), "asked \"*IDN?\", got \"" + reply + "\", expected an AMI Model 430");
        }
        // Serial number and firmware, or the firmware alone.
        String[] fields = reply.split("\\s*,\\s*", -1);
        return new Identity(fields[0], fields[1], fields.length > 3 ? fields[2] : "", fields[fields.length - 1]);
    }

    /** Asks how the programmer is set up and changes nothing. */
    public AmiSetup measureSetup(Duration within) {
        Deadline deadline = line.deadline(within);
        double tesla = teslaPerUnit(deadline);
        double constant = tesla * line.ask("COIL?", Reply.NUMBER, deadline);
        return new AmiSetup(
                constant,
                constant * line.ask("CURR:LIMIT?", Reply.NUMBER, deadline),
                line.ask("PS:INST?", Reply.FLAG, deadline));
    }

    @Override
    public void rampTo(double tesla, Duration within) {
        String target = onTheWire(tesla);
        Deadline deadline = line.deadline(within);
        if (line.ask("QU?", Reply.FLAG, deadline)) {
            throw new InstrumentFaultException(
                    line.who(),
                    "asked to ramp to " + target
                            + " T, it reports a magnet quench (QU? is 1) and takes no ramp until that"
                            + " is cleared at its front panel");
        }
        makeReady(deadline);
        line.tell("PAUSE", deadline);
        line.relyingOn(ready).tell("CONF:FIELD:TARG " + target, deadline);
        double due = Double.parseDouble(target);
        checkReadback("FIELD:TARG?", line.ask("FIELD:TARG?", Reply.NUMBER, deadline), due, SMALLEST_STEP);
        line.relyingOn(ready).tell("RAMP", deadline);
        line.failOnErrors("ramp to " + target + " T", deadline);
    }

    // Every target that goes out is made here: rounded first, then checked.
    private String onTheWire(double tesla) {
        String text = ScpiNumber.format(tesla, FIELD_DECIMALS);
        if (!(Math.abs(Double.parseDouble(text)) <= settings.largestTesla() * (1 + 1e-12))) {
            throw new IllegalArgumentException(line.who() + ": " + text + " T is beyond the limit of "
                    + settings.largestTesla() + " T, nothing sent");
        }
        return text;
    }

    // Anew for each ramp: somebody at the front panel may have chosen otherwise.
    private void makeReady(Deadline deadline) {
        long generation = line.generation();
        ready.end();
        line.tell("*CLS", deadline);
        line.tell("CONF:FIELD:UNITS 1", deadline);
        line.tell("CONF:RAMP:RATE:UNITS 0", deadline);
        expect(line.ask("FIELD:UNITS?", Reply.INTEGER, deadline) == 1, "FIELD:UNITS?", "1 for tesla");
        expect(line.ask("RAMP:RATE:UNITS?", Reply.INTEGER, deadline) == 0, "RAMP:RATE:UNITS?", "0 for seconds");
        checkReadback("COIL?", line.ask("COIL?", Reply.NUMBER, deadline), settings.teslaPerAmpere(), 0);
        refuseColdSwitch(deadline);
        setRate(deadline);
        line.failOnErrors("speak in tesla and seconds", deadline);
        ready.begin(generation);
    }

    private void refuseColdSwitch(Deadline deadline) {
        if (line.ask("PS:INST?", Reply.FLAG, deadline) && !line.ask("PS?", Reply.FLAG, deadline)) {
            throw new InstrumentFaultException(
                    line.who(),
                    "asked \"PS?\", got \"0\": the persistent switch is cold and the magnet would not follow; warm it by"
                            + " hand");
        }
    }

    private void setRate(Deadline deadline) {
        String rate = ScpiNumber.format(settings.teslaPerSecond(), RATE_DECIMALS);
        String reach = ScpiNumber.format(settings.largestTesla(), FIELD_DECIMALS);
        line.tell("CONF:RAMP:RATE:SEG 1", deadline);
        line.tell("CONF:RAMP:RATE:FIELD 1," + rate + "," + reach, deadline);
        double[] found = line.ask("RAMP:RATE:FIELD:1?", RATE, deadline);
        checkReadback("RAMP:RATE:FIELD:1?", found[0], settings.teslaPerSecond(), 0);
    }

    private void checkReadback(String query, double found, double due, double within) {
        expect(
                Math.abs(found - due) <= READBACK_SHARE * Math.abs(due) + within,
                query,
                Figure.text("%g, not %g", due, found));
    }

    private void expect(boolean isSo, String query, String due) {
        if (!isSo) {
            ready.end();
            throw new InstrumentFaultException(line.who(), "asked \"" + query + "\", expected " + due);
        }
    }

    @Override
    public State state(Duration within) {
        return switch (line.ask("STATE?", STATE, line.deadline(within))) {
            case 7 -> State.MAGNET_QUENCH;
            case 2, 3, 8 -> State.RESTING;
            default -> State.RAMPING;
        };
    }

    private static int stateNumber(String text) {
        if (!text.matches("\\+?([1-9]|10)")) {
            throw new IllegalArgumentException("\"" + text + "\" is no ramping state");
        }
        return Integer.parseInt(text);
    }

    private static double[] rate(String text) {
        String[] fields = text.split("\\s*,\\s*", -1);
        if (fields.length != 2) {
            throw new IllegalArgumentException("\"" + text + "\" is no rate with its reach");
        }
        return new double[] {ScpiNumber.parse(fields[0]), ScpiNumber.parse(fields[1])};
    }

    @Override
    public double measureTesla(Duration within) {
        Deadline deadline = line.deadline(within);
        double tesla = ready.holds() ? 1 : teslaPerUnit(deadline);
        return tesla * line.ask("FIELD:MAG?", Reply.NUMBER, deadline);
    }

    private double teslaPerUnit(Deadline deadline) {
        return line.ask("FIELD:UNITS?", Reply.FLAG, deadline) ? 1 : TESLA_PER_KILOGAUSS;
    }

    @Override
    public void resynchronise(Duration within) {
        line.resynchronise(line.deadline(within));
    }
}
