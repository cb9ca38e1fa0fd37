package org.fieldfall.simulator.world;

/**
 * A superconducting magnet around coil and crystal on a supply of its own, which ramps its current evenly. Its field is
 * along the coil's and adds to it; neither feels the other. Not for sharing between threads.
 */
public final class SlowMagnet {

    private static final double COLLAPSE_SECONDS = 1;
    private static final double GONE_AMPERES = 1e-6;

    private final double teslaPerAmpere;
    private double amperes;
    private double aimAmperes;
    private double amperesPerSecond = 1;
    private boolean isNormal;

    /** @param teslaPerAmpere its true coil constant; zero where there is none */
    public SlowMagnet(double teslaPerAmpere) {
        this.teslaPerAmpere = teslaPerAmpere;
    }

    /** Lets the current go to a value at a rate; it has no effect while turns are normal. */
    public void ramp(double toAmperes, double rateAmperesPerSecond) {
        aimAmperes = toAmperes;
        amperesPerSecond = rateAmperesPerSecond;
    }

    /** Lets the current stay where it is. */
    public void hold() {
        aimAmperes = amperes;
    }

    /** Turns become normal: the current dies whatever the supply does. */
    public void magnetQuench() {
        isNormal = true;
    }

    /** The magnet is cold and as it was, without what current it has lost. */
    public void endMagnetQuench() {
        isNormal = false;
        hold();
    }

    public boolean isNormal() {
        return isNormal;
    }

    public double amperes() {
        return amperes;
    }

    double tesla() {
        return teslaPerAmpere * amperes;
    }

    boolean isMoving() {
        return isNormal ? amperes != 0 : amperes != aimAmperes;
    }

    void step(double seconds) {
        if (isNormal) {
            double rest = amperes * Math.exp(-seconds / COLLAPSE_SECONDS);
            amperes = Math.abs(rest) < GONE_AMPERES ? 0 : rest;
            return;
        }
        double most = amperesPerSecond * seconds;
        double left = aimAmperes - amperes;
        amperes = Math.abs(left) <= most ? aimAmperes : amperes + Math.copySign(most, left);
    }
}
