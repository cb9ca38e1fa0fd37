package org.fieldfall.simulator.sr865a;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.CommandTable;
import org.fieldfall.simulator.scpi.MessageUnit;
import org.fieldfall.simulator.scpi.ScpiFault;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Converter;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.MeterError;
import org.fieldfall.simulator.world.Probe;
import org.fieldfall.simulator.world.World;

/**
 * An SR865A whose oscillator drives the thermometer's current, with X the rms voltage that this current makes: EMF and
 * induced voltages are of other frequencies.
 *
 * <p>What the manual leaves open, or what nobody needs here, is chosen so: the filter is of first order; Y is noise, the phase
 * is right; the largest rate of a capture is 1.25 MHz halved until it is at most ten readings a time
 * constant; a capture takes X alone, other configurations are kept and refuse to start; {@code SAMP} and {@code TRIG} are
 * refused; a capture that is stopped goes on until its piece of 2 kB is full; there is no error queue, what is refused
 * changes nothing and shows in {@code *ESR?} alone, an unknown query stays unanswered; answers end with LF, blocks with
 * nothing; a blank must stand between word and number, between semicolons are commands of their own.
 */
public final class Sr865a implements Box, Probe {

    private static final String IDENTITY = "Stanford_Research_Systems,SR865A,SIM00014,V1.51";
    private static final int NOISE_STREAM = 3400;
    private static final int GLANCE_STREAM = 3401;
    private static final double MOST_HERTZ = 1.25e6;
    private static final int MOST_FILTER = 21;
    private static final int MOST_HALVINGS = 20;
    private static final int COMMAND_ERROR = 1 << 5;
    private static final int EXECUTION_ERROR = 1 << 4;
    private static final int FIRST_EXECUTION_CODE = -200;
    private static final int LONGEST_PIECE = 64;

    private final World world;
    private final Dice dice;
    private final MeterError error;
    private final CommandTable table = new CommandTable();
    private final StringBuilder said = new StringBuilder();
    private final Capture capture = new Capture();
    private final Converter converter = new Converter(volts -> volts);
    private int filter = 10;
    private int configuration;
    private int halvings;
    private int sensitivity;
    private int events = 1 << 7;
    private double filtered;
    private double before;
    private double beforeSeconds;
    private long glances;
    private long captured;

    public Sr865a(World world, Dice dice, MeterError error) {
        this.world = world;
        this.dice = dice;
        this.error = error;
        this.filtered = world.ohmicVolts();
        this.before = filtered;
        this.beforeSeconds = world.seconds();
        world.connect(this);
        addCommon();
        addSignal();
        addCapture();
    }

    private double timeConstant() {
        int decade = filter / 2;
        return 1e-6 * (filter % 2 == 0 ? 1 : 3) * Math.pow(10, decade);
    }

    private double mostHertz() {
        double most = MOST_HERTZ;
        while (most * timeConstant() > 10) {
            most /= 2;
        }
        return most;
    }

    private double hertz() {
        return mostHertz() / Math.pow(2, halvings);
    }

    private double noise() {
        return error.noiseVolts(4 * timeConstant());
    }

    @Override
    public boolean isSampling() {
        return capture.isCapturing();
    }

    /** Follows what the current makes with its filter, and takes what is due on the way. */
    @Override
    public void sees(double fromSeconds, double fromVolts, double toSeconds, double toVolts) {
        double after = world.ohmicVolts();
        double from = fromSeconds > beforeSeconds ? after : before;
        double start = fromSeconds > beforeSeconds ? from : filtered;
        capture.advance(toSeconds, at -> {
            double share = (at - fromSeconds) / (toSeconds - fromSeconds);
            double there = from + share * (after - from);
            double followed = there + (start - there) * Math.exp(-(at - fromSeconds) / timeConstant());
            double noisy = noise() * dice.normal(NOISE_STREAM + (capture.number() << 16), captured++);
            return converter.shown(error.gain() * followed + noisy);
        });
        filtered = after + (start - after) * Math.exp(-(toSeconds - fromSeconds) / timeConstant());
        before = after;
        beforeSeconds = toSeconds;
    }

    @Override
    public void hang(boolean isHanging) {
        converter.hang(isHanging);
    }

    private double shown() {
        double noisy = noise() * dice.normal(GLANCE_STREAM, glances++);
        return converter.shown(error.gain() * world.ohmicVolts() + noisy);
    }

    private void addCommon() {
        table.ask("*IDN?", () -> IDENTITY)
                .set("*CLS", () -> events = 0)
                .ask("*ESR?", this::takeEvents)
                .ask("*OPC?", () -> "1")
                .set("*RST", this::reset);
    }

    private void reset() {
        capture.stop();
        filter = 10;
        configuration = 0;
        halvings = 0;
    }

