package org.fieldfall.simulator.keithley2400;

import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.ScpiFault;

/** The programmed current: seven decades of range, 20000 steps to full scale, 5 % above it. */
final class Level {

    private static final double SMALLEST_RANGE = 1e-6;
    private static final double LARGEST_RANGE = 1;
    private static final double STEPS = 20_000;
    private static final double OVER = 1.05;
    private static final double ROUNDING = 1 + 1e-9;

    private double asked;
    private double range = 1e-4;
    private boolean autoRange = true;

    void reset() {
        asked = 0;
        range = 1e-4;
        autoRange = true;
    }

    void set(Arguments words) {
        double wanted = words.number();
        double most = autoRange ? LARGEST_RANGE : range;
        if (Math.abs(wanted) > OVER * most * ROUNDING) {
            throw ScpiFault.outOfRange();
        }
        asked = wanted;
        fit();
    }

    /** Fixes the smallest range that holds the value; a level beyond it comes down to full scale. */
    void range(Arguments words) {
        double wanted = Math.abs(words.number());
        range = smallest(wanted);
        autoRange = false;
        asked = Math.max(-OVER * range, Math.min(OVER * range, asked));
    }

    void autoRange(boolean isOn) {
        autoRange = isOn;
        fit();
    }

    double range() {
        return range;
    }

    boolean isAutoRange() {
        return autoRange;
    }

    /** What the converter makes of the level. */
    double amperes() {
        double step = range / STEPS;
        return Math.rint(asked / step) * step;
    }

    private void fit() {
        if (autoRange) {
            range = smallest(Math.abs(asked));
        }
    }

    private static double smallest(double amperes) {
        for (int decade = 0; decade <= 6; decade++) {
            double candidate = SMALLEST_RANGE * Math.pow(10, decade);
            if (amperes <= OVER * candidate * ROUNDING) {
                return candidate;
            }
        }
        throw ScpiFault.outOfRange();
    }
}
