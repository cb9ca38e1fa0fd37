package org.fieldfall.app.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lengths as SVG writes them: a hundredth of a point is finer than any printer. */
final class SvgNumber {

    private static final int DECIMALS = 2;

    private SvgNumber() {}

    static String of(double points) {
        var rounded = BigDecimal.valueOf(points).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String list(double[] points, int count) {
        return IntStream.range(0, count).mapToObj(i -> of(points[i])).collect(Collectors.joining(" "));
    }

    static String list(float[] points) {
        return IntStream.range(0, points.length).mapToObj(i -> of(points[i])).collect(Collectors.joining(" "));
    }
}
