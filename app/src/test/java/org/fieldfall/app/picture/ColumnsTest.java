package org.fieldfall.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void keepsASingleSpikeAmongManyReadings() {
        double[] seconds =
                IntStream.range(0, 600_000).mapToDouble(i -> i * 1e-3).toArray();
        double[] kelvin = new double[seconds.length];
        kelvin[123_456] = 5;

        var columns = Columns.of(new Curve(seconds, kelvin), 0, 600, 600);

        assertThat(columns).hasSize(600);
        assertThat(columns).filteredOn(each -> each.high() == 5).singleElement().satisfies(spike -> {
            assertThat(spike.seconds()).isEqualTo(123.5);
            assertThat(spike.mean()).isEqualTo(0.005);
            assertThat(spike.low()).isZero();
        });
    }

    @Test
    void leavesColumnsWithoutReadingsOut() {
        var curve = new Curve(new double[] {0.5, 1.5, 3.5}, new double[] {1, Double.NaN, 3});

        var columns = Columns.of(curve, 0, 4, 4);

        assertThat(columns).containsExactly(new Columns.Column(0.5, 1, 1, 1), new Columns.Column(3.5, 3, 3, 3));
    }

    @Test
    void takesOneNeighbourOnEitherSideOfAWindow() {
        var curve = new Curve(new double[] {-60, 0, 0.09, 600}, new double[] {1, 1, 0.1, 0.1});

        assertThat(curve.between(-0.1, 1).seconds()).containsExactly(-60, 0, 0.09, 600);
        assertThat(curve.between(0.05, 0.09).seconds()).containsExactly(0, 0.09, 600);
    }

    @Test
    void refusesTimeThatGoesBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve(new double[] {0, 2, 1}, new double[3]))
                .withMessageContaining("point 2");
    }
}
