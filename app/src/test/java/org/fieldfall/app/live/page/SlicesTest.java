package org.fieldfall.app.live.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldfall.app.live.view.Points;
import org.junit.jupiter.api.Test;

final class SlicesTest {

    /** A hundred seconds, 1000 readings in each. */
    private final SyntheticRun run = new SyntheticRun(() -> 100, 1000, 0.005);

    @Test
    void keepsEveryReadingWhereThereAreFew() {
        Points points = Slices.between(run, "temperature", 1, 2, 4000);

        assertThat(points.size()).isBetween(1000, 1002);
        assertThat(points.low()).isEqualTo(points.high());
    }

    @Test
    void thinsByTimeInTheirOrderWithoutLosingAnExtreme() {
        Points all = Slices.between(run, "temperature", 0, 100, 1_000_000);

        Points points = Slices.between(run, "temperature", 0, 100, 400);

        assertThat(points.size()).isBetween(300, 400);
        assertThat(points.seconds()).isSorted();
        assertThat(least(points.low())).isEqualTo(least(all.low()));
    }

    private static double least(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }
}
