package org.fieldfall.app.live.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LiveSeriesTest {

    private final LiveSeries series = new LiveSeries("temperature", "temperature", "K");

    private static void fill(LiveSeries into, int count) {
        for (int i = 0; i < count; i++) {
            into.add(0.001 * i, Math.sin(i));
        }
    }

    @Test
    void givesReadingsOneByOneWhereTheyFit() {
        fill(series, 10);

        var points = series.since(4, 100);

        assertThat(points.next()).isEqualTo(10);
        assertThat(points.size()).isEqualTo(6);
        assertThat(points.seconds()[0]).isEqualTo(0.004);
        assertThat(points.low()).isEqualTo(points.high());
        assertThat(series.since(10, 100).size()).isZero();
        assertThat(series.since(99, 100).next()).isEqualTo(10);
    }

    @Test
    void losesNoExtremeWhereItThins() {
        var random = new Random(3);
        double low = 0;
        double high = 0;
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextGaussian();
            low = Math.min(low, value);
            high = Math.max(high, value);
            series.add(i, value);
        }

        for (int most : new int[] {1, 7, 100, 999, 5000, 100_000}) {
            var points = series.since(0, most);
            assertThat(points.size()).as("%s", most).isBetween(Math.max(1, most / 2), most);
            assertThat(points.low()).as("%s", most).contains(low);
            assertThat(points.high()).as("%s", most).contains(high);
            assertThat(points.seconds()).isSorted();
        }
    }

    @Test
    void looksBetweenTimesAndAPointBeyond() {
        fill(series, 10_000);

        var points = series.between(2.0005, 2.0105, 100);

        assertThat(points.size()).isEqualTo(12);
        assertThat(points.seconds()[0]).isEqualTo(2.0);
        assertThat(series.between(5, 6, 50).size()).isBetween(25, 50);
        assertThat(series.between(-2, -1, 50).size()).isLessThanOrEqualTo(1);
        assertThat(series.between(100, 200, 50).size()).isLessThanOrEqualTo(1);
    }

    @Test
    void keepsGroupsWhereItKeepsReadingsNoMore() {
        var small = new LiveSeries("x", "x", "K", 256, 4096);
        fill(small, 40_000);

        var all = small.since(0, 4000);
        assertThat(all.size()).isBetween(500, 4000);
        assertThat(all.seconds()[0]).isZero();
        assertThat(small.since(39_900, 1000).size()).isEqualTo(100);
        assertThat(small.between(0.5, 0.6, 1000).size()).isBetween(6, 10);
    }

    @Test
    void pausesOnceBetweenWhatDoesNotGoOn() {
        LiveSeries series = new LiveSeries("heat", "heat", "J");
        series.pause(0);
        series.add(1, 5);
        series.pause(2);
        series.pause(3);
        series.add(4, 6);

        Points all = series.since(0, 10);

        assertThat(all.seconds()).containsExactly(1, 2, 4);
        assertThat(all.low()).containsExactly(5, Double.NaN, 6);
    }

    @Test
    void passesOverWhatIsNotLater() {
        series.add(1, 1);
        series.add(1, 2);
        series.add(0.5, 3);
        series.add(Double.NaN, 4);
        series.add(2, Double.NaN);

        assertThat(series.head().readings()).isEqualTo(2);
        assertThat(series.head().lastValue()).isNaN();
        assertThat(series.since(0, 1).low()).containsExactly(1);
    }

    @Test
    void refusesToGiveNothing() {
        assertThatThrownBy(() -> series.since(0, 0)).hasMessageContaining("at least 1");
    }
}
