package org.fieldfall.simulator.fastps;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.World;

/**
 * A CAEN ELS FAST-PS at its TCP port. Every command is answered, by {@code #AK}, {@code #NAK:nn} or a value; only an empty
 * line is passed over in silence, and a line too long for it is refused with 29.
 *
 * <p>What the manual leaves open is chosen so: {@code MPLST} and the ramp of a voltage are not available (36), this one has
 * no crowbar (24), the serial number is the name in {@code MRID}, {@code MOFF} slews at 50 A/s, a waveform that was run
 * leaves its last point on the output, {@code WAVE:KEEP_START} slews to its first, and nothing is at the trigger input, so an
 * armed waveform waits for ever.
 */
public final class FastPs implements Box {

    static final String DONE = "#AK";

    private static final String END = "\r\n";
    private static final double SLEWS_PER_SCALE = 10;
    private static final double OFF_SLEW = 50;
    private static final double READING_NOISE = 1e-5;
    private static final int NOISE_STREAM = 2002;

    private static final Map<String, Integer> MODES = Map.of("NORMAL", 0, "ANALOG", 1, "WAVEFORM", 2, "SFP", 3);

    /** What a command does and answers. */
    private interface Command {
        String perform(Arguments arguments);
    }

    private final String model;
    private final Output output;
    private final Dice dice;
    private final double ratedVolts;
    private final double ratedAmperes;
    private final Waveform waveform = new Waveform();
    private final Cells cells = new Cells();
    private final Map<String, Command> commands = new HashMap<>();
    private final StringBuilder said = new StringBuilder();

    private double slew;
    private double voltageSlew = 10;
    private String mode = "NORMAL";
    private String trigger = "OFF";
    private boolean isFloating = true;
    private boolean isRelayOn;
    private long measurements;

    public FastPs(World world, Dice dice, double ratedVolts, double ratedAmperes) {
        this.model = String.format(
                Locale.ROOT,
                "FAST-PS %02.0f%02.0f-%.0f:SIM1.5.17",
                ratedAmperes,
                ratedVolts,
                ratedAmperes * ratedVolts);
        this.output = new Output(world, ratedVolts, ratedAmperes);
        this.dice = dice;
        this.ratedVolts = ratedVolts;
        this.ratedAmperes = ratedAmperes;
        this.slew = SLEWS_PER_SCALE;
        addReadings();
        addOutput();
        addCurrent();
        addModes();
    }

    @Override
    public void hear(String line) {
        String command = line.strip();
        if (!command.isEmpty()) {
            said.append(answer(command.toUpperCase(Locale.ROOT))).append(END);
        }
    }

    private String answer(String command) {
        output.proceed();
        List<String> words =
                List.of(command.split(":", -1)).stream().map(String::strip).toList();
        Command known = commands.get(words.get(0));
        try {
            if (known == null) {
                throw new Nak(Nak.UNKNOWN_COMMAND);
            }
            return known.perform(new Arguments(words.subList(1, words.size())));
        } catch (Nak refused) {
            return String.format(Locale.ROOT, "#NAK:%02d", refused.code());
        }
    }

