package org.fieldfall.simulator.ami430;

import org.fieldfall.simulator.world.SlowMagnet;
import org.fieldfall.simulator.world.World;

/** Where the current shall go and how, in amperes; the numbers of the states are the manual's. */
final class Ramp {

    static final int RAMPING = 1;
    static final int HOLDING = 2;
    static final int PAUSED = 3;
    static final int UP = 4;
    static final int DOWN = 5;
    static final int ZEROING = 6;
    static final int MAGNET_QUENCH = 7;
    static final int AT_ZERO = 8;

    private static final double ZERO_SHARE = 1e-3;
    private static final double THERE_AMPERES = 1e-9;

    private final World world;
    private final SlowMagnet magnet;
    private final double limitAmperes;
    private int asked = PAUSED;
    private double target;
    private double rate = 0.1;
    private boolean latched;
    private int magnetQuenches;

    Ramp(World world, double limitAmperes) {
        this.world = world;
        this.magnet = world.biasMagnet();
        this.limitAmperes = limitAmperes;
    }

    double limitAmperes() {
        return limitAmperes;
    }

    double target() {
        return target;
    }

    double rate() {
        return rate;
    }

    void target(double amperes) {
        target = amperes;
        drive();
    }

    void rate(double amperesPerSecond) {
        rate = amperesPerSecond;
        drive();
    }

    /** Takes no order while a magnet quench is latched. */
    void ask(int state) {
        if (look() != MAGNET_QUENCH) {
            asked = state;
            drive();
        }
    }

    /** Sets the latch, as if turns had been seen to become normal, or clears it. */
    void latch(boolean isLatched) {
        if (isLatched && !latched) {
            noteMagnetQuench();
        } else if (!isLatched && !magnet.isNormal()) {
            latched = false;
        }
    }

    int magnetQuenches() {
        look();
        return magnetQuenches;
    }

    boolean isLatched() {
        return look() == MAGNET_QUENCH;
    }

    /** The state it is in by now. */
    int look() {
        if (magnet.isNormal() && !latched) {
            noteMagnetQuench();
        }
        if (latched) {
            return MAGNET_QUENCH;
        }
        if (asked == RAMPING && Math.abs(magnet.amperes() - target) <= THERE_AMPERES) {
            return HOLDING;
        }
        if (asked == ZEROING && Math.abs(magnet.amperes()) < ZERO_SHARE * limitAmperes) {
            return AT_ZERO;
        }
        return asked;
    }

    // The output is forced to 0 V: what current is left in the magnet stays, or dies if turns are normal.
    private void noteMagnetQuench() {
        latched = true;
        magnetQuenches++;
        asked = PAUSED;
        drive();
    }

    private void drive() {
        world.act(() -> {
            switch (asked) {
                case RAMPING -> magnet.ramp(target, rate);
                case ZEROING -> magnet.ramp(0, rate);
                case UP -> magnet.ramp(limitAmperes, rate);
                case DOWN -> magnet.ramp(-limitAmperes, rate);
                default -> magnet.hold();
            }
        });
    }
}
