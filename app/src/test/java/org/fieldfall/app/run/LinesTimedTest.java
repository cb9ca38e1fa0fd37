package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldfall.protocols.run.LineTimed;
import org.junit.jupiter.api.Test;

class LinesTimedTest {

    private final LinesTimed lines = new LinesTimed();

    @Test
    void countsAMedianAsOftenAsThereWereExchanges() {
        lines.heard(new LineTimed(5, "supply", "COM1", 100, 0.002, 0.4, 1, 0, 0));
        lines.heard(new LineTimed(10, "supply", "COM1", 10, 0.5, 0.9, 0, 2, 0));
        lines.heard(new LineTimed(15, "supply", "COM1", 10, 0.001, 0.001, 0, 0, 1));
        lines.heard(new LineTimed(20, "supply", "COM1", 500, Double.NaN, Double.NaN, 500, 0, 0));

        assertThat(lines.lines()).containsExactly(new LineTiming("supply", "COM1", 620, 0.002, 0.9, 501, 2, 1));
    }

    @Test
    void hasNoTimesOfALineThatNeverAnswered() {
        lines.heard(new LineTimed(5, "meter", "COM2", 3, Double.NaN, Double.NaN, 3, 0, 0));

        assertThat(lines.lines()).containsExactly(new LineTiming("meter", "COM2", 3, Double.NaN, Double.NaN, 3, 0, 0));
    }
}
