package org.fieldfall.simulator.sr865a;

import java.util.function.DoubleUnaryOperator;

/** The capture buffer: X alone, at a rate of its own clock, into whole pieces of 2 kB. */
final class Capture {

    static final int MOST_KILOBYTES = 4096;
    static final int KILOBYTE = 1024;
    static final int BYTES = 4;

    private static final int PIECE = 2 * KILOBYTE / BYTES;

    private float[] readings = new float[256 * KILOBYTE / BYTES];
    private int there;
    private long number;
    private boolean isCapturing;
    private boolean isContinuous;
    private boolean isStopping;
    private boolean wrapped;
    private double nextSeconds;
    private double interval;

    void length(int kilobytes) {
        readings = new float[kilobytes * KILOBYTE / BYTES];
        there = 0;
        isCapturing = false;
    }

    int kilobytes() {
        return readings.length * BYTES / KILOBYTE;
    }

    void start(double nowSeconds, double everySeconds, boolean continuous) {
        there = 0;
        number++;
        isCapturing = true;
        isContinuous = continuous;
        isStopping = false;
        wrapped = false;
        interval = everySeconds;
        nextSeconds = nowSeconds + everySeconds;
    }

    /** It ends once the piece in hand is full. */
    void stop() {
        isStopping = isCapturing;
        endIfWhole();
    }

    boolean isCapturing() {
        return isCapturing;
    }

    boolean hasWrapped() {
        return wrapped;
    }

    int bytes() {
        return there * BYTES;
    }

    long number() {
        return number;
    }

    /** Takes all readings that are due by a world time; {@code shown} tells what X is at one. */
    void advance(double toSeconds, DoubleUnaryOperator shown) {
        while (isCapturing && nextSeconds <= toSeconds) {
            if (there == readings.length) {
                there = 0;
                wrapped = true;
            }
            readings[there++] = (float) shown.applyAsDouble(nextSeconds);
            nextSeconds += interval;
            isCapturing = isContinuous || there < readings.length;
            endIfWhole();
        }
    }

    private void endIfWhole() {
        if (isStopping && there % PIECE == 0) {
            isCapturing = false;
        }
    }

    /** Little-endian float32; what was never filled is zero. */
    byte[] bytes(int offsetKilobytes, int kilobytes) {
        byte[] bytes = new byte[kilobytes * KILOBYTE];
        int first = offsetKilobytes * KILOBYTE / BYTES;
        for (int i = 0; i < bytes.length / BYTES; i++) {
            float value = first + i < there || wrapped ? readings[first + i] : 0;
            int bits = Float.floatToIntBits(value);
            for (int b = 0; b < BYTES; b++) {
                bytes[BYTES * i + b] = (byte) (bits >> (8 * b));
            }
        }
        return bytes;
    }
}
