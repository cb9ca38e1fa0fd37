package org.fieldfall.simulator.truevolt;

import org.fieldfall.simulator.world.Converter;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.MeterError;
import org.fieldfall.simulator.world.Stray;

/**
 * The measuring half of the meter: waits for triggers, integrates the voltage over each aperture on its own clock and
 * fills the memory.
 */
final class Acquisition {

    static final double OVERLOAD = 9.9e37;

    private final Memory memory;
    private final MeterError error;
    private final Converter converter;
    private final Noise noise;
    private final Stray stray;

    private Setup setup = new Setup();
    private State state = State.IDLE;
    private long number;
    private long taken;
    private int triggersLeft;
    private int sample;
    private double startSeconds;
    private double integral;
    private boolean overloaded;
    private boolean edgeRemembered;

    Acquisition(Memory memory, MeterError error, Noise noise, Stray stray) {
        this.memory = memory;
        this.error = error;
        this.converter = new Converter(error::shown);
        this.noise = noise;
        this.stray = stray;
    }

    /** The numbers of one meter: each acquisition has a stream of its own. */
    record Noise(Dice dice, long stream) {

        double normal(long acquisition, long reading) {
            return dice.normal(stream + (acquisition << 16), reading);
        }
    }

    private enum State {
        IDLE,
        WAITING,
        MEASURING
    }

    /** Clears the memory and leaves the idle state at this world time. */
    void initiate(Setup how, double worldSeconds) {
        memory.clear();
        setup = how;
        number++;
        taken = 0;
        overloaded = false;
        edgeRemembered = false;
        triggersLeft = how.triggers;
        state = State.WAITING;
        if (how.source == Setup.Source.IMMEDIATE) {
            trigger(worldSeconds);
        }
    }

    void trigger(double worldSeconds) {
        state = State.MEASURING;
        triggersLeft--;
        sample = 0;
        integral = 0;
        startSeconds = worldSeconds + (setup.autoDelay ? 0 : setup.delaySeconds) * error.clock();
    }

    /** An edge counts where it is waited for; one that comes in a measurement is remembered for the next. */
    void edge(double worldSeconds) {
        if (setup.source != Setup.Source.EXTERNAL || isIdle()) {
            return;
        }
        if (isWaiting()) {
            trigger(worldSeconds);
        } else {
            edgeRemembered = true;
        }
    }

    void hang(boolean isHanging) {
        converter.hang(isHanging);
    }

    void abort() {
        state = State.IDLE;
    }

    boolean isIdle() {
        return state == State.IDLE;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    boolean isMeasuring() {
        return state == State.MEASURING;
    }

    boolean hasOverloaded() {
        return overloaded;
    }

    /** Integrates a voltage that goes evenly from one value to another between two world times. */
    void sees(double fromSeconds, double fromVolts, double toSeconds, double toVolts) {
        double slope = (toVolts - fromVolts) / (toSeconds - fromSeconds);
        while (isMeasuring()) {
            double opens = startSeconds + sample * setup.interval() * error.clock();
            double closes = opens + setup.apertureSeconds * error.clock();
            double from = Math.max(opens, fromSeconds);
            double to = Math.min(closes, toSeconds);
            if (to > from) {
                integral += (to - from) * (fromVolts + slope * ((from + to) / 2 - fromSeconds));
            }
            if (closes > toSeconds) {
                return;
            }
            finish(integral / (closes - opens) + stray.volts(opens, closes), closes);
        }
    }

    private void finish(double volts, double closes) {
        double noisy = error.gain() * volts + error.noiseVolts(setup.apertureSeconds) * noise.normal(number, taken);
        double shown = converter.shown(noisy);
        boolean over = setup.isOverload(shown);
        overloaded |= over;
        memory.add(over ? Math.copySign(OVERLOAD, shown) : shown);
        taken++;
        sample++;
        integral = 0;
        if (sample == setup.samples) {
            endTrigger(closes);
        }
    }

    private void endTrigger(double closes) {
        if (triggersLeft == 0) {
            state = State.IDLE;
        } else if (setup.source == Setup.Source.IMMEDIATE || edgeRemembered) {
            edgeRemembered = false;
            trigger(closes);
        } else {
            state = State.WAITING;
        }
    }
}
