package org.fieldfall.simulator.dmm6500;

import org.fieldfall.simulator.scpi.ScpiFault;

/** How the measure function is set up, in the meter's own seconds; a new one is as after {@code *RST}. */
final class Setup {

    static final double LINE_SECONDS = 0.02;
    static final double SHORTEST_APERTURE = 8.33e-6;
    static final double LONGEST_APERTURE = 0.24;
    static final double LEAST_CYCLES = 0.0005;
    static final double MOST_CYCLES = 12;
    static final double OVERLOAD = 9.9e37;

    private static final double[] RANGES = {0.1, 1, 10, 100, 1000};
    private static final double OVERHEAD_SECONDS = 30e-6;
    private static final double OVERRANGE = 1.2;

    double range = 1000;
    boolean autoRange = true;
    double apertureSeconds = LINE_SECONDS;
    boolean autoZero = true;
    int count = 1;

    /** As it is now: what a user changes later does not disturb what runs. */
    Setup copy() {
        Setup copy = new Setup();
        copy.range = range;
        copy.autoRange = autoRange;
        copy.apertureSeconds = apertureSeconds;
        copy.autoZero = autoZero;
        copy.count = count;
        return copy;
    }

    /** The smallest range that holds the value. */
    void fixRange(double volts) {
        for (double choice : RANGES) {
            if (Math.abs(volts) <= choice * (1 + 1e-9)) {
                range = choice;
                autoRange = false;
                return;
            }
        }
        throw ScpiFault.outOfRange();
    }

    /** From the end of an aperture until the next may open; auto zero measures zero and reference as well. */
    double restSeconds() {
        return OVERHEAD_SECONDS + (autoZero ? 2 * apertureSeconds : 0);
    }

    double shown(double volts) {
        double full = autoRange ? RANGES[RANGES.length - 1] : range;
        boolean over = Math.abs(volts) > (full == RANGES[RANGES.length - 1] ? full : OVERRANGE * full);
        return over ? Math.copySign(OVERLOAD, volts) : volts;
    }
}
