package org.fieldfall.simulator.lakeshore350;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.CommandTable;
import org.fieldfall.simulator.scpi.ScpiFault;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.World;

/**
 * A Lake Shore 336 or 372 that regulates nothing: thermometers somewhere in the cryostat, each with a number that starts
 * somewhere and drifts evenly and has nothing to do with the rest of the world. It knows readings and their status, the 372
 * its scanner too, and nothing else; the scanner stands at the first input and stays there. Inputs without a thermometer are
 * open.
 */
public final class ReferenceController implements Box {

    private static final int READINGS_STREAM = 3300;
    private static final int OPEN_INPUT = 128;
    private static final int OPEN_BRIDGE_INPUT = 16;

    private final World world;
    private final Dice dice;
    private final boolean isBridge;
    private final Map<String, Reading> inputs;
    private final Talk talk;
    private String scanned;
    private long readings;

    /** What a thermometer shows, in kelvin; {@code noise} is the rms of a reading. */
    public record Reading(double start, double perSecond, double noise) {}

    /**
     * @param isBridge whether it is a 372
     * @param inputs by letter or number
     */
    public ReferenceController(World world, Dice dice, boolean isBridge, Map<String, Reading> inputs) {
        this.world = world;
        this.dice = dice;
        this.isBridge = isBridge;
        this.inputs = Map.copyOf(inputs);
        this.scanned = inputs.keySet().stream().findFirst().orElse("1");
        CommandTable table = new CommandTable()
                .ask("KRDG?", words -> String.format(Locale.ROOT, "%+.5E", kelvin(input(words))))
                .ask(
                        "RDGST?",
                        words -> String.format(Locale.ROOT, "%03d", inputs.containsKey(input(words)) ? 0 : open()));
        if (isBridge) {
            table.ask("SCAN?", () -> String.format(Locale.ROOT, "%02d,0", Integer.parseInt(scanned)))
                    .set("SCAN", this::scan);
        }
        this.talk = new Talk(table, isBridge ? LakeShore372.IDENTITY : "LSCI,MODEL336,SIM00012/SIM0000,2.9");
    }

    private int open() {
        return isBridge ? OPEN_BRIDGE_INPUT : OPEN_INPUT;
    }

    private double kelvin(String input) {
        Reading reading = inputs.get(input);
        if (reading == null) {
            return 0;
        }
        List<String> order = new ArrayList<>(inputs.keySet());
        double noise = reading.noise() * dice.normal(READINGS_STREAM + order.indexOf(input), readings++);
        return reading.start() + reading.perSecond() * world.seconds() + noise;
    }

    private void scan(Arguments words) {
        Output.expect(words, 2);
        String wanted = String.valueOf(Output.whole(words, 0, 1, LakeShore372.CHANNELS));
        Output.whole(words, 1, 0, 0);
        scanned = wanted;
    }

    private String input(Arguments words) {
        String input = words.size() == 0 ? "" : words.word();
        if (!input.matches(isBridge ? "A|[1-9]|1[0-6]" : "[A-D]")) {
            throw ScpiFault.illegalParameter();
        }
        return input;
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
