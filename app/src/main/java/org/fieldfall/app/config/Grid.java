package org.fieldfall.app.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Values in a row, as the command line and a campaign's grid write them: one ({@code 1T}), a list ({@code 0.1T,0.3T}) or a range from:to:step
 * ({@code 0.1T:1T:0.1T}), in any mixture. A range may fall; its end is in it where whole steps lead there.
 */
public record Grid(List<Double> values) {

    /** Of one option, and of all together. */
    public static final int MOST_POINTS = 1_000_000;

    /** @throws UnfitValueException where a part is not what is measured */
    public static Grid parse(String text, Measure measure) {
        return new Grid(Arrays.stream(text.split(",", -1))
                .flatMap(part -> part(part, measure))
                .toList());
    }

    private static Stream<Double> part(String text, Measure measure) {
        var parts = text.split(":", -1);
        return switch (parts.length) {
            case 1 -> Stream.of(measure.read(text));
            case 3 -> range(measure.read(parts[0]), measure.read(parts[1]), measure.read(parts[2]));
            default -> throw new UnfitValueException("neither a value nor a range from:to:step");
        };
    }

    private static Stream<Double> range(double from, double to, double step) {
        if (step == 0) {
            throw new UnfitValueException("a step of zero");
        }
        // A step that misses the end by rounding only still meets it.
        var steps = Math.floor(Math.abs((to - from) / step) + 1e-9);
        if (steps >= MOST_POINTS) {
            throw new UnfitValueException("a range of more than " + MOST_POINTS + " points");
        }
        var signed = Math.copySign(step, to - from);
        return IntStream.rangeClosed(0, (int) steps).mapToObj(i -> value(from, signed, i));
    }

    /** In decimal arithmetic, so that the third step of 0.1 from 0 is 0.3. */
    private static double value(double from, double step, int i) {
        return BigDecimal.valueOf(step)
                .multiply(BigDecimal.valueOf(i))
                .add(BigDecimal.valueOf(from))
                .doubleValue();
    }
}
