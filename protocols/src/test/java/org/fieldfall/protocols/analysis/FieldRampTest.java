package org.fieldfall.protocols.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

class FieldRampTest {

    private static final double START = 3.0042;
    private static final double NOISE = 3e-5;

    private static Trace ramp(double seconds, double undershoot, long seed) {
        Random random = new Random(seed);
        double[] raw = new double[6000];
        for (int i = 0; i < raw.length; i++) {
            double t = i * 0.001;
            double share = Math.max(0, Math.min(1, (t - START) / seconds));
            double ring = t > START + seconds ? undershoot * Math.exp(-(t - START - seconds) / 0.02) : 0;
            raw[i] = 1 - 0.9 * share - ring + NOISE * random.nextGaussian();
        }
        return new Trace(0.001, raw);
    }

    private static FieldRamp found(Trace trace) {
        return FieldRamp.of(trace, raw -> raw, 3.1, 0.09);
    }

    @Test
    void recoversRateStartAndPlateausWithinTheirUncertainty() {
        SummaryStatistics start = new SummaryStatistics();
        SummaryStatistics rate = new SummaryStatistics();
        for (int seed = 1; seed <= 60; seed++) {
            FieldRamp ramp = found(ramp(0.09, 0, seed));
            start.addValue(
                    (ramp.startSeconds().value() - START) / ramp.startSeconds().sigma());
            rate.addValue((ramp.rateTeslaPerSecond().value() + 10)
                    / ramp.rateTeslaPerSecond().sigma());
        }

        assertThat(start.getStandardDeviation()).isBetween(0.5, 1.3);
        assertThat(rate.getStandardDeviation()).isBetween(0.7, 1.3);
        assertThat(rate.getMean()).isBetween(-0.5, 0.5);
    }

    @Test
    void countsReadingsInTheSweep() {
        FieldRamp ramp = found(ramp(0.09, 0, 1));

        assertThat(ramp.expected()).isEqualTo(90);
        assertThat(ramp.received()).isBetween(89, 91);
    }

    @Test
    void seesAnUndershootButNotNoise() {
        assertThat(found(ramp(0.09, 0.005, 1)).undershootTesla())
                .isBetween(0.0, 0.0051)
                .isGreaterThan(0.002);
        assertThat(found(ramp(0.09, 0, 1)).undershootTesla()).isLessThan(5e-5);
    }

    @Test
    void measuresNonlinearity() {
        assertThat(found(ramp(0.09, 0, 1)).nonlinearity()).isLessThan(1e-4);
    }

    @Test
    void saysSoWhenThereIsNoRamp() {
        Trace flat = new Trace(0.001, new double[6000]);

        assertThatThrownBy(() -> found(flat)).isInstanceOf(InsufficientTraceException.class);
    }

    @Test
    void findsTheDuration() {
        assertThat(found(ramp(0.12, 0, 2)).durationSeconds().value()).isCloseTo(0.12, within(1e-4));
    }
}
