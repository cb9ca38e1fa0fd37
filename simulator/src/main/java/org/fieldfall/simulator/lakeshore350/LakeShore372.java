package org.fieldfall.simulator.lakeshore350;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.CommandTable;
import org.fieldfall.simulator.scpi.ScpiFault;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Bath;
import org.fieldfall.simulator.world.World;

/**
 * A Lake Shore 372 that has long been at work: output 0, its sample heater, holds the bath at input 3 in closed loop, and the
 * scanner stays there.
 *
 * <p>What the manual leaves open is chosen so: an input that the scanner is not at keeps the reading it last had; inputs
 * without a sensor, which are all but the third, read as resistance over range; with autoscan on it dwells 3 s at each input
 * that is on; {@code SETP?} shows the setpoint where its ramp is; the loop goes on
 * whether the scanner is at its input or not; what is refused changes nothing and shows in {@code *ESR?} alone, an unknown query stays
 * unanswered.
 */
public final class LakeShore372 implements Box {

    static final String IDENTITY = "LSCI,MODEL372,SIM00013,1.3";
    static final int CHANNELS = 16;

    private static final int BATH_INPUT = 3;
    private static final int CURVE = 21;
    private static final int CLOSED_LOOP = 5;
    private static final int MOST_MODE = 6;
    private static final int RANGES = 8;
    private static final int RESISTANCE_OVER = 16;
    private static final int TOO_WARM = 64;
    private static final int TOO_COLD = 128;
    private static final double DWELL_SECONDS = 3;
    private static final double STEP_KELVIN = 1e-6;

    private final World world;
    private final Bath bath;
    private final Sensor sensor;
    private final Talk talk;
    private final Loop[] loops = {new Loop(CLOSED_LOOP, BATH_INPUT, RANGES), new Loop(0, 0, 1)};
    private int scanned = BATH_INPUT;
    private boolean isScanning;
    private double scanningSince;
    private double lastKelvin;

    /** The settings of one heater's loop. */
    private static final class Loop {
        private final int mostRange;
        private int mode;
        private int input;
        private String rest = "0,0,0,5";
        private int range;
        private double setpoint;
        private double rampKelvinPerMinute;
        private boolean ramping;

        Loop(int mode, int input, int mostRange) {
            this.mode = mode;
            this.input = input;
            this.mostRange = mostRange;
        }
    }

    /** @param setpointKelvin what output 0 regulates to at the start */
    public LakeShore372(World world, Sensor sensor, double setpointKelvin) {
        this.world = world;
        this.bath = world.surroundings().bath();
        this.sensor = sensor;
        this.lastKelvin = bath.shownKelvin();
        loops[0].setpoint = setpointKelvin;
        loops[0].range = RANGES - 1;
        CommandTable table = new CommandTable();
        addInputs(table);
        addLoops(table);
        this.talk = new Talk(table, IDENTITY);
    }

    private void addInputs(CommandTable table) {
        table.ask("KRDG?", words -> text(isSeen(input(words)) ? seenKelvin() : 0))
                .ask("SRDG?", words -> text(isSeen(input(words)) ? sensor.ohm(seenKelvin()) : 0))
                .ask("RDGR?", words -> text(isSeen(input(words)) ? sensor.ohm(seenKelvin()) : 0))
                .ask("RDGST?", words -> String.format(Locale.ROOT, "%03d", status(input(words))))
                .ask("INSET?", words -> input(words) == BATH_INPUT ? "1,003,003,21,1" : "0,010,003,00,1")
                .ask("INTYPE?", words -> input(words) == BATH_INPUT ? "0,04,1,15,0,1" : "0,01,0,01,1,1")
                .ask("CRVHDR?", words -> Output.whole(words, 0, 1, 59) == CURVE ? sensor.header() : ",,4,+325.000,1")
                .ask("SCAN?", () -> String.format(Locale.ROOT, "%02d,%d", scannedNow(), isScanning ? 1 : 0))
                .set("SCAN", this::scan);
    }

