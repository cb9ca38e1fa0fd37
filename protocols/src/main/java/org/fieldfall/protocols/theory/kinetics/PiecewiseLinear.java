package org.fieldfall.protocols.theory.kinetics;

import java.util.Arrays;

/** Straight lines through points; a single field without a time is a field that rests for ever. */
final class PiecewiseLinear implements FieldHistory {

    private final double[] seconds;
    private final double[] tesla;

    PiecewiseLinear(double[] seconds, double[] tesla) {
        this.seconds = seconds.clone();
        this.tesla = tesla.clone();
        var rests = seconds.length == 0 && tesla.length == 1;
        if (!rests && (seconds.length < 2 || seconds.length != tesla.length)) {
            throw new IllegalArgumentException("a field history needs two points or more and one field a time, got "
                    + seconds.length + " times and " + tesla.length + " fields");
        }
        for (var i = 0; i < tesla.length; i++) {
            checkPoint(i);
        }
    }

    private void checkPoint(int i) {
        if (!Double.isFinite(tesla[i]) || (i < seconds.length && !Double.isFinite(seconds[i]))) {
            throw new IllegalArgumentException("point " + i + " of a field history must be finite");
        }
        if (i > 0 && !(seconds[i] > seconds[i - 1])) {
            throw new IllegalArgumentException(
                    "times of a field history must ascend, got " + seconds[i] + " s after " + seconds[i - 1] + " s");
        }
    }

    @Override
    public double tesla(double at) {
        var piece = pieceAt(at);
        if (piece < 0) {
            return tesla[0];
        }
        if (piece >= seconds.length - 1) {
            return tesla[tesla.length - 1];
        }
        return tesla[piece] + slope(piece) * (at - seconds[piece]);
    }

    @Override
    public double teslaPerSecond(double at) {
        var piece = pieceAt(at);
        return piece < 0 || piece >= seconds.length - 1 ? 0 : slope(piece);
    }

    @Override
    public double[] corners() {
        return seconds.clone();
    }

    private double slope(int piece) {
        return (tesla[piece + 1] - tesla[piece]) / (seconds[piece + 1] - seconds[piece]);
    }

    /** Index of the last corner at or before a time; −1 before the first. */
    private int pieceAt(double at) {
        var found = Arrays.binarySearch(seconds, at);
        return found >= 0 ? found : -found - 2;
    }
}
