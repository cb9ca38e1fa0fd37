package org.fieldfall.simulator.world;

/**
 * The power stage of a bipolar supply with the coil on its terminals: a current loop of first order whose voltage is
 * limited, or a voltage whose current is limited, and a list of levels it runs through by itself.
 *
 * <p>Amperes and volts; time in ticks of the world. Not for sharing between threads.
 */
public final class Supply {

    private static final double SETTLED_AMPERES = 1e-9;

    private final Coil coil;
    private final double loopLagSeconds;

    private boolean on;
    private boolean currentMode;
    private double levelAmperes;
    private double levelVolts;
    private LevelList list = LevelList.NONE;
    private double amperes;
    private double volts;
    private double trueOverSet = 1;
    private boolean limiting;
    private boolean tripped;
    private double limitShare = 1;
    private NormalZone normalZone = NormalZone.NONE;
    private double normalJoule;
    private double ohm;

    public Supply(Coil coil, double loopLagSeconds) {
        if (!(loopLagSeconds > 0)) {
            throw new IllegalArgumentException("a supply's loop needs a lag above 0 s, not " + loopLagSeconds);
        }
        this.coil = coil;
        this.loopLagSeconds = loopLagSeconds;
        this.ohm = coil.ohm();
    }

    /** Output current that is regulated to in current mode, and the limit of it in voltage mode. */
    public void level(double wantedAmperes) {
        levelAmperes = wantedAmperes;
    }

    /** Output voltage in voltage mode, and the limit of it in current mode. */
    public void compliance(double wantedVolts) {
        levelVolts = wantedVolts;
    }

    /** Stays off while the supply is tripped. */
    public void output(boolean isOn) {
        on = isOn && !tripped;
    }

    /** The output goes off by itself and cannot be switched on; the current dies in the coil's resistance. */
    public void trip() {
        tripped = true;
        on = false;
    }

    /** The output may be switched on again. */
    public void clearTrip() {
        tripped = false;
    }

    /** The current it settles at over the one it is set to: what its regulation is worth. */
    public void regulation(double currentOverSet) {
        trueOverSet = currentOverSet;
    }

    /** Gives no more than a share of the voltage that it is set to in current mode; 1 for all of it. */
    public void weaken(double shareOfVoltage) {
        limitShare = shareOfVoltage;
    }

    /** Turns of the coil become normal. */
    public void magnetQuench(long tick) {
        normalZone = new NormalZone(tick);
    }

    /** The coil is cold and as it was. */
    public void endMagnetQuench() {
        normalZone = NormalZone.NONE;
        ohm = coil.ohm();
    }

    public void regulateCurrent(boolean isCurrentMode) {
        currentMode = isCurrentMode;
    }

    /** Runs through the list from {@code tick} on; {@link #level} does not act until {@link #leaveList}. */
    public void runList(LevelList levels, long tick) {
        list = levels.startedAt(tick);
    }

    public void leaveList() {
        list = LevelList.NONE;
    }

    public boolean isRunningList(long tick) {
        return list.isRunning(tick);
    }

    public boolean isInList() {
        return list.isStarted();
    }

    public double amperes() {
        return amperes;
    }

    public double volts() {
        return volts;
    }

    public boolean isOn() {
        return on;
    }

    /** True while the other quantity than the regulated one holds the output back. */
    public boolean isLimiting() {
        return limiting;
    }

    public boolean regulatesCurrent() {
        return currentMode;
    }

    long nextChange(long tick) {
        return list.nextChange(tick);
    }

    boolean isMoving(long tick) {
        double aim = settledAmperes(tick);
        return normalZone.isSpreading(tick) || Math.abs(aim - amperes) > SETTLED_AMPERES;
    }

    /** Heat that the normal turns gave off in the last step. */
    double normalJoule() {
        return normalJoule;
    }

    /** Moves the current on by one tick that holds one list level. */
    void step(double seconds, long tick) {
        double before = amperes;
        limiting = false;
        ohm = coil.ohm() + normalZone.ohm(tick);
        if (!on) {
            amperes = towards(0, seconds);
        } else if (currentMode) {
            regulate(target(tick), seconds);
        } else {
            driveVoltage(seconds);
        }
        if (Math.abs(amperes - settledAmperes(tick)) <= SETTLED_AMPERES) {
            amperes = settledAmperes(tick);
        }
        double middle = (amperes + before) / 2;
        normalJoule = (ohm - coil.ohm()) * middle * middle * seconds;
        volts = on ? coil.henry() * (amperes - before) / seconds + ohm * middle : 0;
    }

    private void regulate(double target, double seconds) {
        double free = target + (amperes - target) * Math.exp(-seconds / loopLagSeconds);
        double wantedVolts = coil.henry() * (target - amperes) / loopLagSeconds + ohm * amperes;
        double limit = limitVolts();
        if (Math.abs(wantedVolts) <= limit) {
            amperes = free;
            return;
        }
        double clipped = towards(Math.copySign(limit, wantedVolts), seconds);
        boolean sameWay = (clipped - amperes) * (free - amperes) > 0;
        limiting = !sameWay || Math.abs(clipped - amperes) < Math.abs(free - amperes);
        amperes = limiting ? clipped : free;
    }

    private void driveVoltage(double seconds) {
        double driven = towards(levelVolts, seconds);
        double limit = Math.abs(levelAmperes);
        limiting = Math.abs(driven) > limit;
        double held = Math.copySign(limit, amperes);
        amperes = limiting ? held + (amperes - held) * Math.exp(-seconds / loopLagSeconds) : driven;
    }

    /** Current after a constant voltage on L and R. */
    private double towards(double drivenVolts, double seconds) {
        double end = drivenVolts / ohm;
        return end + (amperes - end) * Math.exp(-seconds * ohm / coil.henry());
    }

    /** In current mode. */
    private double limitVolts() {
        return limitShare * Math.abs(levelVolts);
    }

    private double target(long tick) {
        return trueOverSet * (list.isStarted() ? list.level(tick) : levelAmperes);
    }

    private double settledAmperes(long tick) {
        if (!on) {
            return 0;
        }
        if (currentMode) {
            double most = limitVolts() / ohm;
            return Math.max(-most, Math.min(most, target(tick)));
        }
        double byVoltage = levelVolts / ohm;
        double most = Math.abs(levelAmperes);
        return Math.max(-most, Math.min(most, byVoltage));
    }
}
