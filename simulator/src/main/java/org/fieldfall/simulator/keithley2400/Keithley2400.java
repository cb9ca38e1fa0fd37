package org.fieldfall.simulator.keithley2400;

import java.util.List;
import java.util.Locale;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.CommandTable;
import org.fieldfall.simulator.scpi.Dialogue;
import org.fieldfall.simulator.scpi.ErrorQueue;
import org.fieldfall.simulator.scpi.ScpiFault;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.World;

/**
 * A Keithley 2400 as a current source, just switched on: output off, sourcing volts. What the manual leaves open, or what
 * nobody needs here, is chosen so: only currents can be sourced, volts stay at 0; a reading takes no time and shows the
 * voltage across the thermometer and the current as the instrument believes it; answers end with CR LF, one of the
 * terminators its menu offers.
 */
public final class Keithley2400 implements Box {

    private static final String IDENTITY =
            "KEITHLEY INSTRUMENTS INC.,MODEL 2400,SIM00006,C30   Mar 17 2006 09:29:29/A02  /K/J";
    private static final double NO_DATA = 9.91e37;
    private static final int IN_COMPLIANCE = 1 << 3;
    private static final int NOISE_STREAM = 3004;
    private static final double VOLT_NOISE = 1e-6;
    private static final List<String> ELEMENTS = List.of("VOLT", "CURR", "RES", "TIME", "STAT");

    private final World world;
    private final Dice dice;
    private final double trueOverShown;
    private final ErrorQueue errors = new ErrorQueue(10, "0,\"No error\"");
    private final Level level = new Level();
    private final Dialogue dialogue;
    private List<String> elements = ELEMENTS;
    private boolean sourcesCurrent;
    private boolean on;
    private boolean measuresOhm;
    private double protectionVolts = 21;
    private long readings;

    /** @param trueOverShown current that flows over the current it believes to source */
    public Keithley2400(World world, Dice dice, double trueOverShown) {
        this.world = world;
        this.dice = dice;
        this.trueOverShown = trueOverShown;
        CommandTable table = new CommandTable();
        addCommon(table);
        addSource(table);
        addReading(table);
        this.dialogue = new Dialogue(table, errors, "\r\n");
        drive();
    }

    @Override
    public void hear(String line) {
        dialogue.hear(line);
    }

    @Override
    public void hearTooMuch() {
        errors.add(new ScpiFault(-363, "Input buffer overrun"));
    }

    @Override
    public void hangUp() {
        dialogue.forget();
    }

    @Override
    public boolean isBusy() {
        return dialogue.isBusy();
    }

    @Override
    public String say() {
        return dialogue.say();
    }

    private void addCommon(CommandTable table) {
        table.ask("*IDN?", () -> IDENTITY)
                .set("*RST", this::reset)
                .set("*CLS", errors::clear)
                .set("*WAI", () -> {})
                .ask("*OPC?", () -> "1")
                .ask("*ESR?", () -> String.valueOf(errors.takeEvents()))
                .ask("SYSTem:ERRor[:NEXT]?", errors::next)
                .set("SYSTem:BEEPer:STATe", Arguments::isOn)
                .set("SYSTem:RSENse", Arguments::isOn);
    }

    // Without a root FUNCtion sets what is measured.
    private void addSource(CommandTable table) {
        table.set("SOURce:FUNCtion[:MODE]", words -> sourceCurrent(words.word()))
                .ask("[SOURce:]FUNCtion[:MODE]?", () -> sourcesCurrent ? "CURR" : "VOLT")
                .set("[SOURce:]CURRent:MODE", Keithley2400::fixed)
                .set("[SOURce:]CURRent[:LEVel][:IMMediate][:AMPLitude]", words -> change(() -> level.set(words)))
                .ask("[SOURce:]CURRent[:LEVel][:IMMediate][:AMPLitude]?", () -> number(level.amperes()))
                .set("[SOURce:]CURRent:RANGe", words -> change(() -> level.range(words)))
                .ask("[SOURce:]CURRent:RANGe?", () -> number(level.range()))
                .set("[SOURce:]CURRent:RANGe:AUTO", words -> change(() -> level.autoRange(words.isOn())))
                .ask("[SOURce:]CURRent:RANGe:AUTO?", () -> digit(level.isAutoRange()))
                .set("[SENSe:]VOLTage[:DC]:PROTection[:LEVel]", words -> change(() -> protect(words)))
                .ask("[SENSe:]VOLTage[:DC]:PROTection[:LEVel]?", () -> number(protectionVolts))
                .ask("[SENSe:]VOLTage[:DC]:PROTection:TRIPped?", () -> digit(isLimited()))
                .set("OUTPut[:STATe]", words -> change(() -> on = words.isOn()))
                .ask("OUTPut[:STATe]?", () -> digit(on));
    }

