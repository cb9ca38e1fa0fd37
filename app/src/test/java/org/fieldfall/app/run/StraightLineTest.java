package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StraightLineTest {

    private record Point(double x, double y) {}

    @Test
    void findsALineFarFromTheOriginToAllDigits() {
        var points = List.of(new Point(1e6, 1), new Point(1e6 + 0.01, 0.9), new Point(1e6 + 0.03, 0.7));

        var line = StraightLine.through(points, Point::x, Point::y);

        assertThat(line.slope()).isCloseTo(-10, within(1e-6));
        assertThat(line.at(1e6 + 0.02)).isCloseTo(0.8, within(1e-9));
        assertThat(line.reaches(0.1)).isCloseTo(1e6 + 0.09, within(1e-8));
    }

    @Test
    void halvesTheMiddleOfPointsThatScatter() {
        var points = List.of(new Point(0, 0), new Point(0, 2), new Point(1, 1), new Point(1, 3));

        var line = StraightLine.through(points, Point::x, Point::y);

        assertThat(line.slope()).isCloseTo(1, within(1e-12));
        assertThat(line.at(0)).isCloseTo(1, within(1e-12));
    }
}
