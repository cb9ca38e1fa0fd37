package org.fieldfall.simulator.ami430;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.fieldfall.simulator.scpi.Answer;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.CommandTable;
import org.fieldfall.simulator.scpi.ErrorQueue;
import org.fieldfall.simulator.scpi.MessageUnit;
import org.fieldfall.simulator.scpi.ScpiFault;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.SlowMagnet;
import org.fieldfall.simulator.world.World;

/**
 * An AMI 430 at port 7180: it greets whoever comes with two lines. Its magnet is driven; no persistent switch is fitted.
 *
 * <p>What the manual leaves open, or what nobody needs here, is chosen so: it starts in kilogauss and seconds, paused at
 * zero; a rate is that of segment 1, its reach is kept and means nothing, as no other segment can be made; the readback of
 * the field is the current measured to 0.2 mA times the coil constant it is set to; a forced output of 0 V leaves the
 * current of a whole magnet where it is; an empty line is nothing; a command longer than its buffer is an unknown one;
 * between semicolons are commands of their own, answers of one line are joined by them; {@code PS 1} is refused as there is
 * no switch. Commands that come faster than four a second are taken all the same.
 */
public final class Ami430 implements Box {

    private static final String GREETING = "American Magnetics Model 430 IP Interface\r\nHello.\r\n";
    private static final String IDENTITY = "AMERICAN MAGNETICS INC.,MODEL 430,SIM00010,3.18";
    private static final int READINGS_STREAM = 3200;
    private static final double NOISE_AMPERES = 2e-4;
    private static final double MOST_AMPERES_PER_SECOND = 10;
    private static final int UNKNOWN_COMMAND = -101;
    private static final int BAD_ARGUMENT = -102;
    private static final int MISSING = -104;
    private static final int OUT_OF_RANGE = -105;
    private static final int NOT_NUMERIC = -151;
    private static final int UNKNOWN_QUERY = -201;
    private static final int EVENTS_OF_COMMANDS = 1 << 5;

    private final Dice dice;
    private final SlowMagnet magnet;
    private final Units units;
    private final Ramp ramp;
    private final ErrorQueue errors = new ErrorQueue(10, "0,\"No error\"");
    private final CommandTable table = new CommandTable();
    private final StringBuilder said = new StringBuilder();
    private double reach;
    private int events;
    private long readings;

    /**
     * @param world with the magnet around its coil
     * @param teslaPerAmpere coil constant it is set to
     */
    public Ami430(World world, Dice dice, double teslaPerAmpere, double limitAmperes) {
        this.dice = dice;
        this.magnet = world.biasMagnet();
        this.units = new Units(teslaPerAmpere);
        this.ramp = new Ramp(world, limitAmperes);
        this.reach = limitAmperes;
        addCommon();
        addSetup();
        addReadings();
        addActions();
    }

    @Override
    public void pickUp() {
        said.append(GREETING);
    }

    @Override
    public void hear(String line) {
        List<String> answers = new ArrayList<>();
        for (MessageUnit unit : MessageUnit.split(line)) {
            perform(unit, answers);
        }
        if (!answers.isEmpty()) {
            said.append(String.join(";", answers)).append("\r\n");
        }
    }

    private void perform(MessageUnit unit, List<String> answers) {
        try {
            Answer answer = table.perform(unit);
            answer.text().ifPresent(answers::add);
        } catch (ScpiFault fault) {
            note(inOwnWords(fault, unit.header().endsWith("?")));
        }
    }

    /** Its codes are its own: the table of commands knows the standard's. */
    private static ScpiFault inOwnWords(ScpiFault fault, boolean isQuery) {
        return switch (fault.code()) {
            case -113 -> isQuery ? new ScpiFault(UNKNOWN_QUERY, "Unrecognized Query") : unknown();
            case -109 -> new ScpiFault(MISSING, "Missing Parameter");
            case -104 -> new ScpiFault(NOT_NUMERIC, "Non-Numeric Entry");
            case -222 -> new ScpiFault(OUT_OF_RANGE, "Out of Range");
            default -> new ScpiFault(BAD_ARGUMENT, "Invalid Argument");
        };
    }

    private static ScpiFault unknown() {
        return new ScpiFault(UNKNOWN_COMMAND, "Unrecognized Command");
    }

    private void note(ScpiFault fault) {
        errors.add(fault);
        events |= EVENTS_OF_COMMANDS;
    }

    @Override
    public void hearTooMuch() {
        note(unknown());
    }

    @Override
    public void hangUp() {
        said.setLength(0);
    }

    @Override
    public boolean isBusy() {
        return false;
    }

    @Override
    public String say() {
        String text = said.toString();
        said.setLength(0);
        return text;
    }

    private void addCommon() {
        table.ask("*IDN?", () -> IDENTITY)
                .set("*CLS", this::clear)
                .set("*RST", this::clear)
                .ask("*ESR?", this::takeEvents)
                .ask("*OPC?", () -> "1")
                .ask("SYSTem:ERRor?", errors::next)
                .ask("SYSTem:ERRor:COUNT?", () -> errors.isEmpty() ? "0" : "1")
                .set("SYSTem:REMote", () -> {})
                .set("SYSTem:LOCal", () -> {});
    }

