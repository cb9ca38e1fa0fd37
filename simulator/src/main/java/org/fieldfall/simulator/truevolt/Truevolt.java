package org.fieldfall.simulator.truevolt;

import java.util.function.Consumer;
import org.fieldfall.simulator.scpi.Answer;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.CommandTable;
import org.fieldfall.simulator.scpi.Dialogue;
import org.fieldfall.simulator.scpi.ErrorQueue;
import org.fieldfall.simulator.scpi.ScpiFault;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.MeterError;
import org.fieldfall.simulator.world.Probe;
import org.fieldfall.simulator.world.Stray;
import org.fieldfall.simulator.world.TriggerLine;
import org.fieldfall.simulator.world.World;

/** A Keysight 34465A in DC volts with its reading memory. A change of the setup ends a measurement and clears the memory. */
public final class Truevolt implements Box, Probe, TriggerLine.Input {

    private static final String MAKE = "Keysight Technologies,34465A,";
    private static final String FIRMWARE = ",A.03.01-03.15-03.01-00.52-03-02";
    private static final int SENSOR_STREAM = 1001;
    private static final int SHUNT_STREAM = 1002;
    private static final double LONGEST_SECONDS = 3600;
    private static final double NO_DATA = 9.91e37;
    private static final int OVERLOADED = 1;
    private static final int TIMING_VIOLATED = 1 << 2;
    private static final int MEMORY_OVERFLOWED = 1 << 14;

    private final World world;
    private final String identity;
    private final Memory memory = new Memory();
    private final Acquisition acquisition;
    private final ErrorQueue errors = new ErrorQueue(20, "+0,\"No error\"");
    private final Dialogue dialogue;
    private Setup setup = new Setup();
    private int events;
    private boolean timingViolated;

    private Truevolt(World world, Acquisition.Noise noise, MeterError error, Stray stray, String serial) {
        this.world = world;
        this.identity = MAKE + serial + FIRMWARE;
        this.acquisition = new Acquisition(memory, error, noise, stray);
        CommandTable table = new CommandTable();
        addCommon(table);
        addVoltage(table);
        addTrigger(table);
        addData(table);
        this.dialogue = new Dialogue(table, errors, "\n");
    }

    /** The meter across the thermometer. */
    public static Truevolt acrossSensor(World world, Dice dice, MeterError error) {
        return acrossSensor(world, dice, error, Stray.NONE);
    }

    /** The meter across the thermometer and what strays into its leads. */
    public static Truevolt acrossSensor(World world, Dice dice, MeterError error, Stray stray) {
        Truevolt meter = new Truevolt(world, new Acquisition.Noise(dice, SENSOR_STREAM), error, stray, "SIM00002");
        world.connect(meter);
        return meter;
    }

    /** The meter across the shunt in the coil's circuit. */
    public static Truevolt acrossShunt(World world, double ohm, Dice dice, MeterError error, Stray stray) {
        Truevolt meter = new Truevolt(world, new Acquisition.Noise(dice, SHUNT_STREAM), error, stray, "SIM00003");
        world.connectShunt(meter, ohm);
        return meter;
    }

