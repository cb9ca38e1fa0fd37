package org.fieldfall.protocols.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

class LagCorrectionTest {

    private static final double LAG = 0.0115;
    private static final double INTERVAL = 0.001;
    private static final long SEED = 20261125;

    /** A first-order thermometer lags by exactly τ behind a steady change: T_th = T − τ dT/dt. */
    @Test
    void takesTheLagBehindASteadyChangeOut() {
        double[] shown = new double[200];
        Arrays.setAll(shown, i -> 4 - 0.5 * (i * INTERVAL - LAG));

        double[] corrected = new LagCorrection(LAG, INTERVAL, 10).apply(shown);

        for (int i = 10; i < 190; i++) {
            assertThat(corrected[i]).isCloseTo(4 - 0.5 * i * INTERVAL, within(1e-12));
        }
        assertThat(corrected[9]).isNaN();
        assertThat(corrected[190]).isNaN();
    }

    /** Of T = c t² it shows c (t² − 2 τ t + 2 τ²); a parabola loses nothing but what the third derivative would tell. */
    @Test
    void takesTheLagBehindABentChangeOut() {
        double[] shown = new double[200];
        Arrays.setAll(shown, i -> {
            double t = i * INTERVAL;
            return 3 * (t * t - 2 * LAG * t + 2 * LAG * LAG);
        });

        double[] corrected = new LagCorrection(LAG, INTERVAL, 10).apply(shown);

        // T_th + τ dT_th/dt = T identically.
        for (int i = 10; i < 190; i++) {
            double t = i * INTERVAL;
            assertThat(corrected[i]).isCloseTo(3 * t * t, within(1e-12));
        }
    }

    @Test
    void statesTheNoiseThatItLeaves() {
        Random random = new Random(SEED);
        double[] noise = random.doubles(200_000).map(x -> random.nextGaussian()).toArray();
        for (int half : new int[] {3, 10, 40}) {
            LagCorrection correction = new LagCorrection(LAG, INTERVAL, half);

            double[] corrected = Arrays.stream(correction.apply(noise))
                    .filter(Double::isFinite)
                    .toArray();

            // Neighbours share readings: some 200000/81 independent ones tell the width to a few percent.
            assertThat(new StandardDeviation().evaluate(corrected) / correction.noiseGain())
                    .as("half window %s", half)
                    .isCloseTo(1, within(0.05));
        }
    }

    @Test
    void findsTheNarrowestWindowThatAddsNoNoise() {
        LagCorrection quiet = LagCorrection.quiet(LAG, INTERVAL);

        assertThat(quiet.noiseGain()).isLessThanOrEqualTo(1);
        assertThat(new LagCorrection(LAG, INTERVAL, quiet.halfWindow() - 1).noiseGain())
                .isGreaterThan(1);
        assertThat(quiet.windowSeconds()).isLessThan(0.02);
    }

    @Test
    void refusesWhatIsNoLagOrNoWindow() {
        assertThatThrownBy(() -> new LagCorrection(-1, INTERVAL, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not -1.0 s");
        assertThatThrownBy(() -> new LagCorrection(LAG, INTERVAL, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LagCorrection(LAG, Double.NaN, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
