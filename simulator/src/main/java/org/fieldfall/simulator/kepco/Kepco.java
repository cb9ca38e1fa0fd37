package org.fieldfall.simulator.kepco;

import java.util.List;
import java.util.Locale;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.CommandTable;
import org.fieldfall.simulator.scpi.Dialogue;
import org.fieldfall.simulator.scpi.ErrorQueue;
import org.fieldfall.simulator.scpi.ScpiFault;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.LevelList;
import org.fieldfall.simulator.world.Supply;
import org.fieldfall.simulator.world.TriggerLine;
import org.fieldfall.simulator.world.World;

/**
 * A Kepco BOP with one of its cards on its serial port. What the manual leaves open is chosen so: a list may be started with
 * the output off and then moves nothing; {@code CURR:MODE FIX} goes to the level of {@code CURR}, of a
 * BOP-1KW to the level before the list; a set before {@code
 * SYST:REM 1} is refused with -203, editing while a list runs with -100; the output flag pulses when a list starts.
 */
public final class Kepco implements Box {

    private static final int CONSTANT_VOLTAGE = 1 << 8;
    private static final int CONSTANT_CURRENT = 1 << 10;
    private static final int LIST_DONE = 1 << 12;
    private static final int LIST_RUNNING = 1 << 14;
    private static final double READING_NOISE = 1e-5;
    private static final int NOISE_STREAM = 2001;
    private static final int LONGEST_ECHO = 127;

    private final String identity;
    private final World world;
    private final Supply supply;
    private final TriggerLine triggerLine;
    private final Dice dice;
    private final Converter amperes;
    private final Converter volts;
    private final Card card;
    private final ListMemory list;
    private final StringBuilder echo = new StringBuilder();
    private final ErrorQueue errors = new ErrorQueue(15, "0,\"No error\"");
    private final Dialogue dialogue;

    private boolean remote;
    private double levelAmperes;
    private double levelVolts;
    private long measurements;
    private boolean listUnfinished;
    private boolean echoes;
    private double levelBeforeList;

    /** @param triggerLine gets an edge whenever a list starts */
    public Kepco(World world, TriggerLine triggerLine, Dice dice, double ratedVolts, double ratedAmperes) {
        this(Card.BIT_4886, world, triggerLine, dice, ratedVolts, ratedAmperes);
    }

    /** @param triggerLine gets an edge whenever a list starts */
    public Kepco(Card card, World world, TriggerLine triggerLine, Dice dice, double ratedVolts, double ratedAmperes) {
        this.card = card;
        this.list = new ListMemory(card.capacity());
        this.identity = String.format(
                Locale.ROOT,
                "KEPCO,%s %.0f-%.0f  01-02-2020,SIM00001,4.01-1.80",
                card.model(),
                ratedVolts,
                ratedAmperes);
        this.world = world;
        this.supply = world.supply();
        this.triggerLine = triggerLine;
        this.dice = dice;
        this.amperes = new Converter(ratedAmperes);
        this.volts = new Converter(ratedVolts);
        CommandTable table = new CommandTable();
        addCommon(table);
        addLevels(table);
        addList(table);
        addStatus(table);
        this.dialogue = new Dialogue(table, errors, "\r\n");
    }

    @Override
    public void hear(String line) {
        if (echoes) {
            echo.append(line).append("\r\n");
            if (line.length() > LONGEST_ECHO) {
                hearTooMuch();
                return;
            }
        }
        dialogue.hear(line);
    }

    @Override
    public void hearTooMuch() {
        errors.add(new ScpiFault(-363, "Input buffer overrun"));
    }

    @Override
    public void hangUp() {
        dialogue.forget();
        echo.setLength(0);
    }

    @Override
    public boolean isBusy() {
        return dialogue.isBusy();
    }

    @Override
    public String say() {
        String text = echo + dialogue.say();
        echo.setLength(0);
        return text;
    }

    private void addCommon(CommandTable table) {
        table.ask("*IDN?", () -> identity)
                .set("*RST", this::reset)
                .set("*CLS", errors::clear)
                .set("*WAI", () -> {})
                .set("*OPC", () -> {})
                .ask("*OPC?", () -> "1")
                .ask("*ESR?", () -> String.valueOf(errors.takeEvents()))
                .ask("*TST?", () -> "0")
                .set("SYSTem:REMote", arguments -> remote = arguments.isOn())
                .ask("SYSTem:REMote?", () -> digit(remote))
                .ask("SYSTem:ERRor[:NEXT]?", errors::next)
                .ask("SYSTem:VERSion?", () -> "1997.0");
        if (card.hasEcho()) {
            table.set("SYSTem:COMMunication:SERial:ECHO", arguments -> echoes = arguments.isOn())
                    .ask("SYSTem:COMMunication:SERial:ECHO?", () -> digit(echoes));
        }
    }

