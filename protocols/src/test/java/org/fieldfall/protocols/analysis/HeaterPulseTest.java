package org.fieldfall.protocols.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

class HeaterPulseTest {

    private static final double C = 12e-6;
    private static final double K = 0.14e-6;
    private static final double POWER = 60e-9;

    /** Closed form of a rectangular pulse into a constant heat capacity, with noise and drift. */
    private static Trace trace(double noise, double drift, long seed) {
        Random random = new Random(seed);
        double tau = C / K;
        double[] raw = new double[40_000];
        for (int i = 0; i < raw.length; i++) {
            double t = i * 0.01;
            double on = Math.max(0, Math.min(t - 60, 10));
            double off = Math.max(0, t - 70);
            double rise = POWER / K * (1 - Math.exp(-on / tau)) * Math.exp(-off / tau);
            raw[i] = 4 + rise + drift * t + noise * random.nextGaussian();
        }
        return new Trace(0.01, raw);
    }

    private static HeaterPulse.Pulse pulse(double powerSigma) {
        return new HeaterPulse.Pulse(60, 70, new Uncertain(POWER, powerSigma), 0, 0);
    }

    @Test
    void recoversTheClosedForm() {
        HeaterPulse found = HeaterPulse.of(trace(0, 0, 1), t -> t, pulse(0), 1.5 * C, 0.7 * K);

        assertThat(found.heatCapacityJoulePerKelvin().value()).isCloseTo(C, within(1e-4 * C));
        assertThat(found.linkWattPerKelvin().value()).isCloseTo(K, within(1e-3 * K));
        assertThat(found.baselineKelvin()).isCloseTo(4, within(1e-4));
    }

    @Test
    void statesItsUncertaintyHonestlyUnderNoiseAndDrift() {
        SummaryStatistics capacity = new SummaryStatistics();
        SummaryStatistics link = new SummaryStatistics();
        for (int seed = 1; seed <= 40; seed++) {
            HeaterPulse found = HeaterPulse.of(trace(0.005, 6e-6, seed), t -> t, pulse(0), C, K);
            capacity.addValue((found.heatCapacityJoulePerKelvin().value() - C)
                    / found.heatCapacityJoulePerKelvin().sigma());
            link.addValue((found.linkWattPerKelvin().value() - K)
                    / found.linkWattPerKelvin().sigma());
        }

        assertThat(capacity.getMean()).isBetween(-0.5, 0.5);
        assertThat(capacity.getStandardDeviation()).isBetween(0.65, 1.35);
        assertThat(link.getMean()).isBetween(-0.5, 0.5);
        assertThat(link.getStandardDeviation()).isBetween(0.65, 1.35);
    }

    @Test
    void passesOnWhatThePowerIsUnknownBy() {
        HeaterPulse found = HeaterPulse.of(trace(0, 0, 1), t -> t, pulse(0.005 * POWER), C, K);

        assertThat(found.heatCapacityJoulePerKelvin().relativeSigma()).isCloseTo(0.005, within(1e-4));
    }

    @Test
    void refusesATraceThatIsTooShort() {
        assertThatThrownBy(() -> HeaterPulse.of(new Trace(0.01, new double[100]), t -> t, pulse(0), C, K))
                .isInstanceOf(InsufficientTraceException.class);
    }
}