    @Override
    public void hearTooMuch() {
        said.append("#NAK:").append(Nak.WAVEFORM_WRITE).append(END);
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

    private void addReadings() {
        told("VER", () -> model);
        told("MRID", () -> "SIM00002");
        told("MST", () -> output.status(MODES.getOrDefault(mode, 0)));
        for (String end : List.of("", "A")) {
            told("MRI" + end, () -> number(measured(output.amperes(), ratedAmperes)));
            told("MRV" + end, () -> number(measured(output.volts(), ratedVolts)));
            told("MRW" + end, () -> number(output.amperes() * output.volts()));
        }
        told("MRT", () -> "31.5");
        told("MRP", () -> "48.1");
        told("MGC", () -> "0.001");
        commands.put(
                "MLIMITS",
                question(
                        "MLIMITS",
                        () -> String.format(
                                Locale.ROOT, "%f:%f:%f:%f", -ratedVolts, ratedVolts, -ratedAmperes, ratedAmperes)));
        commands.put("MPLST", FastPs::notAvailable);
        commands.put("MPLSTA", FastPs::notAvailable);
    }

    private void addOutput() {
        done("MON", output::on);
        done("MOFF", () -> output.off(OFF_SLEW));
        done("MRESET", output::reset);
        done("MCRWF", () -> {
            throw new Nak(Nak.OPTION_MISSING);
        });
        commands.put("LOOP", this::loop);
        commands.put("SETFLOAT", this::setFloat);
        commands.put("MSIG", this::relay);
        commands.put("PASSWORD", cells::unlock);
        commands.put("MRG", cells::read);
        commands.put("MWG", cells::write);
        commands.put("MSAVE", cells::save);
    }

    private void addCurrent() {
        commands.put("MWI", set("MWI", value -> output.step(value), true));
        commands.put("MWIR", set("MWIR", value -> output.slewTo(value, slew), true));
        commands.put("MWV", set("MWV", output::drive, false));
        commands.put("MWVR", FastPs::notAvailable);
        commands.put("MSRI", arguments -> {
            slew = arguments.isQuestion() ? slew : slew(arguments, ratedAmperes);
            return arguments.isQuestion() ? told("MSRI", slew) : DONE;
        });
        commands.put("MSRV", arguments -> {
            voltageSlew = arguments.isQuestion() ? voltageSlew : slew(arguments, ratedVolts);
            return arguments.isQuestion() ? told("MSRV", voltageSlew) : DONE;
        });
    }

    private void addModes() {
        commands.put("UPMODE", this::updateMode);
        commands.put("TRIG", this::trigger);
        commands.put("WAVE", this::wave);
    }

    private interface Value {
        String now();
    }

    private interface Level {
        void accept(double value);
    }

    private void told(String name, Value value) {
        commands.put(name, arguments -> {
            arguments.most(0);
            return "#" + name + ":" + value.now();
        });
    }

    private void done(String name, Runnable action) {
        commands.put(name, arguments -> {
            arguments.most(0);
            action.run();
            return DONE;
        });
    }

    private static Command question(String name, Value value) {
        return arguments -> {
            if (!arguments.only().equals("?")) {
                throw new Nak(Nak.READ_ONLY);
            }
            return "#" + name + ":" + value.now();
        };
    }

    /** A level, refused while off, in the other loop, under another master and beyond the ratings; asked back by {@code ?}. */
    private Command set(String name, Level level, boolean isCurrent) {
        return arguments -> {
            String word = arguments.only();
            output.refuseWhileOff();
            if (word.equals("?")) {
                return told(name, isCurrent ? output.setpoint() : output.drivenVolts());
            }
            double value = Arguments.number(word);
            output.refuseOtherLoop(isCurrent);
            if (!mode.equals("NORMAL")) {
                throw new Nak(Nak.NOT_IN_NORMAL_MODE);
            }
            if (Math.abs(value) > (isCurrent ? ratedAmperes : ratedVolts)) {
                throw new Nak(Nak.SOFTWARE_LIMIT);
            }
            level.accept(value);
            return DONE;
        };
    }

    private static double slew(Arguments arguments, double fullScale) {
        double value = arguments.onlyNumber();
        if (!(value > 0 && value <= SLEWS_PER_SCALE * fullScale)) {
            throw new Nak(Nak.SLEW_LIMIT);
        }
        return value;
    }

    private String loop(Arguments arguments) {
        String word = arguments.only();
        if (word.equals("?")) {
            return "#LOOP:" + (output.regulatesCurrent() ? "I" : "V");
        }
        if (!word.equals("I") && !word.equals("V")) {
            throw new Nak(Nak.UNKNOWN_PARAMETER);
        }
        output.regulateCurrent(word.equals("I"));
        return DONE;
    }

    private String setFloat(Arguments arguments) {
        String word = arguments.only();
        if (!word.equals("F") && !word.equals("N")) {
            throw new Nak(Nak.UNKNOWN_PARAMETER);
        }
        output.refuseWhileOn();
        if (isFloating == word.equals("F")) {
            throw new Nak(Nak.FLOAT_UNCHANGED);
        }
        isFloating = word.equals("F");
        return DONE;
    }

    private String relay(Arguments arguments) {
        String word = arguments.only();
        if (word.equals("?")) {
            return "#MSIG:" + (isRelayOn ? "1" : "0");
        }
        if (!word.equals("0") && !word.equals("1")) {
            throw new Nak(Nak.UNKNOWN_PARAMETER);
        }
        isRelayOn = word.equals("1");
        return DONE;
    }

    private String updateMode(Arguments arguments) {
        String word = arguments.only().equals("WAVE") ? "WAVEFORM" : arguments.only();
        if (word.equals("?")) {
            return "#UPMODE:" + mode;
        }
        if (!MODES.containsKey(word)) {
            throw new Nak(Nak.UNKNOWN_PARAMETER);
        }
        output.refuseWhileOn();
        mode = word;
        return DONE;
    }

    private String trigger(Arguments arguments) {
        String word = arguments.only();
        return switch (word) {
            case "?" -> "TRIG:" + trigger;
            case "LEVEL" -> "TRIG:LEVEL:LOW";
            case "OFF", "POS", "NEG", "BOTH" -> {
                trigger = word;
                yield DONE;
            }
            default -> throw new Nak(Nak.UNKNOWN_PARAMETER);
        };
    }

    private String wave(Arguments arguments) {
        switch (arguments.word(0)) {
            case "POINTS" -> {
                output.refuseWhileRunning();
                waveform.store(arguments.words().subList(1, arguments.size()), ratedAmperes);
            }
            case "N_PERIODS" -> waveform.repeat(arguments.count(1, 0, Waveform.MOST_PERIODS));
            case "START" -> {
                refuseOtherModes();
                output.run(waveform);
            }
            case "STOP" -> {
                refuseOtherModes();
                output.hold();
            }
            case "KEEP_START" -> {
                refuseOtherModes();
                output.slewTo(waveform.first(), slew);
            }
            case "TRIGGER" -> {
                refuseOtherModes();
                if (!List.of("START", "POINT", "POINTS").contains(arguments.word(1))) {
                    throw new Nak(Nak.UNKNOWN_PARAMETER);
                }
            }
            default -> throw new Nak(Nak.UNKNOWN_PARAMETER);
        }
        return DONE;
    }

    private void refuseOtherModes() {
        if (!mode.equals("WAVEFORM")) {
            throw new Nak(Nak.NOT_IN_WAVEFORM_MODE);
        }
        output.refuseWhileOff();
    }

    private static String notAvailable(Arguments arguments) {
        throw new Nak(Nak.NOT_AVAILABLE);
    }

    private double measured(double value, double scale) {
        return value + READING_NOISE * scale * dice.normal(NOISE_STREAM, measurements++);
    }

    private static String told(String name, double value) {
        return "#" + name + ":" + number(value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
