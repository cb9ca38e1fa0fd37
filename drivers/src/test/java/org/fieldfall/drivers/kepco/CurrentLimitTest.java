package org.fieldfall.drivers.kepco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.instrument.RampProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is called in whatever order, no current beyond the limit and no jump crosses the wire. */
class CurrentLimitTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final double LIMIT = 11;

    // Ten thousand calls, or a hundred thousand.
    static LongStream seeds() {
        return LongStream.range(101, 101 + (Boolean.getBoolean("fieldfall.long") ? 100 : 10));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noSeriesOfCallsSendsACurrentBeyondTheLimit(long seed) {
        var random = new Random(seed);
        var box = new BopInMemory();
        int loaded = 0;

        try (var line = box.wire().line()) {
            var supply = new KepcoBop(line, KepcoBopTest.SETTINGS);
            for (int i = 0; i < 1000; i++) {
                loaded += call(supply, box, random) ? 1 : 0;
            }
        }

        assertThat(box.everSent()).allMatch(sent -> Math.abs(sent) <= LIMIT);
        assertThat(loaded).as("programs that were good").isGreaterThan(20);
    }

    private static boolean call(KepcoBop supply, BopInMemory box, Random random) {
        try {
            switch (random.nextInt(9)) {
                case 0 -> supply.prepare(SOON);
                case 1 -> supply.start(SOON);
                case 2 -> supply.outputOff(random.nextBoolean() ? random.nextDouble() : any(random), SOON);
                case 3 -> supply.resynchronise(SOON);
                case 4 -> supply.identify(SOON);
                case 5 -> supply.status(SOON);
                case 6 -> assertThat(supply.capability().largestTesla()).isCloseTo(LIMIT / 10, within(1e-12));
                default -> {
                    double before = supply.measureField(SOON).tesla();
                    supply.load(anyProgram(before, random), SOON);
                    assertNoJump(before * 10, box.list());
                    return true;
                }
            }
        } catch (IllegalArgumentException | IllegalStateException | InstrumentException refused) {
            return false;
        }
        return false;
    }

    // 12 T/s is 120 A/s; the slowest dwell used is 50 ms.
    private static void assertNoJump(double from, List<Double> list) {
        double before = from;
        for (double point : list) {
            assertThat(Math.abs(point - before)).isLessThanOrEqualTo(120 * 0.05 + 0.0601);
            before = point;
        }
    }

    private static double any(Random random) {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE, -1, -0.0, Double.MIN_VALUE};
        return odd[random.nextInt(odd.length)];
    }

    private static RampProgram anyProgram(double from, Random random) {
        double scale = Math.pow(10, random.nextInt(5) - 1);
        double to = (random.nextDouble() - 0.5) * scale;
        double dwell = 0.0005 + 0.0495 * random.nextDouble();
        if (random.nextBoolean()) {
            return RampProgram.linear(from, to, 0.1 + 15 * random.nextDouble(), dwell);
        }
        double[] points = random.doubles(1 + random.nextInt(50))
                .map(value -> from + value * scale * 0.2)
                .toArray();
        points[random.nextInt(points.length)] += random.nextInt(8) == 0 ? any(random) : 0;
        return RampProgram.of(points, random.nextInt(20) == 0 ? any(random) : dwell);
    }
}
