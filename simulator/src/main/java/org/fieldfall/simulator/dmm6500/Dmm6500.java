package org.fieldfall.simulator.dmm6500;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
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

/**
 * A Keithley DMM6500 in DC volts with its reading buffers, trigger timer 1 and trigger model. In another language than SCPI
 * it knows who it is and which language it speaks, and is silent to all else.
 *
 * <p>What the manual leaves open is chosen so: a change of the measure settings does not disturb a model that runs; the
 * digitizer and binary data are not fitted and refused as settings conflict.
 */
public final class Dmm6500 implements Box, Probe, TriggerLine.Input {

    private static final String NO_ERROR = "0,\"No error;0;0 0\"";
    private static final int SENSOR_STREAM = 1003;
    private static final int SHUNT_STREAM = 1004;
    private static final int MOST_COUNT = 1_000_000;
    private static final int FIRST_OF_GROUP = 256;
    private static final int QUESTIONABLE = 1;

    private final World world;
    private final String identity;
    private final Buffers buffers = new Buffers();
    private final Timer timer = new Timer();
    private final TriggerModel model;
    private final ErrorQueue errors = new ErrorQueue(1000, NO_ERROR);
    private final Dialogue dialogue;
    private Setup setup = new Setup();
    private String language;
    private String nextLanguage;

    private Dmm6500(
            World world, TriggerModel.Noise noise, MeterError error, Stray stray, String serial, String language) {
        this.world = world;
        this.identity = "KEITHLEY INSTRUMENTS,MODEL DMM6500," + serial + ",1.7.12b";
        this.language = language;
        this.nextLanguage = language;
        this.model = new TriggerModel(buffers, error, noise, stray, timer);
        CommandTable table = new CommandTable();
        addCommon(table);
        addVoltage(table);
        addBuffers(table);
        new TriggerWords(world, model, timer, buffers, this::running).addTo(table);
        this.dialogue = new Dialogue(table, errors, "\n");
    }

    /** The meter across the thermometer. */
    public static Dmm6500 acrossSensor(World world, Dice dice, MeterError error, Stray stray) {
        return acrossSensor(world, dice, error, stray, "SCPI");
    }

    /** @param language SCPI, or one that a user before has left it in: TSP, SCPI2000, SCPI34401 */
    public static Dmm6500 acrossSensor(World world, Dice dice, MeterError error, Stray stray, String language) {
        Dmm6500 meter = new Dmm6500(world, noise(dice, SENSOR_STREAM), error, stray, "SIM00005", language);
        world.connect(meter);
        return meter;
    }

    /** The meter across the shunt in the coil's circuit. */
    public static Dmm6500 acrossShunt(World world, double ohm, Dice dice, MeterError error, Stray stray) {
        Dmm6500 meter = new Dmm6500(world, noise(dice, SHUNT_STREAM), error, stray, "SIM00006", "SCPI");
        world.connectShunt(meter, ohm);
        return meter;
    }

    private static TriggerModel.Noise noise(Dice dice, long stream) {
        return (acquisition, reading) -> dice.normal(stream + (acquisition << 16), reading);
    }

    /** Off and on: it comes up in the language it was told last, with all else as after a reset. */
    public void reboot() {
        dialogue.forget();
        language = nextLanguage;
        errors.clear();
        reset();
    }

    @Override
    public void edge(double worldSeconds) {
        model.edge(worldSeconds);
        dialogue.proceed();
    }

    @Override
    public void hear(String line) {
        if (language.equals("SCPI") || isOfAnyLanguage(line)) {
            dialogue.hear(line);
        }
    }

    private static boolean isOfAnyLanguage(String line) {
        String word = line.strip().toUpperCase(Locale.ROOT);
        return word.equals("*IDN?") || word.equals("*LANG?") || word.startsWith("*LANG ");
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
        return model.isTimed();
    }

    @Override
    public void hang(boolean isHanging) {
        model.hang(isHanging);
    }

    @Override
    public void sees(double fromSeconds, double fromVolts, double toSeconds, double toVolts) {
        model.sees(fromSeconds, fromVolts, toSeconds, toVolts);
        dialogue.proceed();
    }