    private void addLoops(CommandTable table) {
        set(table, "SETP", 2, (loop, words) -> {
            double wanted = Output.number(words, 1, 0, sensor.highestKelvin());
            loop.setpoint = Math.rint(wanted / STEP_KELVIN) * STEP_KELVIN;
        });
        set(table, "RANGE", 2, (loop, words) -> loop.range = Output.whole(words, 1, 0, loop.mostRange));
        set(table, "RAMP", 3, (loop, words) -> {
            double rate = Output.number(words, 2, 0.001, 10);
            loop.ramping = Output.whole(words, 1, 0, 1) == 1;
            loop.rampKelvinPerMinute = rate;
        });
        set(table, "OUTMODE", 7, LakeShore372::mode);
        table.ask("SETP?", words -> text(loop(words, 1) == loops[0] ? bath.workingKelvin() : loop(words, 1).setpoint))
                .ask("RANGE?", words -> String.valueOf(loop(words, 1).range))
                .ask("RAMP?", words -> {
                    Loop loop = loop(words, 1);
                    return String.format(Locale.ROOT, "%d,%+.4E", loop.ramping ? 1 : 0, loop.rampKelvinPerMinute);
                })
                .ask("RAMPST?", words -> loop(words, 1) == loops[0] && bath.isRamping() ? "1" : "0")
                .ask("OUTMODE?", words -> {
                    Loop loop = loop(words, 1);
                    return loop.mode + "," + (loop.input == 0 ? "A" : String.valueOf(loop.input)) + "," + loop.rest;
                })
                .ask("HTR?", () -> String.format(Locale.ROOT, "%+.3E", 100 * bath.effort()))
                .ask("HTRST?", words -> loop(words, 1).range >= 0 ? "0" : "1");
    }

    private interface Setting {
        void set(Loop loop, Arguments words);
    }

    private void set(CommandTable table, String word, int count, Setting setting) {
        Consumer<Arguments> heard = words -> {
            Output.expect(words, count);
            setting.set(loop(words, count), words);
            drive();
        };
        table.set(word, heard);
    }

    private static void mode(Loop loop, Arguments words) {
        int mode = Output.whole(words, 1, 0, MOST_MODE);
        int input = words.words().get(2).equalsIgnoreCase("A") ? 0 : Output.whole(words, 2, 0, CHANNELS);
        String rest = Output.whole(words, 3, 0, 1) + "," + Output.whole(words, 4, 0, 1) + ","
                + Output.whole(words, 5, 0, 1) + "," + Output.whole(words, 6, 1, 255);
        loop.mode = mode;
        loop.input = input;
        loop.rest = rest;
    }

    private Loop loop(Arguments words, int most) {
        if (words.size() == 0) {
            throw ScpiFault.missingParameter();
        }
        words.atMost(most);
        return loops[Output.whole(words, 0, 0, loops.length - 1)];
    }

    private void scan(Arguments words) {
        Output.expect(words, 2);
        int wanted = Output.whole(words, 0, 1, CHANNELS);
        boolean auto = Output.whole(words, 1, 0, 1) == 1;
        lastKelvin = seenKelvin();
        scanned = wanted;
        isScanning = auto;
        scanningSince = world.seconds();
        drive();
    }

    private int scannedNow() {
        if (!isScanning) {
            return scanned;
        }
        long moves = (long) ((world.seconds() - scanningSince) / DWELL_SECONDS);
        return (int) ((scanned - 1 + moves) % CHANNELS) + 1;
    }

    private void drive() {
        world.act(() -> {
            Loop loop = loops[0];
            bath.ramp(
                    loop.ramping && loop.rampKelvinPerMinute > 0
                            ? loop.rampKelvinPerMinute / 60
                            : Double.POSITIVE_INFINITY);
            bath.setpoint(loop.setpoint);
            bath.regulate(loop.range > 0 && loop.mode == CLOSED_LOOP && loop.input == BATH_INPUT);
        });
    }

    private double seenKelvin() {
        return scannedNow() == BATH_INPUT ? bath.shownKelvin() : lastKelvin;
    }

    private boolean isSeen(int input) {
        return input == BATH_INPUT && !bath.isSensorOpen();
    }

    private int status(int input) {
        if (!isSeen(input)) {
            return RESISTANCE_OVER;
        }
        double kelvin = seenKelvin();
        return (kelvin < sensor.lowestKelvin() ? TOO_COLD : 0) | (kelvin > sensor.highestKelvin() ? TOO_WARM : 0);
    }

    /** Number of the input that the first word names, 0 for A. */
    private static int input(Arguments words) {
        List<String> all = words.words();
        if (all.size() == 1 && all.get(0).equalsIgnoreCase("A")) {
            return 0;
        }
        words.atMost(1);
        if (all.isEmpty()) {
            throw ScpiFault.missingParameter();
        }
        return Output.whole(words, 0, 1, CHANNELS);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%+.5E", value);
    }

    @Override
    public void hear(String line) {
        talk.hear(line);
    }

    @Override
    public void hearTooMuch() {
        talk.refuse();
    }

    @Override
    public void hangUp() {
        talk.forget();
    }

    @Override
    public boolean isBusy() {
        return false;
    }

    @Override
    public String say() {
        return talk.say();
    }
}