    private void clear() {
        errors.clear();
        events = 0;
    }

    private String takeEvents() {
        int taken = events;
        events = 0;
        return String.valueOf(taken);
    }

    private void addSetup() {
        table.set("CONFigure:FIELD:UNITS", words -> units.field(words.integer(0, 1) == 1))
                .ask("FIELD:UNITS?", () -> digit(units.isInTesla()))
                .set("CONFigure:RAMP:RATE:UNITS", words -> units.rate(words.integer(0, 1) == 1))
                .ask("RAMP:RATE:UNITS?", () -> digit(units.isPerMinute()))
                .set("CONFigure:FIELD:TARGet", words -> target(units.amperes(words.number())))
                .ask("FIELD:TARGet?", () -> number(units.field(ramp.target())))
                .set("CONFigure:CURRent:TARGet", words -> target(words.number()))
                .ask("CURRent:TARGet?", () -> number(ramp.target()))
                .set("CONFigure:RAMP:RATE:SEGments", words -> words.integer(1, 1))
                .ask("RAMP:RATE:SEGments?", () -> "1")
                .set("CONFigure:RAMP:RATE:FIELD", words -> rate(words, true))
                .ask("RAMP:RATE:FIELD:1?", () -> pair(units.fieldRate(ramp.rate()), units.field(reach)))
                .set("CONFigure:RAMP:RATE:CURRent", words -> rate(words, false))
                .ask("RAMP:RATE:CURRent:1?", () -> pair(perChosenTime(ramp.rate()), reach))
                .ask("COIL?", () -> number(units.coilConstant()))
                .ask("CURRent:LIMit?", () -> number(ramp.limitAmperes()))
                .ask("CURRent:RATING?", () -> number(ramp.limitAmperes()))
                .ask("PSwitch:INSTalled?", () -> "0");
    }

    private double perChosenTime(double amperesPerSecond) {
        return units.fieldRate(amperesPerSecond) / units.coilConstant();
    }

    private void target(double amperes) {
        if (Math.abs(amperes) > ramp.limitAmperes() * (1 + 1e-9)) {
            throw ScpiFault.outOfRange();
        }
        ramp.target(amperes);
    }

    private void rate(Arguments words, boolean isField) {
        if (words.size() < 3) {
            throw ScpiFault.missingParameter();
        }
        words.atMost(3);
        double[] numbers = words.words().stream().mapToDouble(Arguments::number).toArray();
        double one = isField ? 1 : units.coilConstant();
        double amperesPerSecond = units.amperesPerSecond(one * numbers[1]);
        double upTo = Math.abs(units.amperes(one * numbers[2]));
        if (numbers[0] != 1 || !(amperesPerSecond > 0 && amperesPerSecond <= MOST_AMPERES_PER_SECOND)) {
            throw ScpiFault.outOfRange();
        }
        if (upTo > ramp.limitAmperes() * (1 + 1e-9)) {
            throw ScpiFault.outOfRange();
        }
        reach = upTo;
        ramp.rate(amperesPerSecond);
    }

    private void addReadings() {
        table.ask("FIELD:MAGnet?", () -> number(units.field(shownAmperes())))
                .ask("FIELD:SUPPly?", () -> number(units.field(shownAmperes())))
                .ask("CURRent:MAGnet?", () -> number(shownAmperes()))
                .ask("CURRent:SUPPly?", () -> number(shownAmperes()))
                .ask("STATE?", () -> String.valueOf(ramp.look()))
                .ask("QUench?", () -> digit(ramp.isLatched()))
                .ask("QUench:COUNT?", () -> String.valueOf(ramp.magnetQuenches()))
                .ask("PSwitch?", () -> "0")
                .ask("PERSistent?", () -> "0");
    }

    private double shownAmperes() {
        return magnet.amperes() + NOISE_AMPERES * dice.normal(READINGS_STREAM, readings++);
    }

    private void addActions() {
        action("RAMP", Ramp.RAMPING);
        action("PAUSE", Ramp.PAUSED);
        action("ZERO", Ramp.ZEROING);
        action("INCR", Ramp.UP);
        action("DECR", Ramp.DOWN);
        Consumer<Arguments> latch = words -> ramp.latch(words.integer(0, 1) == 1);
        table.set("QUench", latch).set("PSwitch", words -> {
            if (words.integer(0, 1) == 1) {
                throw ScpiFault.settingsConflict();
            }
        });
    }

    private void action(String word, int state) {
        table.set(word, () -> ramp.ask(state));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value == 0 ? 0.0 : value);
    }

    private static String pair(double rate, double reach) {
        return String.format(Locale.ROOT, "%.7f,%.4f", rate, reach);
    }

    private static String digit(boolean value) {
        return value ? "1" : "0";
    }
}