    private void addCommon(CommandTable table) {
        table.ask("*IDN?", () -> identity)
                .set("*RST", this::reset)
                .set("*CLS", errors::clear)
                .set("*WAI", () -> {})
                .ask("*OPC?", () -> "1")
                .ask("*ESR?", () -> String.valueOf(errors.takeEvents()))
                .ask("*TST?", () -> "0")
                .ask("*LANG?", () -> language)
                .set("*LANG", words -> nextLanguage = language(words.word()))
                .ask("SYSTem:ERRor[:NEXT]?", this::nextError)
                .ask("SYSTem:VERSion?", () -> "1999.0")
                .set("SYSTem:CLEar", errors::clear);
    }

    private static String language(String word) {
        if (!List.of("SCPI", "TSP", "SCPI2000", "SCPI34401").contains(word)) {
            throw ScpiFault.illegalParameter();
        }
        return word;
    }

    /** Behind the text stand a type and a time, within the quotes. */
    private String nextError() {
        String entry = errors.next();
        return entry.equals(NO_ERROR) ? entry : entry.substring(0, entry.length() - 1) + ";1;0 0\"";
    }

    private void reset() {
        world.act(() -> {
            model.abort();
            model.empty();
            timer.reset();
            buffers.reset();
            setup = new Setup();
        });
    }

    private void addVoltage(CommandTable table) {
        table.set("[SENSe:]FUNCtion[:ON]", words -> refuseOtherThan("VOLT:DC", Words.word(words, 0)))
                .ask("[SENSe:]FUNCtion[:ON]?", () -> "\"VOLT:DC\"")
                .set("[SENSe:]DIGitize:FUNCtion[:ON]", words -> refuseOtherThan("NONE", Words.word(words, 0)))
                .set("[SENSe:]VOLTage[:DC]:RANGe[:UPPer]", a -> setup.fixRange(Words.limited(a, 0, 1000, 1000)))
                .ask("[SENSe:]VOLTage[:DC]:RANGe[:UPPer]?", () -> Words.text(setup.range))
                .set("[SENSe:]VOLTage[:DC]:RANGe:AUTO", a -> setup.autoRange = a.isOn())
                .ask("[SENSe:]VOLTage[:DC]:RANGe:AUTO?", () -> Words.digit(setup.autoRange))
                .set("[SENSe:]VOLTage[:DC]:NPLCycles", a -> setup.apertureSeconds = cycles(a) * Setup.LINE_SECONDS)
                .ask("[SENSe:]VOLTage[:DC]:NPLCycles?", () -> Words.text(setup.apertureSeconds / Setup.LINE_SECONDS))
                .set("[SENSe:]VOLTage[:DC]:APERture", a -> setup.apertureSeconds = aperture(a))
                .ask("[SENSe:]VOLTage[:DC]:APERture?", () -> Words.text(setup.apertureSeconds))
                .set("[SENSe:]VOLTage[:DC]:AZERo[:STATe]", a -> setup.autoZero = a.isOn())
                .ask("[SENSe:]VOLTage[:DC]:AZERo[:STATe]?", () -> Words.digit(setup.autoZero))
                .set("[SENSe:]VOLTage[:DC]:AZERo:ONCE", () -> {})
                .set("[SENSe:]AZERo:ONCE", () -> {})
                .set("[SENSe:]COUNt", a -> setup.count = (int) Words.limited(a, 1, MOST_COUNT, 1))
                .ask("[SENSe:]COUNt?", () -> String.valueOf(setup.count))
                .set("FORMat[:DATA]", words -> refuseBinary(words.word()))
                .ask("FORMat[:DATA]?", () -> "ASC")
                .await("READ?", this::read)
                .await("MEASure:VOLTage[:DC]?", this::read)
                .ask("FETCh?", words -> last(bufferOf(words)));
    }

    private static double cycles(Arguments words) {
        return Words.limited(words, Setup.LEAST_CYCLES, Setup.MOST_CYCLES, 1);
    }

    private static double aperture(Arguments words) {
        return Words.limited(words, Setup.SHORTEST_APERTURE, Setup.LONGEST_APERTURE, Setup.LINE_SECONDS);
    }

    private static void refuseOtherThan(String known, String quoted) {
        String bare = quoted.replaceAll("[\"']", "").toUpperCase(Locale.ROOT).replace("VOLTAGE", "VOLT");
        if (bare.length() + 2 != quoted.length()
                && !quoted.toUpperCase(Locale.ROOT).contains("VOLTAGE")) {
            throw new ScpiFault(-104, "Data type error");
        }
        if (!bare.equals(known) && !(known.equals("VOLT:DC") && bare.equals("VOLT"))) {
            throw ScpiFault.settingsConflict();
        }
    }