    private void addLevels(CommandTable table) {
        table.set("[SOURce:]FUNCtion:MODE", arguments -> regulate(arguments.word()))
                .ask("[SOURce:]FUNCtion:MODE?", () -> digit(supply.regulatesCurrent()))
                .set("[SOURce:]CURRent[:LEVel][:IMMediate][:AMPLitude]", this::setAmperes)
                .ask("[SOURce:]CURRent[:LEVel][:IMMediate][:AMPLitude]?", a -> level(a, levelAmperes, amperes))
                .set("[SOURce:]VOLTage[:LEVel][:IMMediate][:AMPLitude]", this::setVolts)
                .ask("[SOURce:]VOLTage[:LEVel][:IMMediate][:AMPLitude]?", a -> level(a, levelVolts, volts))
                .set("OUTPut[:STATe]", this::switchOutput)
                .ask("OUTPut[:STATe]?", () -> digit(supply.isOn()))
                .ask("MEASure[:SCALar]:CURRent[:DC]?", () -> measured(supply.amperes(), amperes))
                .ask("MEASure[:SCALar]:VOLTage[:DC]?", () -> measured(supply.volts(), volts));
    }

    private void addList(CommandTable table) {
        table.set("[SOURce:]LIST:CLEar", () -> edit(list::clear))
                .set("[SOURce:]LIST:CURRent", a -> edit(() -> list.addLevels(within(a, amperes))))
                .ask("[SOURce:]LIST:CURRent?", list::readLevels)
                .ask("[SOURce:]LIST:CURRent:POINts?", () -> String.valueOf(list.size()))
                .set("[SOURce:]LIST:VOLTage", arguments -> {
                    throw ScpiFault.settingsConflict();
                })
                .set("[SOURce:]LIST:DWELl", a -> edit(() -> list.addDwells(numbers(a))))
                .ask("[SOURce:]LIST:DWELl?", list::readDwells)
                .ask("[SOURce:]LIST:DWELl:POINts?", () -> String.valueOf(list.dwellCount()))
                .set("[SOURce:]LIST:COUNt", a -> edit(() -> list.repeat(a.integer(0, 255))))
                .ask("[SOURce:]LIST:COUNt?", () -> String.valueOf(list.repeats()))
                .set("[SOURce:]LIST:DIRection", a -> edit(() -> list.run(chosen(a.word(), "DOWN", "UP"))))
                .ask("[SOURce:]LIST:DIRection?", () -> list.isDownward() ? "DOWN" : "UP")
                .set("[SOURce:]LIST:GENeration", a -> edit(() -> list.follow(chosen(a.word(), "SEQ", "DSEQ"))))
                .ask("[SOURce:]LIST:GENeration?", () -> list.isSequenced() ? "SEQ" : "DSEQ")
                .set("[SOURce:]LIST:SEQuence", a -> edit(() -> list.sequence(steps(a))))
                .ask(
                        "[SOURce:]LIST:SEQuence?",
                        () -> String.join(
                                ",",
                                list.sequence().stream().map(String::valueOf).toList()))
                .set("[SOURce:]LIST:QUERy", a -> list.readFrom(a.integer(1, card.capacity())))
                .ask("[SOURce:]LIST:QUERy?", () -> String.valueOf(list.readFrom()))
                .set("[SOURce:]CURRent:MODE", arguments -> changeMode(arguments.word()))
                .ask("[SOURce:]CURRent:MODE?", () -> supply.isInList() ? "LIST" : "FIX");
    }

    private void addStatus(CommandTable table) {
        table.ask("STATus:OPERation:CONDition?", () -> String.valueOf(condition()))
                .ask("STATus:OPERation[:EVENt]?", () -> String.valueOf(event()))
                .ask("STATus:QUEStionable[:EVENt]?", () -> "0")
                .ask("STATus:QUEStionable:CONDition?", () -> "0");
    }

    private void reset() {
        world.act(() -> {
            supply.output(false);
            supply.leaveList();
            supply.regulateCurrent(false);
            supply.level(0);
            supply.compliance(0);
        });
        levelAmperes = 0;
        levelVolts = 0;
        list.reset();
        listUnfinished = false;
        echoes = false;
    }

