package org.fieldfall.simulator.lakeshore350;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.CommandTable;
import org.fieldfall.simulator.scpi.ScpiFault;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Bath;
import org.fieldfall.simulator.world.Heater;
import org.fieldfall.simulator.world.World;

/**
 * A Lake Shore 350, or a 336, that has long been at work: output 1 holds the bath at input A in closed loop, output 2 is set to open
 * loop and off.
 *
 * <p>What the manual leaves open is chosen so: {@code SETP?} shows the setpoint where its ramp is; {@code *RST} switches
 * all heaters off and nothing else; output 2 gives 100 mA in range 5 and a tenth of the power in each range below, with
 * 10 V compliance (of a 336 nobody has a small known current: its two heaters have three ranges); inputs B to D are open and read as over range, as does A when its sensor is; what is refused changes nothing and shows in
 * {@code *ESR?} alone, an unknown query stays unanswered.
 */
public final class LakeShore350 implements Box {

    private static final String INPUTS = "ABCD";
    private static final int BATH_INPUT = 1;
    private static final int CURVE = 21;
    private static final int OPEN_INPUT = 128;
    private static final int COLD = 16;
    private static final int WARM = 32;
    private static final double STEP_KELVIN = 1e-4;
    private static final double FULL_AMPERES = 0.1;
    private static final double COMPLIANCE_VOLTS = 10;

    private final World world;
    private final Bath bath;
    private final Heater heater;
    private final Sensor sensor;
    private final Model model;
    private final Output[] outputs;
    private final String[] names = {"Bath", "", "", ""};
    private final Talk talk;

    /** The models that differ in name and heaters only. */
    public enum Model {
        MODEL_350("LSCI,MODEL350,SIM00004/SIM0000,1.6", 5),
        MODEL_336("LSCI,MODEL336,SIM00011/SIM0000,2.9", 3);

        private final String identity;
        private final int ranges;

        Model(String identity, int ranges) {
            this.identity = identity;
            this.ranges = ranges;
        }
    }

    /** A 350. */
    public LakeShore350(World world, Sensor sensor, double setpointKelvin) {
        this(Model.MODEL_350, world, sensor, setpointKelvin);
    }

