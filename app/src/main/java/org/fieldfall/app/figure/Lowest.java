package org.fieldfall.app.figure;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The lowest point of a curve over temperature.
 *
 * @param kelvin where it is
 * @param value how low it is
 */
record Lowest(double kelvin, double value) {

    private static final int SCAN = 240;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** The search ends where the curve can no longer tell two temperatures apart: a minimum is flat. */
    private static final double WIDTH = 1e-8;

    /**
     * Scans in equal ratios, then closes in on the lowest by golden sections in ln T.
     *
     * @return empty where the lowest is at an end, so that the curve has no minimum between
     */
    static Optional<Lowest> of(DoubleUnaryOperator curve, double coldest, double hottest) {
        DoubleUnaryOperator overLog = log -> curve.applyAsDouble(Math.exp(log));
        var step = Math.log(hottest / coldest) / SCAN;
        var best = 0;
        var lowest = Double.POSITIVE_INFINITY;
        for (var i = 0; i <= SCAN; i++) {
            var value = overLog.applyAsDouble(Math.log(coldest) + i * step);
            if (value < lowest) {
                lowest = value;
                best = i;
            }
        }
        return best == 0 || best == SCAN
                ? Optional.empty()
                : Optional.of(within(overLog, Math.log(coldest) + (best - 1) * step, 2 * step));
    }

    private static Lowest within(DoubleUnaryOperator curve, double from, double length) {
        var low = from;
        var high = from + length;
        var left = high - GOLDEN * (high - low);
        var right = low + GOLDEN * (high - low);
        var atLeft = curve.applyAsDouble(left);
        var atRight = curve.applyAsDouble(right);
        while (high - low > WIDTH) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = curve.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = curve.applyAsDouble(right);
            }
        }
        var middle = (low + high) / 2;
        return new Lowest(Math.exp(middle), curve.applyAsDouble(middle));
    }
}
