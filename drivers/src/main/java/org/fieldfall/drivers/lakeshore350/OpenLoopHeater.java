package org.fieldfall.drivers.lakeshore350;

import java.time.Duration;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Belief;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.scpi.ScpiNumber;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.SampleHeater;

/**
 * The sample heater: an output in open loop, whose percentage of a range's full current we know.
 *
 * <p>A pulse begins with the last message of {@link #on}, which returns with its answer, and ends with the first of {@link
 * #off}: the time from the end of one call to the begin of the other is its length, to within a round trip and the line's
 * gap. Range and percentage together make the current, so from one level to another the output goes through off.
 */
final class OpenLoopHeater implements SampleHeater {

    private static final Reply<Integer> RANGE = Reply.line("a range from 0 to 5", OpenLoopHeater::range);
    private static final Reply<String> FIELDS = Reply.line("numbers with commas", OpenLoopHeater::fields);
    private static final Pattern COMMAS = Pattern.compile("[+-]?\\d+(\\.\\d*)?(,[+-]?\\d+(\\.\\d*)?)+");
    private static final String OPEN_LOOP = "3,0,0";
    private static final int OFF = 0;
    private static final double READBACK_PERCENT = 0.006;

    private final LakeShore350 box;
    private final ScpiLine line;
    private final HeaterSettings settings;
    private final Capability capability;
    private final Belief ready;

    OpenLoopHeater(LakeShore350 box, ScpiLine line, HeaterSettings settings) {
        this.box = box;
        this.line = line;
        this.settings = settings;
        this.capability = LakeShore350.heaterCapability(settings);
        this.ready = new Belief(line);
    }

    @Override
    public SampleHeater urgent() {
        return box.urgent().heater(settings);
    }

    @Override
    public Capability capability() {
        return capability;
    }

    @Override
    public Identity identify(Duration within) {
        ready.end();
        return box.identify(within);
    }

    @Override
    public double on(double watts, Duration within) {
        HeaterLevel level = level(watts);
        Deadline deadline = line.deadline(within);
        off(deadline);
        if (!ready.holds()) {
            openTheLoop(deadline);
        }
        line.relyingOn(ready).tell(command("MOUT", level), deadline);
        double percent = line.ask(question("MOUT?"), Reply.NUMBER, deadline);
        expect(Math.abs(percent - level.percent()) <= READBACK_PERCENT, "MOUT?", percent, level);
        heat(level.range(), deadline);
        return level.watts();
    }

    private HeaterLevel level(double watts) {
        try {
            return HeaterLevel.of(watts, settings);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(line.who() + ": " + e.getMessage() + "; nothing sent", e);
        }
    }

    // A percentage of the full current, not of the full power, is what the levels are made for: HTRSET says which.
    private void openTheLoop(Deadline deadline) {
        long generation = line.generation();
        line.tell(command("OUTMODE", OPEN_LOOP), deadline);
        String mode = line.ask(question("OUTMODE?"), FIELDS, deadline);
        expect(mode.equals(OPEN_LOOP), "OUTMODE?", mode, OPEN_LOOP);
        String setup = line.ask(question("HTRSET?"), FIELDS, deadline);
        expect(
                isInFullCurrents(setup),
                "HTRSET?",
                setup,
                "1 as the last number (heater output shown as current) and no user limit below 0.1 A");
        ready.begin(generation);
    }

    // A user's current limit, number 0 as maximum, would take the place of the output's own full current.
    static boolean isInFullCurrents(String setup) {
        String[] fields = setup.split(",", -1);
        if (fields.length != 4 || !fields[3].equals("1")) {
            return false;
        }
        double userAmperes = ScpiNumber.parse(fields[2]);
        return !fields[1].equals("0") || userAmperes == 0 || userAmperes >= HeaterLevel.TOP_AMPERES;
    }

    // Command and question in one message, so that the answer marks the moment; asked for again it would mark another.
    private void heat(int range, Deadline deadline) {
        String message = command("RANGE", range) + ";" + question("RANGE?");
        int found = line.relyingOn(ready).askOnce(message, RANGE, deadline);
        expect(found == range, "RANGE?", found, range);
    }

    @Override
    public void off(Duration within) {
        off(line.deadline(within));
    }

    private void off(Deadline deadline) {
        line.tell(command("RANGE", OFF), deadline);
        int found = line.ask(question("RANGE?"), RANGE, deadline);
        expect(found == OFF, "RANGE?", found, OFF);
    }

    private String command(String word, Object value) {
        return word + " " + settings.output() + "," + value;
    }

    private String question(String word) {
        return word + " " + settings.output();
    }

    private void expect(boolean isSo, String word, Object found, Object due) {
        if (!isSo) {
            ready.end();
            throw new InstrumentFaultException(
                    line.who(), "asked \"" + question(word) + "\", got \"" + found + "\", expected " + due);
        }
    }

    private static int range(String text) {
        if (!text.matches("[0-5]")) {
            throw new IllegalArgumentException("\"" + text + "\" is no range");
        }
        return text.charAt(0) - '0';
    }

    private static String fields(String text) {
        if (!COMMAS.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not numbers with commas");
        }
        return text;
    }

    @Override
    public void resynchronise(Duration within) {
        line.resynchronise(line.deadline(within));
    }
}