    private String takeEvents() {
        int taken = events;
        events = 0;
        return String.valueOf(taken);
    }

    private void addSignal() {
        table.set("OFLT", words -> filter = words.integer(0, MOST_FILTER))
                .ask("OFLT?", () -> String.valueOf(filter))
                .set("SCAL", words -> sensitivity = words.integer(0, 27))
                .ask("SCAL?", () -> String.valueOf(sensitivity))
                .ask("OUTP?", words -> number(output(words.integer(0, 3))))
                .ask("SNAP?", this::snapshot);
    }

    private double output(int which) {
        return switch (which) {
            case 0 -> shown();
            case 2 -> Math.abs(shown());
            default -> noise() * dice.normal(GLANCE_STREAM, glances++);
        };
    }

    private String snapshot(Arguments words) {
        if (words.size() < 2) {
            throw ScpiFault.missingParameter();
        }
        words.atMost(3);
        List<String> values = new ArrayList<>();
        for (String word : words.words()) {
            double which = Arguments.number(word);
            if (!(which >= 0 && which <= 3)) {
                throw ScpiFault.outOfRange();
            }
            values.add(number(output((int) Math.rint(which))));
        }
        return String.join(",", values);
    }

    private void addCapture() {
        table.set("CAPTURELEN", this::length)
                .ask("CAPTURELEN?", () -> String.valueOf(capture.kilobytes()))
                .set("CAPTURECFG", words -> configuration = words.integer(0, 3))
                .ask("CAPTURECFG?", () -> String.valueOf(configuration))
                .ask("CAPTURERATEMAX?", () -> number(mostHertz()))
                .set("CAPTURERATE", words -> halvings = words.integer(0, MOST_HALVINGS))
                .ask("CAPTURERATE?", () -> number(hertz()))
                .set("CAPTURESTART", this::start)
                .set("CAPTURESTOP", () -> world.act(capture::stop))
                .ask(
                        "CAPTURESTAT?",
                        () -> String.valueOf((capture.isCapturing() ? 1 : 0)
                                + (capture.bytes() > 0 ? 2 : 0)
                                + (capture.hasWrapped() ? 4 : 0)))
                .ask("CAPTUREBYTES?", () -> String.valueOf(capture.bytes()))
                .ask("CAPTUREPROG?", () -> String.valueOf(capture.bytes() / Capture.KILOBYTE / 2 * 2))
                .ask("CAPTUREGET?", this::piece);
    }

    private void length(Arguments words) {
        int kilobytes = words.integer(2, Capture.MOST_KILOBYTES);
        if (kilobytes % 2 != 0) {
            throw ScpiFault.outOfRange();
        }
        capture.length(kilobytes);
    }

    private void start(Arguments words) {
        if (words.size() < 2) {
            throw ScpiFault.missingParameter();
        }
        words.atMost(2);
        String how = words.words().get(0).toUpperCase(Locale.ROOT);
        boolean isKnown = how.equals("ONE") || how.startsWith("CONT");
        if (!isKnown || !words.words().get(1).equalsIgnoreCase("IMM") || configuration != 0) {
            throw ScpiFault.illegalParameter();
        }
        world.act(() -> {
            before = world.ohmicVolts();
            filtered = before;
            beforeSeconds = world.seconds();
            captured = 0;
            capture.start(world.seconds(), error.clock() / hertz(), !how.equals("ONE"));
        });
    }

    private String piece(Arguments words) {
        if (words.size() < 2) {
            throw ScpiFault.missingParameter();
        }
        words.atMost(2);
        double offset = Math.rint(Arguments.number(words.words().get(0)));
        double kilobytes = Math.rint(Arguments.number(words.words().get(1)));
        if (capture.isCapturing()) {
            throw ScpiFault.settingsConflict();
        }
        if (!(offset >= 0
                && kilobytes >= 1
                && kilobytes <= LONGEST_PIECE
                && offset + kilobytes <= capture.kilobytes())) {
            throw ScpiFault.outOfRange();
        }
        byte[] bytes = capture.bytes((int) offset, (int) kilobytes);
        String length = String.valueOf(bytes.length);
        return "#" + length.length() + length + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.7e", value == 0 ? 0.0 : value);
    }

    @Override
    public void hear(String line) {
        for (MessageUnit unit : MessageUnit.split(line)) {
            try {
                table.perform(unit)
                        .text()
                        .ifPresent(text -> said.append(text).append(text.startsWith("#") ? "" : "\n"));
            } catch (ScpiFault fault) {
                events |= fault.code() > FIRST_EXECUTION_CODE ? COMMAND_ERROR : EXECUTION_ERROR;
            }
        }
    }

    @Override
    public void hearTooMuch() {
        events |= COMMAND_ERROR;
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
}
