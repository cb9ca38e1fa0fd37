package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void itsQuantilesAreRightWithinFourPercentFromMicrosecondsToMinutes() {
        var random = new Random(7);
        var histogram = new Histogram();
        long[] times = random.doubles(10_001, 3, 11)
                .mapToLong(power -> Math.round(Math.pow(10, power)))
                .toArray();

        Arrays.stream(times).forEach(histogram::add);

        Arrays.sort(times);
        assertThat(histogram.total()).isEqualTo(10_001);
        assertThat(histogram.quantile(0.5).toNanos()).isCloseTo(times[5000], Percentage.withPercentage(4));
        assertThat(histogram.quantile(0.99).toNanos()).isCloseTo(times[9900], Percentage.withPercentage(4));
        assertThat(histogram.longest().toNanos()).isEqualTo(times[10_000]);
    }

    @Test
    void holdsTheExtremes() {
        var histogram = new Histogram();
        histogram.add(0);
        histogram.add(15);
        histogram.add(16);
        histogram.add(Long.MAX_VALUE);

        assertThat(histogram.quantile(0.25)).isEqualTo(Duration.ZERO);
        assertThat(histogram.quantile(0.5).toNanos()).isEqualTo(15);
        assertThat(histogram.quantile(0.75).toNanos()).isEqualTo(16);
        assertThat(histogram.quantile(1).toNanos()).isGreaterThan(Long.MAX_VALUE / 10 * 9);
    }
}
