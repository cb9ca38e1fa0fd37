package org.fieldfall.simulator.fastps;

import java.util.Locale;
import org.fieldfall.simulator.world.LevelList;
import org.fieldfall.simulator.world.Supply;
import org.fieldfall.simulator.world.World;

/** The power stage as its commands move it, and the status word that tells of it. */
final class Output {

    private static final int ON = 1;
    private static final int FAULT = 1 << 1;
    private static final int VOLTAGE_LOOP = 1 << 5;
    private static final int MODE_SHIFT = 6;
    private static final int RAMPING = 1 << 12;
    private static final int WAVEFORM_RUNNING = 1 << 13;
    private static final int REGULATION_FAULT = 1 << 24;

    private final World world;
    private final Supply supply;
    private final double ratedVolts;
    private final double ratedAmperes;
    private final Converter amperes;

    private Setpoint setpoint = Setpoint.at(0);
    private boolean isWaveform;
    private boolean isWantedOn;
    private boolean isGoingOff;
    private boolean isInFault;
    private boolean isCurrentLoop = true;
    private double drivenVolts;

    Output(World world, double ratedVolts, double ratedAmperes) {
        this.world = world;
        this.supply = world.supply();
        this.ratedVolts = ratedVolts;
        this.ratedAmperes = ratedAmperes;
        this.amperes = new Converter(ratedAmperes);
    }

    /** What has come about since it was last asked: an end of the way off, an output that went off by itself. */
    void proceed() {
        if (isWantedOn && !supply.isOn()) {
            isInFault = true;
            isWantedOn = false;
            isGoingOff = false;
        }
        if (isGoingOff && !setpoint.isMoving(world.tick())) {
            world.act(() -> supply.output(false));
            isWantedOn = false;
            isGoingOff = false;
        }
    }

    void on() {
        if (isInFault) {
            throw new Nak(Nak.IN_FAULT);
        }
        refuseWhileOn();
        setpoint = Setpoint.at(0);
        isWaveform = false;
        drivenVolts = 0;
        world.act(() -> {
            supply.leaveList();
            supply.regulateCurrent(isCurrentLoop);
            supply.level(isCurrentLoop ? 0 : ratedAmperes);
            supply.compliance(isCurrentLoop ? ratedVolts : 0);
            supply.output(true);
        });
        isWantedOn = true;
        proceed();
    }

    void off(double amperesPerSecond) {
        refuseWhileOff();
        if (isCurrentLoop) {
            slewTo(0, amperesPerSecond);
        } else {
            drive(0);
        }
        isGoingOff = true;
    }

    void reset() {
        isInFault = false;
    }

    void regulateCurrent(boolean isCurrent) {
        refuseWhileOn();
        if (isCurrent == isCurrentLoop) {
            throw new Nak(Nak.SAME_LOOP_MODE);
        }
        isCurrentLoop = isCurrent;
    }

    boolean regulatesCurrent() {
        return isCurrentLoop;
    }

    void step(double target) {
        setpoint = Setpoint.at(target);
        isWaveform = false;
        world.act(() -> {
            supply.leaveList();
            supply.level(amperes.output(target));
        });
    }

    void slewTo(double target, double amperesPerSecond) {
        refuseOtherLoop(true);
        setpoint = present().slewTo(target, amperesPerSecond, world.tick());
        isWaveform = false;
        LevelList list = setpoint.list(amperes);
        world.act(() -> supply.runList(list, world.tick()));
    }

    void run(Waveform waveform) {
        refuseOtherLoop(true);
        LevelList list = waveform.list(amperes);
        setpoint = Setpoint.at(waveform.last());
        isWaveform = true;
        world.act(() -> supply.runList(list, world.tick()));
    }

    /** Stays where it is. */
    void hold() {
        refuseOtherLoop(true);
        step(isWaveform ? supply.amperes() : setpoint.now(world.tick()));
    }

    void drive(double volts) {
        drivenVolts = volts;
        world.act(() -> supply.compliance(volts));
    }

    double drivenVolts() {
        return drivenVolts;
    }

    double setpoint() {
        return setpoint.to();
    }

    double amperes() {
        return supply.amperes();
    }

    double volts() {
        return supply.volts();
    }

    /** Eight hexadecimal digits; nobody works it by hand. */
    String status(int updateMode) {
        int word = (isWantedOn ? ON : 0) | (isCurrentLoop ? 0 : VOLTAGE_LOOP) | updateMode << MODE_SHIFT;
        word |= isInFault ? FAULT | REGULATION_FAULT : 0;
        word |= isWantedOn && setpoint.isMoving(world.tick()) ? RAMPING : 0;
        word |= isWaveRunning() ? WAVEFORM_RUNNING : 0;
        return String.format(Locale.ROOT, "%08X", word);
    }

    private Setpoint present() {
        return isWaveRunning() ? Setpoint.at(supply.amperes()) : setpoint;
    }

    private boolean isWaveRunning() {
        return isWantedOn && isWaveform && supply.isRunningList(world.tick());
    }

    void refuseWhileRunning() {
        if (isWaveRunning()) {
            throw new Nak(Nak.WAVEFORM_WRITE);
        }
    }

    void refuseWhileOff() {
        if (!isWantedOn) {
            throw new Nak(Nak.OFF);
        }
        if (isGoingOff) {
            throw new Nak(Nak.WAITING_FOR_OFF);
        }
    }

    void refuseWhileOn() {
        if (isWantedOn) {
            throw new Nak(Nak.ALREADY_ON);
        }
    }

    void refuseOtherLoop(boolean isCurrent) {
        if (isCurrent != isCurrentLoop) {
            throw new Nak(Nak.WRONG_LOOP_MODE);
        }
    }
}