    private static void refuseBinary(String word) {
        if (Arguments.means(word, "REAL") || Arguments.means(word, "SREal")) {
            throw ScpiFault.settingsConflict();
        }
        if (!Arguments.means(word, "ASCii")) {
            throw ScpiFault.illegalParameter();
        }
    }

    private void addBuffers(CommandTable table) {
        table.set("TRACe:MAKE", words -> make(words))
                .set(
                        "TRACe:DELete",
                        words -> buffers.delete(
                                words.words().isEmpty() ? "" : words.words().get(0)))
                .set("TRACe:CLEar", words -> bufferOf(words).clear())
                .set(
                        "TRACe:POINts",
                        words -> buffers.resize(
                                words.size() > 1 ? Words.word(words, 1) : "\"" + Buffers.FIRST + "\"",
                                points(words, 0)))
                .ask("TRACe:POINts?", words -> String.valueOf(bufferOf(words).capacity()))
                .set("TRACe:FILL:MODE", this::fill)
                .ask("TRACe:FILL:MODE?", words -> bufferOf(words).isContinuous() ? "CONT" : "ONCE")
                .ask("TRACe:ACTual?", words -> String.valueOf(bufferOf(words).size()))
                .ask("TRACe:ACTual:STARt?", words -> bufferOf(words).size() > 0 ? "1" : "0")
                .ask(
                        "TRACe:ACTual:END?",
                        words -> String.valueOf(bufferOf(words).size()))
                .ask("TRACe:DATA?", this::data);
    }

    private void make(Arguments words) {
        words.atMost(3);
        buffers.make(Words.word(words, 0), points(words, 1));
    }

    private static int points(Arguments words, int index) {
        return Words.whole(words, index, 10, Buffers.MOST_READINGS);
    }

    private void fill(Arguments words) {
        words.atMost(2);
        String mode = Words.word(words, 0);
        boolean continuous = Arguments.means(mode, "CONTinuous");
        if (!continuous && !Arguments.means(mode, "ONCE")) {
            throw ScpiFault.illegalParameter();
        }
        buffer(words, 1).continuous(continuous);
    }

    private Buffer bufferOf(Arguments words) {
        words.atMost(1);
        return buffer(words, 0);
    }

    private Buffer buffer(Arguments words, int index) {
        return buffers.of(words.size() > index ? Words.word(words, index) : "\"" + Buffers.FIRST + "\"");
    }

    /** {@code TRAC:DATA? first,last,"buffer",elements}, both ends counted from 1 and included. */
    private String data(Arguments words) {
        Buffer buffer = buffer(words, 2);
        int from = Words.whole(words, 0, 1, Math.max(1, buffer.size()));
        int to = Words.whole(words, 1, from, Math.max(1, buffer.size()));
        if (buffer.size() == 0) {
            throw ScpiFault.outOfRange();
        }
        List<String> elements = words.size() > 3 ? words.words().subList(3, words.size()) : List.of("READ");
        StringJoiner text = new StringJoiner(",");
        for (int i = from - 1; i < to; i++) {
            for (String element : elements) {
                text.add(element(buffer, i, element));
            }
        }
        return text.toString();
    }

    private static String element(Buffer buffer, int index, String name) {
        if (Arguments.means(name, "READing")) {
            return Words.text(buffer.value(index));
        }
        if (Arguments.means(name, "RELative")) {
            return Words.text(buffer.relativeSeconds(index));
        }
        if (Arguments.means(name, "STATus")) {
            int over = Math.abs(buffer.value(index)) >= Setup.OVERLOAD ? QUESTIONABLE : 0;
            return String.valueOf(over | (index == 0 ? FIRST_OF_GROUP : 0));
        }
        if (Arguments.means(name, "UNIT")) {
            return "Volt DC";
        }
        throw ScpiFault.illegalParameter();
    }

    private static String last(Buffer buffer) {
        if (buffer.size() == 0) {
            throw new ScpiFault(-230, "Data corrupt or stale");
        }
        return Words.text(buffer.value(buffer.size() - 1));
    }

    private Answer read(Arguments words) {
        Buffer buffer = bufferOf(words);
        String name = words.size() > 0 ? Buffers.name(words.words().get(0)) : Buffers.FIRST;
        if (model.isActive()) {
            throw new ScpiFault(-213, "Init ignored");
        }
        world.act(() -> model.measure(name, setup.copy(), world.seconds()));
        return Answer.once(() -> !model.isActive(), () -> last(buffer));
    }

    private Setup running() {
        return setup.copy();
    }
}
