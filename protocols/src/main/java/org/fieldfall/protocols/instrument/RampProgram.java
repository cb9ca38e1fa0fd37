package org.fieldfall.protocols.instrument;

import java.util.Arrays;

/**
 * A ramp as a supply runs it by itself: field values, each held for one dwell. It starts the moment the first value is
 * on the output and stays on the last.
 */
public final class RampProgram {

    private final double[] tesla;
    private final double dwellSeconds;

    private RampProgram(double[] tesla, double dwellSeconds) {
        if (tesla.length == 0) {
            throw new IllegalArgumentException("a ramp program needs at least one point");
        }
        if (!(dwellSeconds > 0) || Double.isInfinite(dwellSeconds)) {
            throw new IllegalArgumentException("dwell must be above 0 s, not " + dwellSeconds);
        }
        for (double value : tesla) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a ramp program holds finite fields only, not " + value);
            }
        }
        this.tesla = tesla.clone();
        this.dwellSeconds = dwellSeconds;
    }

    public static RampProgram of(double[] tesla, double dwellSeconds) {
        return new RampProgram(tesla, dwellSeconds);
    }

    /**
     * Equal steps from one field to another. The first point is one step away from {@code fromTesla}, the last is {@code
     * toTesla}; the number of steps is rounded up, so the rate asked for is never exceeded.
     *
     * @param rateTeslaPerSecond magnitude of the rate, above zero
     */
    public static RampProgram linear(double fromTesla, double toTesla, double rateTeslaPerSecond, double dwellSeconds) {
        if (!(rateTeslaPerSecond > 0)) {
            throw new IllegalArgumentException("rate must be above 0 T/s, not " + rateTeslaPerSecond);
        }
        double seconds = Math.abs(toTesla - fromTesla) / rateTeslaPerSecond;
        int steps = Math.max(1, (int) Math.ceil(seconds / dwellSeconds - 1e-9));
        double[] points = new double[steps];
        for (int i = 0; i < steps; i++) {
            points[i] = fromTesla + (toTesla - fromTesla) * (i + 1) / steps;
        }
        points[steps - 1] = toTesla;
        return new RampProgram(points, dwellSeconds);
    }

    public double[] tesla() {
        return tesla.clone();
    }

    public double dwellSeconds() {
        return dwellSeconds;
    }

    public int points() {
        return tesla.length;
    }

    public double durationSeconds() {
        return tesla.length * dwellSeconds;
    }

    public double lastTesla() {
        return tesla[tesla.length - 1];
    }

    /** The largest magnitude among the points, in tesla. */
    public double largestTesla() {
        return Arrays.stream(tesla).map(Math::abs).max().orElse(0);
    }

    /** The steepest step, the one from {@code fromTesla} to the first point included, in tesla per second. */
    public double steepestTeslaPerSecond(double fromTesla) {
        double steepest = 0;
        double before = fromTesla;
        for (double value : tesla) {
            steepest = Math.max(steepest, Math.abs(value - before) / dwellSeconds);
            before = value;
        }
        return steepest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RampProgram that
                && dwellSeconds == that.dwellSeconds
                && Arrays.equals(tesla, that.tesla);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(tesla) + Double.hashCode(dwellSeconds);
    }

    @Override
    public String toString() {
        return Figure.text("%d points to %g T, %g s each", tesla.length, lastTesla(), dwellSeconds);
    }
}
