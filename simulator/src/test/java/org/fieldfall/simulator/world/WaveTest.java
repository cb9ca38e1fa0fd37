package org.fieldfall.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaveTest {

    private final Wave wave = new Wave(3, 50, 0.7);

    @Test
    void hasTheMeanOfItsValues() {
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            sum += 3 * Math.sin(2 * Math.PI * 50 * (0.1 + (i + 0.5) * 7e-7) + 0.7);
        }

        assertThat(wave.mean(0.1, 0.107)).isCloseTo(sum / 10_000, within(1e-6));
        assertThat(wave.mean(0.1, 0.1)).isCloseTo(3 * Math.sin(2 * Math.PI * 50 * 0.1 + 0.7), within(1e-12));
    }

    @Test
    void vanishesOverWholePeriods() {
        assertThat(wave.mean(0.0123, 0.0123 + 0.02)).isCloseTo(0, within(1e-12));
        assertThat(wave.mean(0.0123, 0.0123 + 0.1)).isCloseTo(0, within(1e-12));
        assertThat(Wave.NONE.mean(0, 1e-4)).isZero();
    }

    @Test
    void changesAsFastAsItsSlopeSays() {
        double slope = (wave.mean(0.2, 0.2) - wave.mean(0.2 - 1e-7, 0.2 - 1e-7)) / 1e-7;

        assertThat(wave.slope().mean(0.2, 0.2)).isCloseTo(slope, within(0.1));
        assertThat(wave.slope().meanSquare()).isCloseTo(Math.pow(3 * 2 * Math.PI * 50, 2) / 2, within(1e-6));
    }

    @Test
    void refusesToStandStill() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wave(1, 0, 0)).withMessageContaining("0.0 Hz");
    }
}