    private void regulate(String what) {
        boolean current = Arguments.means(what, "CURRent");
        if (!current && !Arguments.means(what, "VOLTage")) {
            throw ScpiFault.illegalParameter();
        }
        set(() -> supply.regulateCurrent(current));
    }

    private void setAmperes(Arguments arguments) {
        double wanted = within(arguments.word(), amperes);
        set(() -> supply.level(amperes.output(wanted)));
        levelAmperes = amperes.output(wanted);
    }

    private void setVolts(Arguments arguments) {
        double wanted = within(arguments.word(), volts);
        set(() -> supply.compliance(volts.output(wanted)));
        levelVolts = volts.output(wanted);
    }

    private void switchOutput(Arguments arguments) {
        boolean on = arguments.isOn();
        set(() -> supply.output(on));
    }

    private void changeMode(String mode) {
        if (Arguments.means(mode, "FIXed")) {
            leaveList();
        } else if (Arguments.means(mode, "LIST")) {
            runList();
        } else {
            throw ScpiFault.illegalParameter();
        }
    }

    private void leaveList() {
        boolean jumps = card.jumpsBack() && supply.isInList();
        set(() -> {
            supply.leaveList();
            supply.level(jumps ? levelBeforeList : levelAmperes);
        });
        levelAmperes = jumps ? levelBeforeList : levelAmperes;
    }

    private void runList() {
        refuseWhileRunning();
        if (!supply.regulatesCurrent()) {
            throw ScpiFault.settingsConflict();
        }
        LevelList program = list.program(amperes);
        double before = levelAmperes;
        set(() -> {
            supply.runList(program, world.tick());
            triggerLine.edge(world.seconds());
        });
        listUnfinished = true;
        levelBeforeList = before;
    }

    private void set(Runnable change) {
        if (!remote) {
            throw new ScpiFault(-203, "Command protected");
        }
        world.act(change);
    }

    private void edit(Runnable change) {
        refuseWhileRunning();
        if (!remote) {
            throw new ScpiFault(-203, "Command protected");
        }
        change.run();
    }

    private void refuseWhileRunning() {
        if (supply.isRunningList(world.tick())) {
            throw new ScpiFault(-100, "Command error");
        }
    }

    private int condition() {
        boolean voltage = supply.regulatesCurrent() == supply.isLimiting();
        int running = supply.isRunningList(world.tick()) ? LIST_RUNNING : 0;
        return running | (voltage ? CONSTANT_VOLTAGE : CONSTANT_CURRENT);
    }

    private int event() {
        boolean done = listUnfinished && !supply.isRunningList(world.tick());
        listUnfinished &= !done;
        return condition() | (done ? LIST_DONE : 0);
    }

    private String measured(double value, Converter scale) {
        double noise = READING_NOISE * scale.fullScale() * dice.normal(NOISE_STREAM, measurements++);
        return Numbers.format(scale.output(value + noise));
    }

    private static String level(Arguments arguments, double programmed, Converter scale) {
        if (arguments.size() == 0) {
            return Numbers.format(programmed);
        }
        String which = arguments.word();
        if (Arguments.means(which, "MAXimum")) {
            return Numbers.format(scale.fullScale());
        }
        if (Arguments.means(which, "MINimum")) {
            return Numbers.format(-scale.fullScale());
        }
        throw ScpiFault.illegalParameter();
    }

    private static double within(String word, Converter scale) {
        double value = Numbers.parse(word);
        if (Math.abs(value) > scale.fullScale()) {
            throw ScpiFault.outOfRange();
        }
        return value;
    }

    private static List<Double> within(Arguments arguments, Converter scale) {
        return given(arguments).stream().map(word -> within(word, scale)).toList();
    }

    /** Whether the first of two words was said. */
    private static boolean chosen(String word, String first, String second) {
        if (!Arguments.means(word, first) && !Arguments.means(word, second)) {
            throw ScpiFault.illegalParameter();
        }
        return Arguments.means(word, first);
    }

    private List<Integer> steps(Arguments arguments) {
        return given(arguments).stream()
                .map(word -> new Arguments(List.of(word)).integer(1, card.capacity()))
                .toList();
    }

    private static List<Double> numbers(Arguments arguments) {
        return given(arguments).stream().map(Numbers::parse).toList();
    }

    private static List<String> given(Arguments arguments) {
        if (arguments.size() == 0) {
            throw ScpiFault.missingParameter();
        }
        return arguments.words();
    }

    private static String digit(boolean value) {
        return value ? "1" : "0";
    }
}