    /** @param setpointKelvin what output 1 regulates to at the start */
    public LakeShore350(Model model, World world, Sensor sensor, double setpointKelvin) {
        this.model = model;
        this.outputs = new Output[] {
            new Output(Output.CLOSED_LOOP, BATH_INPUT, model.ranges),
            new Output(Output.OPEN_LOOP, 0, model.ranges),
            new Output(0, 0, 1),
            new Output(0, 0, 1)
        };
        this.world = world;
        this.bath = world.surroundings().bath();
        this.heater = world.surroundings().heater();
        this.sensor = sensor;
        outputs[0].setpoint(setpointKelvin);
        outputs[0].range(new Arguments(List.of("1", "3")));
        CommandTable table = new CommandTable();
        addReadings(table);
        addLoop(table);
        addHeaters(table);
        this.talk = new Talk(table, model.identity);
        table.set("*RST", this::reset);
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

    private void addReadings(CommandTable table) {
        table.ask("KRDG?", words -> readings(words, input -> isSeen(input) ? bath.shownKelvin() : 0, "%+.5E"))
                .ask("SRDG?", words -> readings(words, this::ohm, "%+.4E"))
                .ask("RDGST?", words -> String.format(Locale.ROOT, "%03d", status(input(words))))
                .set("INNAME", this::rename)
                .ask("INNAME?", words -> names[input(words) - 1])
                .ask("INTYPE?", words -> input(words) == BATH_INPUT ? "3,1,5,1,1,1" : "0,0,0,0,1,0")
                .ask("INCRV?", words -> input(words) == BATH_INPUT ? String.valueOf(CURVE) : "0")
                .ask("CRVHDR?", words -> Output.whole(words, 0, 1, 59) == CURVE ? sensor.header() : ",,2,+325.000,1")
                .ask("CRVPT?", this::point);
    }

    private void addLoop(CommandTable table) {
        table.set("SETP", this::setpoint).ask("SETP?", this::askedSetpoint);
        add(table, "OUTMODE", Output::mode, Output::mode);
        add(table, "PID", Output::pid, Output::pid);
        add(table, "RAMP", Output::ramp, Output::ramp);
        table.ask("RAMPST?", words -> output(words) == outputs[0] && bath.isRamping() ? "1" : "0");
    }

    private void addHeaters(CommandTable table) {
        add(table, "RANGE", Output::range, output -> String.valueOf(output.range()));
        add(table, "MOUT", Output::manual, Output::manual);
        add(table, "HTRSET", Output::heater, Output::heater);
        table.ask("HTR?", words -> String.format(Locale.ROOT, "%+06.1f", percent(output(words))))
                .ask("HTRST?", words -> output(words).range() >= 0 ? "0" : "1");
    }

    private void add(CommandTable table, String word, BiConsumer<Output, Arguments> set, Function<Output, String> ask) {
        table.set(word, words -> change(() -> set.accept(output(words), words))).ask(word + "?", words -> {
            words.atMost(1);
            return ask.apply(output(words));
        });
    }

    /** Sets something and lets the world feel it. */
    private void change(Runnable setting) {
        setting.run();
        world.act(() -> {
            Output loop = outputs[0];
            bath.ramp(loop.kelvinPerSecond());
            bath.setpoint(loop.setpointKelvin());
            bath.regulate(loop.isClosedLoopOn(BATH_INPUT));
            heater.drive(amperes(outputs[1]), COMPLIANCE_VOLTS, world.tick());
        });
    }

    private void reset() {
        change(() -> {
            for (Output output : outputs) {
                output.off();
            }
        });
    }

    private void setpoint(Arguments words) {
        Output output = output(words);
        Output.expect(words, 2);
        double wanted = Output.number(words, 1, 0, sensor.highestKelvin());
        change(() -> output.setpoint(Math.rint(wanted / STEP_KELVIN) * STEP_KELVIN));
    }

    private String askedSetpoint(Arguments words) {
        words.atMost(1);
        Output output = output(words);
        return kelvin(output == outputs[0] ? bath.workingKelvin() : output.setpointKelvin());
    }

    private String readings(Arguments words, Function<Integer, Double> reading, String format) {
        if (words.word().equals("0")) {
            return String.join(
                    ",",
                    INPUTS.chars()
                            .mapToObj(letter ->
                                    String.format(Locale.ROOT, format, reading.apply(INPUTS.indexOf(letter) + 1)))
                            .toList());
        }
        return String.format(Locale.ROOT, format, reading.apply(input(words)));
    }

    private double ohm(int input) {
        return isSeen(input) ? sensor.ohm(bath.shownKelvin()) : 0;
    }

    private boolean isSeen(int input) {
        return input == BATH_INPUT && !bath.isSensorOpen();
    }

    private int status(int input) {
        if (!isSeen(input)) {
            return OPEN_INPUT;
        }
        double kelvin = bath.shownKelvin();
        return (kelvin < sensor.lowestKelvin() ? COLD : 0) | (kelvin > sensor.highestKelvin() ? WARM : 0);
    }

    private void rename(Arguments words) {
        Output.expect(words, 2);
        String name = words.words().get(1).replace("\"", "");
        names[input(words) - 1] = name.substring(0, Math.min(15, name.length()));
    }

    private String point(Arguments words) {
        Output.expect(words, 2);
        int curve = Output.whole(words, 0, 1, 59);
        int number = Output.whole(words, 1, 1, 200);
        return sensor.point(curve == CURVE ? number : Integer.MAX_VALUE);
    }

    private double percent(Output output) {
        return output.isClosedLoopOn(BATH_INPUT) && output == outputs[0] ? 100 * bath.effort() : output.manualPercent();
    }

    private double amperes(Output output) {
        double full = output.limitAmperes(FULL_AMPERES) * Math.pow(10, (output.range() - model.ranges) / 2.0);
        return full * output.openLoopShare();
    }

    private Output output(Arguments words) {
        if (words.size() == 0) {
            throw ScpiFault.missingParameter();
        }
        return outputs[Output.whole(words, 0, 1, outputs.length) - 1];
    }

    /** Number of the input that the first word names, from 1 for A. */
    private static int input(Arguments words) {
        String first = words.size() == 0 ? "" : words.words().get(0).toUpperCase(Locale.ROOT);
        if (first.length() != 1 || INPUTS.indexOf(first) < 0) {
            throw ScpiFault.illegalParameter();
        }
        return INPUTS.indexOf(first) + 1;
    }

    private static String kelvin(double value) {
        return String.format(Locale.ROOT, "%+.5E", value);
    }
}
