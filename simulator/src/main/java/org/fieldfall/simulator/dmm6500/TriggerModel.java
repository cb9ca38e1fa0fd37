package org.fieldfall.simulator.dmm6500;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fieldfall.simulator.dmm6500.Block.Kind;
import org.fieldfall.simulator.scpi.ScpiFault;
import org.fieldfall.simulator.world.Converter;
import org.fieldfall.simulator.world.MeterError;
import org.fieldfall.simulator.world.Stray;

/** Walks from block to block in world time and takes the readings that the measure blocks ask for. */
final class TriggerModel {

    static final int MOST_BLOCKS = 63;

    // Blocks that take no time, in a row: more is a circle.
    private static final int MOST_STEPS = 1000;

    private final Buffers buffers;
    private final MeterError error;
    private final Converter converter;
    private final Noise noise;
    private final Stray stray;
    private final Timer timer;
    private final TreeMap<Integer, Block> blocks = new TreeMap<>();
    private final Map<Integer, Integer> passes = new HashMap<>();

    private Map<Integer, Block> program = Map.of();
    private Setup setup = new Setup();
    private State state = State.IDLE;
    private int at;
    private double nowSeconds;
    private double opens;
    private double integral;
    private int left;
    private long number;
    private long taken;

    TriggerModel(Buffers buffers, MeterError error, Noise noise, Stray stray, Timer timer) {
        this.buffers = buffers;
        this.error = error;
        this.converter = new Converter(error::shown);
        this.noise = noise;
        this.stray = stray;
        this.timer = timer;
    }

    /** The numbers of one meter: each acquisition has a stream of its own. */
    @FunctionalInterface
    interface Noise {
        double normal(long acquisition, long reading);
    }

    enum State {
        EMPTY,
        IDLE,
        RUNNING,
        WAITING,
        FAILED,
        ABORTED
    }

    void put(int block, Block what) {
        blocks.put(block, what);
    }

    void empty() {
        blocks.clear();
        state = State.EMPTY;
    }

    boolean isActive() {
        return state == State.RUNNING || state == State.WAITING;
    }

    State state() {
        return isActive() || !blocks.isEmpty() ? state : State.EMPTY;
    }

    int block() {
        return at;
    }

    /** True while time may bring it on. */
    boolean isTimed() {
        Kind kind = kind();
        return isActive() && kind != Kind.WAIT_EXTERNAL && kind != Kind.WAIT_COMMAND;
    }

    void initiate(Setup how, double worldSeconds) {
        if (blocks.isEmpty()) {
            throw ScpiFault.settingsConflict();
        }
        begin(new TreeMap<>(blocks), how, worldSeconds);
    }

    /** Readings outside of any model. */
    void measure(String buffer, Setup how, double worldSeconds) {
        begin(Map.of(1, Block.measure(buffer, how.count)), how, worldSeconds);
    }

    private void begin(Map<Integer, Block> what, Setup how, double worldSeconds) {
        if (isActive()) {
            throw new ScpiFault(-213, "Init ignored");
        }
        program = what;
        setup = how;
        passes.clear();
        number++;
        taken = 0;
        timer.stop();
        state = State.RUNNING;
        goTo(1, worldSeconds);
    }

    void abort() {
        state = isActive() ? State.ABORTED : state;
        timer.stop();
    }

    /** An edge that nobody waits for is lost. */
    void edge(double worldSeconds) {
        resume(Kind.WAIT_EXTERNAL, worldSeconds);
    }

    void command(double worldSeconds) {
        resume(Kind.WAIT_COMMAND, worldSeconds);
    }

    private void resume(Kind waiting, double worldSeconds) {
        if (isActive() && kind() == waiting) {
            goTo(at + 1, worldSeconds);
        }
    }

    private Kind kind() {
        return Optional.ofNullable(program.get(at)).map(Block::kind).orElse(Kind.NOTHING);
    }

    private void goTo(int block, double worldSeconds) {
        at = block;
        nowSeconds = worldSeconds;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Block here = program.get(at);
            if (here == null) {
                state = State.IDLE;
                return;
            }
            if (!enter(here)) {
                return;
            }
        }
        state = State.FAILED;
    }

    /** Does what takes no time and goes on; false where time or an event has to come. */
    private boolean enter(Block block) {
        state = State.RUNNING;
        switch (block.kind()) {
            case WAIT_EXTERNAL, WAIT_COMMAND, WAIT_TIMER -> {
                state = State.WAITING;
                return false;
            }
            case DELAY -> {
                nowSeconds += block.number() * error.clock();
                return false;
            }
            case MEASURE -> {
                left = (int) block.number();
                open(nowSeconds);
                return false;
            }
            case CLEAR -> buffers.find(block.buffer()).ifPresent(Buffer::clear);
            case NOTIFY -> notifyTimer((int) block.number());
            case COUNT -> {
                int passed = passes.merge(at, 1, Integer::sum);
                if (passed < block.number()) {
                    at = block.target();
                    return true;
                }
                passes.remove(at);
            }
            case ALWAYS -> {
                at = block.target();
                return true;
            }
            case NOTHING -> {}
        }
        at++;
        return true;
    }

    private void notifyTimer(int notified) {
        if (timer.isEnabled && timer.stimulus == notified) {
            timer.start(nowSeconds);
        }
    }

    private void open(double worldSeconds) {
        opens = worldSeconds;
        integral = 0;
    }

    /** Integrates a voltage that goes evenly from one value to another between two world times. */
    void sees(double fromSeconds, double fromVolts, double toSeconds, double toVolts) {
        double slope = (toVolts - fromVolts) / (toSeconds - fromSeconds);
        while (isTimed()) {
            boolean isThrough = switch (kind()) {
                case WAIT_TIMER -> waits(toSeconds);
                case DELAY -> delays(toSeconds);
                default -> integrates(fromSeconds, fromVolts, slope, toSeconds);
            };
            if (!isThrough) {
                return;
            }
        }
    }

    private boolean waits(double toSeconds) {
        double event = Math.max(timer.nextEvent(error.clock()), nowSeconds);
        if (event > toSeconds) {
            return false;
        }
        timer.consume(event, error.clock());
        goTo(at + 1, event);
        return true;
    }

    private boolean delays(double toSeconds) {
        if (nowSeconds > toSeconds) {
            return false;
        }
        goTo(at + 1, nowSeconds);
        return true;
    }

    private boolean integrates(double fromSeconds, double fromVolts, double slope, double toSeconds) {
        double closes = opens + setup.apertureSeconds * error.clock();
        double from = Math.max(opens, fromSeconds);
        double to = Math.min(closes, toSeconds);
        if (to > from) {
            integral += (to - from) * (fromVolts + slope * ((from + to) / 2 - fromSeconds));
        }
        if (closes > toSeconds) {
            return false;
        }
        finish(integral / (closes - opens) + stray.volts(opens, closes));
        nowSeconds = closes + setup.restSeconds() * error.clock();
        left--;
        if (left > 0) {
            open(nowSeconds);
        } else {
            goTo(at + 1, nowSeconds);
        }
        return true;
    }

    void hang(boolean isHanging) {
        converter.hang(isHanging);
    }

    private void finish(double volts) {
        double noisy = error.gain() * volts + error.noiseVolts(setup.apertureSeconds) * noise.normal(number, taken);
        Block block = Optional.ofNullable(program.get(at)).orElseThrow();
        buffers.find(block.buffer())
                .ifPresent(buffer -> buffer.add(setup.shown(converter.shown(noisy)), opens / error.clock()));
        taken++;
    }
}
