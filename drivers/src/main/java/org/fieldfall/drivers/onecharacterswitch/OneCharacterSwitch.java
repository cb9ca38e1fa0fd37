package org.fieldfall.drivers.onecharacterswitch;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Belief;
import org.fieldfall.drivers.scpi.Dialect;
import org.fieldfall.drivers.scpi.Probe;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/**
 * A heat switch moved by single characters: {@code o} opens, {@code c} closes, {@code v} tells the firmware's version.
 *
 * <p>The answer to a command is a blank, the character, CR LF, and says that it arrived, not that the switch moved. The
 * board gives back unknown characters too, so only the version proves who is there. Opening the port resets the board:
 * after that, each time the line is opened, the first character waits until it has booted.
 */
public final class OneCharacterSwitch implements HeatSwitch {

    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Probe VERSION = new Probe("v", Pattern.compile("^(SIM)?\\d[\\w.+-]* v$"));
    private static final Probe COUNT = new Probe("?", Pattern.compile("^\\d{1,5} \\?$"));
    private static final Pattern VERSION_FORM = Pattern.compile(" (SIM)?(\\d[\\w.+-]*) v\r\n");

    private final ScpiLine line;
    private final SwitchSettings settings;
    private final Belief booted;
    private final Told told;

    /** The last character that came back, which a reset of the board makes void. */
    private static final class Told {

        private final Belief counts;
        private volatile Command last = Command.NONE;

        Told(ScpiLine line) {
            counts = new Belief(line);
        }
    }

    public OneCharacterSwitch(Line line, SwitchSettings settings) {
        this.line =
                new ScpiLine(line, new Dialect("", 1, Duration.ZERO, settings.replyWithin(), QUIET, VERSION, COUNT));
        this.settings = settings;
        this.booted = new Belief(this.line);
        this.told = new Told(this.line);
    }

    private OneCharacterSwitch(OneCharacterSwitch other) {
        this.line = other.line.urgent();
        this.settings = other.settings;
        this.booted = other.booted;
        this.told = other.told;
    }

    @Override
    public OneCharacterSwitch urgent() {
        return new OneCharacterSwitch(this);
    }

    @Override
    public Identity identify(Duration within) {
        return onTheLine(within, deadline -> {
            line.greet(deadline);
            String reply = line.ask("v", Reply.exactLine("a version", text -> text), deadline);
            Matcher version = VERSION_FORM.matcher(reply);
            if (!version.matches()) {
                throw new WrongInstrumentException(
                        line.who(),
                        "asked \"v\", got \"" + reply.strip()
                                + "\", expected a version as in \"0.1 v\" of a one-character " + "heat switch");
            }
            // A board has no serial number; a simulated one says so before its version.
            String serial = version.group(1) == null ? "" : version.group(1);
            return new Identity("", "one-character switch", serial, version.group(2));
        });
    }

    @Override
    public void open(Duration within) {
        send('o', Command.OPEN, within);
    }

    @Override
    public void close(Duration within) {
        send('c', Command.CLOSE, within);
    }

    // Until the character has come back, nobody knows which way the switch was last told to go.
    private void send(char character, Command command, Duration within) {
        told.counts.end();
        long generation = line.generation();
        told.last = onTheLine(
                within,
                deadline -> line.during(generation)
                        .askOnce(
                                String.valueOf(character),
                                Reply.exactLine(
                                        "\"" + character + "\" given back", text -> echoed(text, character, command)),
                                deadline));
        told.counts.begin(generation);
    }

    private static Command echoed(String text, char character, Command command) {
        if (!text.equals(" " + character + "\r\n")) {
            throw new IllegalArgumentException("\"" + text.strip() + "\" is not \"" + character + "\" given back");
        }
        return command;
    }

    private interface Call<T> {
        T on(Deadline deadline);
    }

    private <T> T onTheLine(Duration within, Call<T> call) {
        Deadline deadline = line.deadline(within);
        if (!booted.holds()) {
            long generation = line.generation();
            line.rest(settings.boot(), deadline);
            booted.begin(generation);
        }
        return call.on(deadline);
    }

    /** {@inheritDoc} No sensor tells the position: UNKNOWN, always; asks nothing. */
    @Override
    public State state(Duration within) {
        return State.UNKNOWN;
    }

    /** {@inheritDoc} NONE while the fate of the last one sent is not known, and after a reset of the board. */
    @Override
    public Command lastCommand() {
        return told.counts.holds() ? told.last : Command.NONE;
    }

    @Override
    public double settleSeconds() {
        return settings.settleSeconds();
    }

    @Override
    public void resynchronise(Duration within) {
        onTheLine(within, deadline -> {
            line.resynchronise(deadline);
            return true;
        });
    }
}