    /** An edge at the trigger input. */
    @Override
    public void edge(double worldSeconds) {
        acquisition.edge(worldSeconds);
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

    @Override
    public boolean isSampling() {
        return acquisition.isMeasuring();
    }

    @Override
    public void sees(double fromSeconds, double fromVolts, double toSeconds, double toVolts) {
        acquisition.sees(fromSeconds, fromVolts, toSeconds, toVolts);
        events |= condition() | (acquisition.hasOverloaded() ? OVERLOADED : 0);
        dialogue.proceed();
    }

    @Override
    public void hang(boolean isHanging) {
        acquisition.hang(isHanging);
    }

    private void addCommon(CommandTable table) {
        table.ask("*IDN?", () -> identity)
                .set("*RST", () -> change(fresh -> setup = new Setup()))
                .set("*CLS", this::clearStatus)
                .set("*WAI", () -> {})
                .await("*OPC?", arguments -> Answer.once(acquisition::isIdle, () -> "1"))
                .ask("*TST?", () -> "+0")
                .ask("*ESR?", () -> Words.whole(errors.takeEvents()))
                .ask("SYSTem:ERRor[:NEXT]?", errors::next)
                .ask("SYSTem:VERSion?", () -> "1994.0")
                .set("DISPlay[:STATe]", Arguments::isOn)
                .set("DISPlay:TEXT[:DATA]", arguments -> arguments.atMost(1))
                .ask("STATus:QUEStionable[:EVENt]?", this::takeEvents)
                .ask("STATus:QUEStionable:CONDition?", () -> Words.whole(condition()));
    }

    private void addVoltage(CommandTable table) {
        table.set("CONFigure[:VOLTage][:DC]", this::configure)
                .ask("CONFigure?", () -> "\"VOLT " + Digits.format(setup.range) + "\"")
                .set(
                        "[SENSe:]VOLTage[:DC]:RANGe[:UPPer]",
                        a -> change(s -> s.fixRange(Words.limited(a, 0, 1000, 1000))))
                .ask("[SENSe:]VOLTage[:DC]:RANGe[:UPPer]?", a -> Words.asked(a, setup.range, 0.1, 1000))
                .set("[SENSe:]VOLTage[:DC]:RANGe:AUTO", a -> change(s -> s.autoRange = a.isOn()))
                .ask("[SENSe:]VOLTage[:DC]:RANGe:AUTO?", () -> Words.digit(setup.autoRange))
                .set("[SENSe:]VOLTage[:DC]:NPLCycles", a -> change(s -> s.lineCycles(Words.limited(a, 0.001, 100, 10))))
                .ask("[SENSe:]VOLTage[:DC]:NPLCycles?", a -> Words.asked(a, lineCycles(), 0.001, 100))
                .set("[SENSe:]VOLTage[:DC]:APERture", a -> change(s -> s.apertureSeconds = aperture(a)))
                .ask("[SENSe:]VOLTage[:DC]:APERture?", this::askedAperture)
                .set("[SENSe:]VOLTage[:DC]:ZERO:AUTO", a -> change(s -> s.autoZero = a.isOn()))
                .ask("[SENSe:]VOLTage[:DC]:ZERO:AUTO?", () -> Words.digit(setup.autoZero));
    }

    private void addTrigger(CommandTable table) {
        table.set("TRIGger:SOURce", a -> change(s -> s.source = Setup.Source.parse(a.word())))
                .ask("TRIGger:SOURce?", () -> setup.source.reply())
                .set("TRIGger:SLOPe", a -> change(s -> s.negativeSlope = Words.isNegative(a.word())))
                .ask("TRIGger:SLOPe?", () -> setup.negativeSlope ? "NEG" : "POS")
                .set("TRIGger:COUNt", a -> change(s -> s.triggers = Words.count(a)))
                .ask("TRIGger:COUNt?", () -> Digits.format(setup.triggers))
                .set("TRIGger:DELay", a -> change(s -> delay(s, Words.limited(a, 0, LONGEST_SECONDS, 0))))
                .ask("TRIGger:DELay?", a -> Words.asked(a, setup.delaySeconds, 0, LONGEST_SECONDS))
                .set("TRIGger:DELay:AUTO", a -> change(s -> s.autoDelay = a.isOn()))
                .ask("TRIGger:DELay:AUTO?", () -> Words.digit(setup.autoDelay))
                .set("SAMPle:COUNt", a -> change(s -> s.samples = Words.count(a)))
                .ask("SAMPle:COUNt?", () -> Words.whole(setup.samples))
                .set("SAMPle:SOURce", a -> change(s -> s.timed = Words.isTimer(a.word())))
                .ask("SAMPle:SOURce?", () -> setup.timed ? "TIM" : "IMM")
                .set("SAMPle:TIMer", a -> change(s -> s.timerSeconds = timer(a)))
                .ask(
                        "SAMPle:TIMer?",
                        a -> Words.asked(a, setup.timerSeconds, setup.shortestInterval(), LONGEST_SECONDS))
                .set("INITiate[:IMMediate]", this::initiate)
                .set("*TRG", this::trigger)
                .set("ABORt", () -> world.act(acquisition::abort));
    }

    private void addData(CommandTable table) {
        table.await("READ?", arguments -> read())
                .await("MEASure[:VOLTage][:DC]?", this::measure)
                .await("FETCh?", arguments -> Answer.once(acquisition::isIdle, this::fetch))
                .ask("R?", arguments -> Words.block(memory.take(wanted(arguments))))
                .ask("DATA:POINts?", () -> Words.whole(memory.size()))
                .await("DATA:REMove?", this::remove)
                .ask("DATA:LAST?", () -> memory.size() == 0 ? Digits.format(NO_DATA) : lastReading());
    }

    private void change(Consumer<Setup> edit) {
        world.act(() -> {
            edit.accept(setup);
            acquisition.abort();
            memory.clear();
            timingViolated = false;
        });
    }

    private void configure(Arguments arguments) {
        arguments.atMost(2);
        Setup fresh = new Setup();
        if (arguments.size() > 0 && !Arguments.means(arguments.words().get(0), "AUTO")) {
            fresh.fixRange(Words.range(arguments.words().get(0)));
        }
        change(old -> setup = fresh);
    }

    /** CONFigure and READ? in one. */
    private Answer measure(Arguments arguments) {
        configure(arguments);
        return read();
    }

    private void initiate() {
        if (!acquisition.isIdle()) {
            throw new ScpiFault(-213, "Init ignored");
        }
        world.act(() -> acquisition.initiate(setup, world.seconds()));
        timingViolated = setup.violatesTiming();
        events |= condition();
    }

    private void trigger() {
        if (!acquisition.isWaiting() || setup.source != Setup.Source.BUS) {
            throw new ScpiFault(-211, "Trigger ignored");
        }
        world.act(() -> acquisition.trigger(world.seconds()));
    }

    private Answer read() {
        if (setup.source == Setup.Source.BUS) {
            throw new ScpiFault(-214, "Trigger deadlock");
        }
        initiate();
        return Answer.once(acquisition::isIdle, this::fetch);
    }

    private String fetch() {
        if (memory.size() == 0) {
            throw new ScpiFault(-230, "Data corrupt or stale");
        }
        return memory.all();
    }

    private Answer remove(Arguments arguments) {
        arguments.atMost(2);
        if (arguments.size() == 2 && !Arguments.means(arguments.words().get(1), "WAIT")) {
            throw ScpiFault.illegalParameter();
        }
        int count =
                new Arguments(arguments.words().subList(0, Math.min(1, arguments.size()))).integer(1, Memory.CAPACITY);
        boolean waits = arguments.size() == 2;
        return Answer.once(() -> !waits || memory.size() >= count || acquisition.isIdle(), () -> removed(count));
    }

    private String removed(int count) {
        if (memory.size() < count) {
            throw ScpiFault.outOfRange();
        }
        return memory.take(count);
    }

    private int wanted(Arguments arguments) {
        int most = arguments.size() == 0 ? Memory.CAPACITY : arguments.integer(1, Memory.CAPACITY);
        return Math.min(most, memory.size());
    }

    private String lastReading() {
        return Digits.format(memory.last()) + " VDC";
    }

    private void clearStatus() {
        errors.clear();
        events = 0;
    }

    private String takeEvents() {
        int latched = events | condition();
        events = 0;
        return Words.whole(latched);
    }

    private int condition() {
        return (timingViolated ? TIMING_VIOLATED : 0) | (memory.hasOverflowed() ? MEMORY_OVERFLOWED : 0);
    }

    private double lineCycles() {
        return setup.apertureSeconds / Setup.LINE_SECONDS;
    }

    private static double aperture(Arguments arguments) {
        return Words.limited(arguments, Setup.SHORTEST_APERTURE, 1, 10 * Setup.LINE_SECONDS);
    }

    private String askedAperture(Arguments arguments) {
        return Words.asked(arguments, setup.apertureSeconds, Setup.SHORTEST_APERTURE, 1);
    }

    private double timer(Arguments arguments) {
        double shortest = Arguments.means(arguments.word(), "MINimum") ? setup.shortestInterval() : 20e-6;
        return Words.limited(arguments, shortest, LONGEST_SECONDS, 1);
    }

    private static void delay(Setup setup, double seconds) {
        setup.delaySeconds = seconds;
        setup.autoDelay = false;
    }
}