    private void addReading(CommandTable table) {
        table.set(
                        "[SENSe:]FUNCtion[:ON]",
                        words -> measuresOhm = words.words().toString().contains("RES"))
                .set("[SENSe:]VOLTage[:DC]:RANGe[:UPPer]", words -> within(words, 210))
                .set("[SENSe:]VOLTage[:DC]:RANGe:AUTO", Arguments::isOn)
                .set("[SENSe:]VOLTage[:DC]:NPLCycles", words -> within(words, 10))
                .set("FORMat:ELEMents", this::choose)
                .ask("FORMat:ELEMents?", () -> String.join(",", elements))
                .ask("READ?", this::reading)
                .ask("MEASure[:VOLTage][:DC]?", this::reading)
                .ask("MEASure:CURRent[:DC]?", this::reading)
                .ask("FETCh?", this::reading);
    }

    private void reset() {
        change(() -> {
            on = false;
            sourcesCurrent = false;
            measuresOhm = false;
            protectionVolts = 21;
            elements = ELEMENTS;
            level.reset();
        });
    }

    private void sourceCurrent(String function) {
        boolean current = Arguments.means(function, "CURRent");
        if (!current && !Arguments.means(function, "VOLTage")) {
            throw ScpiFault.illegalParameter();
        }
        change(() -> sourcesCurrent = current);
    }

    private void protect(Arguments words) {
        double volts = Math.abs(words.number());
        if (!(volts >= 2e-4 && volts <= 210)) {
            throw ScpiFault.outOfRange();
        }
        protectionVolts = volts;
    }

    private void choose(Arguments words) {
        List<String> chosen = words.words().stream().map(Keithley2400::element).toList();
        elements = ELEMENTS.stream().filter(chosen::contains).toList();
    }

    private static String element(String word) {
        for (String keyword : List.of("VOLTage", "CURRent", "RESistance", "TIME", "STATus")) {
            if (Arguments.means(word, keyword)) {
                return Arguments.shortForm(keyword);
            }
        }
        throw ScpiFault.illegalParameter();
    }

    /** Sets something and lets the world feel it. */
    private void change(Runnable setting) {
        setting.run();
        world.act(this::drive);
    }

    private void drive() {
        world.excite(sourced() * trueOverShown, protectionVolts);
    }

    private double sourced() {
        return on && sourcesCurrent ? level.amperes() : 0;
    }

    private boolean isLimited() {
        return Math.abs(world.excitationAmperes()) < Math.abs(sourced() * trueOverShown) * (1 - 1e-12);
    }

    private String reading() {
        if (!on) {
            throw new ScpiFault(803, "Not permitted with OUTPUT off");
        }
        double volts = world.thermometerVolts() + VOLT_NOISE * dice.normal(NOISE_STREAM, readings++);
        double amperes = world.excitationAmperes() / trueOverShown;
        return String.join(
                ",",
                elements.stream()
                        .map(element -> number(value(element, volts, amperes)))
                        .toList());
    }

    private double value(String element, double volts, double amperes) {
        return switch (element) {
            case "VOLT" -> volts;
            case "CURR" -> amperes;
            case "RES" -> measuresOhm && amperes != 0 ? volts / amperes : NO_DATA;
            case "TIME" -> world.seconds();
            default -> isLimited() ? IN_COMPLIANCE : 0;
        };
    }

    private static void fixed(Arguments words) {
        if (!Arguments.means(words.word(), "FIXed")) {
            throw ScpiFault.illegalParameter();
        }
    }

    private static void within(Arguments words, double most) {
        if (!(Math.abs(words.number()) <= most)) {
            throw ScpiFault.outOfRange();
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%+.6E", value == 0 ? 0.0 : value);
    }

    private static String digit(boolean value) {
        return value ? "1" : "0";
    }
}
