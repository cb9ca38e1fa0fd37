package org.fieldfall.protocols.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DriftFitTest {

    private static final double TAU = 80;

    private static DriftFit fit(double amplitude, double noise, long seed) {
        Random random = new Random(seed);
        double[] seconds = new double[60];
        double[] kelvin = new double[60];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = 1000 + 5 * i;
            kelvin[i] = 4 + amplitude * Math.exp(-5.0 * i / TAU) + noise * random.nextGaussian();
        }
        return DriftFit.of(seconds, kelvin, 70).orElseThrow();
    }

    @Test
    void findsTheAsymptoteOfAnExactExponential() {
        DriftFit fit = fit(0.1, 0, 1);

        assertThat(fit.asymptoteKelvin()).isCloseTo(4, within(1e-3));
        assertThat(fit.remainingKelvin().value()).isCloseTo(-0.1 * Math.exp(-295 / TAU), within(1e-3));
    }

    @Test
    void isNotOverWhileMillikelvinsRemain() {
        assertThat(fit(0.5, 0.0003, 2).isWithin(0.001)).isFalse();
    }

    @Test
    void isOverWhenOnlyNoiseIsLeft() {
        assertThat(fit(0.002, 0.0003, 3).isWithin(0.001)).isTrue();
    }

    @Test
    void isNotOverWhenTheNoiseHidesTheDrift() {
        assertThat(fit(0.002, 0.2, 4).isWithin(0.001)).isFalse();
    }

    @Test
    void saysNothingFromTooFewReadings() {
        assertThat(DriftFit.of(new double[] {0, 5}, new double[] {4, 4}, 80)).isEmpty();
        assertThat(DriftFit.of(new double[10], new double[10], 80)).isEmpty();
    }
}
