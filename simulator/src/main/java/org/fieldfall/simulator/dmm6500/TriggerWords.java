package org.fieldfall.simulator.dmm6500;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fieldfall.simulator.dmm6500.Block.Kind;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.CommandTable;
import org.fieldfall.simulator.scpi.ScpiFault;
import org.fieldfall.simulator.world.World;

/** The commands of the trigger model, its timer and its inputs. */
final class TriggerWords {

    private static final double SHORTEST_DELAY = 8e-6;
    private static final double LONGEST_DELAY = 100_000;
    private static final int MOST_EVENTS = 1_048_575;
    private static final int NOTIFIERS = 8;
    private static final int MOST_PASSES = 268_435_455;
    private static final int MOST_READINGS = 1_000_000;

    private final World world;
    private final TriggerModel model;
    private final Timer timer;
    private final Buffers buffers;
    private final Supplier<Setup> setup;

    TriggerWords(World world, TriggerModel model, Timer timer, Buffers buffers, Supplier<Setup> setup) {
        this.world = world;
        this.model = model;
        this.timer = timer;
        this.buffers = buffers;
        this.setup = setup;
    }

    void addTo(CommandTable table) {
        table.set("INITiate[:IMMediate]", () -> world.act(() -> model.initiate(setup.get(), world.seconds())))
                .set("ABORt", () -> world.act(model::abort))
                .set("*TRG", () -> world.act(() -> model.command(world.seconds())))
                .ask("TRIGger:STATe?", () -> model.state() + ";" + model.state() + ";" + model.block())
                .set("TRIGger:LOAD", this::load)
                .set("TRIGger:EXTernal:IN:EDGE", TriggerWords::edge)
                .set("TRIGger:EXTernal:IN:CLEar", () -> {});
        addTimer(table);
        addBlock(table, "NOP", 1, words -> Block.of(Kind.NOTHING));
        addBlock(table, "BUFFer:CLEar", 2, words -> Block.clear(known(words, 1)));
        addBlock(table, "NOTify", 2, words -> Block.of(Kind.NOTIFY, Words.whole(words, 1, 1, NOTIFIERS)));
        addBlock(table, "WAIT", 2, words -> Block.of(event(Words.word(words, 1))));
        addBlock(table, "DELay:CONStant", 2, words -> Block.of(Kind.DELAY, Words.number(words, 1, 0, LONGEST_DELAY)));
        addBlock(table, "MDIGitize", 3, words -> Block.measure(known(words, 1), count(words, 2)));
        addBlock(
                table,
                "BRANch:COUNter",
                3,
                words -> Block.count(Words.whole(words, 1, 1, MOST_PASSES), number(words, 2)));
        addBlock(table, "BRANch:ALWays", 2, words -> Block.always(number(words, 1)));
    }

    /** What a block command makes of its words. */
    private interface Reader {
        Block read(Arguments words);
    }

    private void addBlock(CommandTable table, String header, int most, Reader reader) {
        table.set("TRIGger:BLOCk:" + header, words -> {
            words.atMost(most);
            int number = number(words, 0);
            model.put(number, reader.read(words));
        });
    }

    private void addTimer(CommandTable table) {
        set(table, "DELay", words -> timer.delaySeconds = Words.limited(words, SHORTEST_DELAY, LONGEST_DELAY, 10e-6));
        set(table, "COUNt", words -> timer.count = (int) Words.limited(words, 0, MOST_EVENTS, 1));
        set(table, "STARt:GENerate", words -> timer.generatesAtStart = words.isOn());
        set(table, "STARt:STIMulus", words -> timer.stimulus = stimulus(words.word()));
        set(table, "STATe", words -> timer.enable(words.isOn(), world.seconds()));
        table.ask("TRIGger:TIMer1:DELay?", () -> Words.text(timer.delaySeconds))
                .ask("TRIGger:TIMer1:COUNt?", () -> String.valueOf(timer.count))
                .ask("TRIGger:TIMer1:STATe?", () -> Words.digit(timer.isEnabled));
    }

    private void set(CommandTable table, String header, Consumer<Arguments> action) {
        table.set("TRIGger:TIMer1:" + header, words -> world.act(() -> action.accept(words)));
    }

    private static int stimulus(String word) {
        int number = word.equals("NONE") ? 0 : Words.numbered(word, "NOTify");
        if (number > NOTIFIERS) {
            throw ScpiFault.illegalParameter();
        }
        return number;
    }

    private static Kind event(String word) {
        if (Arguments.means(word, "EXTernal")) {
            return Kind.WAIT_EXTERNAL;
        }
        if (Arguments.means(word, "COMMand")) {
            return Kind.WAIT_COMMAND;
        }
        if (Words.numbered(word, "TIMer") != 1) {
            throw ScpiFault.illegalParameter();
        }
        return Kind.WAIT_TIMER;
    }

    private String known(Arguments words, int index) {
        String quoted = Words.word(words, index);
        buffers.of(quoted);
        return Buffers.name(quoted);
    }

    private static int count(Arguments words, int index) {
        return words.size() > index ? Words.whole(words, index, 1, MOST_READINGS) : 1;
    }

    private static int number(Arguments words, int index) {
        return Words.whole(words, index, 1, TriggerModel.MOST_BLOCKS);
    }

    /** {@code "Empty"}, or {@code "SimpleLoop",count,delay,"buffer"}. */
    private void load(Arguments words) {
        String name = Words.word(words, 0).replace("\"", "").toUpperCase(Locale.ROOT);
        if (model.isActive()) {
            throw ScpiFault.settingsConflict();
        }
        if (name.equals("EMPTY")) {
            model.empty();
        } else if (name.equals("SIMPLELOOP")) {
            words.atMost(4);
            int times = Words.whole(words, 1, 1, MOST_PASSES);
            double delay = words.size() > 2 ? Words.number(words, 2, 0, LONGEST_DELAY) : 0;
            String buffer = words.size() > 3 ? known(words, 3) : Buffers.FIRST;
            model.empty();
            model.put(1, Block.clear(buffer));
            model.put(2, Block.of(Kind.DELAY, delay));
            model.put(3, Block.measure(buffer, 1));
            model.put(4, Block.count(times, 2));
        } else {
            throw ScpiFault.illegalParameter();
        }
    }

    // The pulses of this rig are so short that either flank will do.
    private static void edge(Arguments words) {
        String word = words.word();
        if (!Arguments.means(word, "FALLing") && !Arguments.means(word, "RISing") && !Arguments.means(word, "EITHer")) {
            throw ScpiFault.illegalParameter();
        }
    }
}
