package org.fieldfall.protocols.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the closed form of {@link ThreeBodies}, which knows nothing of the fit's own approximations. */
class HeaterPulseTest {

    private static final double LINK = 0.14e-6;
    private static final double WATTS = 0.2e-6;
    private static final double ON = 60.3;
    private static final double OFF = 70.3;
    private static final double LATE_SECONDS = 0.9;
    private static final ThreeBodies BODIES = new ThreeBodies(1e-6, 11.2e-6, 1.7e-6, 0.01, LATE_SECONDS, LINK);
    private static final double CAPACITY = 13.9e-6;

    /** Left over from an earlier disturbance at the start; drift of the thermometer over the trace. */
    private static final double LEFT_KELVIN = 1e-3;

    private static final double DRIFT_KELVIN = 3e-3;

    private static Trace trace(ThreeBodies bodies) {
        double interval = 0.01;
        double[] raw = new double[47_000];
        for (int i = 0; i < raw.length; i++) {
            double t = (i + 0.5) * interval;
            double share = t / (raw.length * interval);
            double drift = DRIFT_KELVIN * (share + 0.2 * share * share);
            raw[i] = 4 + bodies.pulse(WATTS, ON, OFF, t) + bodies.leftOver(LEFT_KELVIN, t) + drift;
        }
        return new Trace(interval, raw);
    }

    private static Trace noisy(Trace quiet, long seed) {
        Random random = new Random(seed);
        double[] raw = quiet.raw().clone();
        for (int i = 0; i < raw.length; i++) {
            raw[i] += 0.0015 * random.nextGaussian();
        }
        return new Trace(quiet.intervalSeconds(), raw);
    }

    private static Thermometry thermometry() {
        return new Thermometry(raw -> raw, 0, 0, 0, Uncertain.exact(0), Uncertain.exact(0));
    }

    private static HeaterPulse.Pulse pulse(double relativeSigma) {
        return new HeaterPulse.Pulse(ON, OFF, new Uncertain(WATTS, relativeSigma * WATTS));
    }

    /** Off by what files and theory may be off. */
    private static HeaterPulse.Expected expected() {
        return new HeaterPulse.Expected(1.2 * CAPACITY, 0.8 * LINK, 0, new Uncertain(0.18, 0.09), 2 * LATE_SECONDS);
    }

    private static HeaterPulse found(ThreeBodies bodies) {
        return HeaterPulse.of(trace(bodies), thermometry(), pulse(0), expected());
    }

    @Test
    void recoversTheClosedFormThroughLeftOverAndDrift() {
        HeaterPulse found = found(BODIES);

        assertThat(found.heatCapacityJoulePerKelvin().value()).isCloseTo(CAPACITY, within(5e-4 * CAPACITY));
        assertThat(found.linkWattPerKelvin().value()).isCloseTo(LINK, within(5e-4 * LINK));
        // The mean of half a second about a peak that is climbed at 14 mK/s.
        assertThat(found.riseKelvin()).isCloseTo(BODIES.pulse(WATTS, ON, OFF, OFF), within(3.5e-3));
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.9", "0.05, 0.9", "0.01, 0.001", "0.01, 0.08", "0.01, 4"})
    void doesNotDependOnContactOrSpins(double contactSeconds, double lateSeconds) {
        HeaterPulse found = found(new ThreeBodies(1e-6, 11.2e-6, 1.7e-6, contactSeconds, lateSeconds, LINK));

        assertThat(found.heatCapacityJoulePerKelvin().value()).isCloseTo(CAPACITY, within(2e-3 * CAPACITY));
        assertThat(found.linkWattPerKelvin().value()).isCloseTo(LINK, within(2e-3 * LINK));
    }

    @Test
    void statesItsUncertaintyHonestlyUnderNoise() {
        Trace quiet = trace(BODIES);
        SummaryStatistics capacity = new SummaryStatistics();
        SummaryStatistics link = new SummaryStatistics();
        for (int seed = 1; seed <= 30; seed++) {
            HeaterPulse found = HeaterPulse.of(noisy(quiet, seed), thermometry(), pulse(0), expected());
            capacity.addValue(pull(found.heatCapacityJoulePerKelvin(), CAPACITY));
            link.addValue(pull(found.linkWattPerKelvin(), LINK));
        }

        // 30 pulls of unit width: their mean is known to 0.18, their width to 0.13.
        assertThat(capacity.getMean()).isBetween(-0.6, 0.6);
        assertThat(capacity.getStandardDeviation()).isBetween(0.6, 1.4);
        assertThat(link.getMean()).isBetween(-0.6, 0.6);
        assertThat(link.getStandardDeviation()).isBetween(0.6, 1.4);
    }

    private static double pull(Uncertain found, double truth) {
        return (found.value() - truth) / found.sigma();
    }

    /** Heat goes into C (x + s x²/2) and leaves by K x: Heun's method in steps of 10 ms. */
    @Test
    void followsAHeatCapacityThatGrowsWithTemperature() {
        double slope = 0.4;
        double[] raw = new double[47_000];
        double rise = 0;
        for (int i = 0; i < raw.length; i++) {
            double watts = i >= 6030 && i < 7030 ? WATTS : 0;
            DoubleUnaryOperator speed = x -> (watts - LINK * x) / (CAPACITY * (1 + slope * x));
            double there = rise + 0.01 * speed.applyAsDouble(rise);
            double next = rise + 0.005 * (speed.applyAsDouble(rise) + speed.applyAsDouble(there));
            raw[i] = 4 + (rise + next) / 2;
            rise = next;
        }
        var expected = new HeaterPulse.Expected(CAPACITY, LINK, slope, Uncertain.exact(0), 1);

        HeaterPulse found = HeaterPulse.of(new Trace(0.01, raw), thermometry(), pulse(0), expected);

        assertThat(found.heatCapacityJoulePerKelvin().value()).isCloseTo(CAPACITY, within(1e-4 * CAPACITY));
        assertThat(found.linkWattPerKelvin().value()).isCloseTo(LINK, within(1e-4 * LINK));
        assertThat(found.baselineKelvin()).isCloseTo(4, within(1e-6));
    }

    @Test
    void passesOnWhatThePowerIsUnknownBy() {
        HeaterPulse found = HeaterPulse.of(trace(BODIES), thermometry(), pulse(0.005), expected());

        assertThat(found.heatCapacityJoulePerKelvin().relativeSigma()).isCloseTo(0.005, within(2e-4));
        assertThat(found.linkWattPerKelvin().relativeSigma()).isCloseTo(0.005, within(2e-4));
    }

    @Test
    void passesOnWhatTheThermometerIsUnknownBy() {
        var scale = new Thermometry(raw -> raw, 0, 0, 0.006, Uncertain.exact(0), Uncertain.exact(0));

        HeaterPulse found = HeaterPulse.of(trace(BODIES), scale, pulse(0), expected());

        assertThat(found.linkWattPerKelvin().relativeSigma()).isCloseTo(0.006, within(2e-4));
    }

    /** Raw volts 0.5 mV/K, falling: 0.45 uA through the sensor heat it 0.225 nW less for each kelvin. */
    @Test
    void takesOffThatAWarmerSensorHeatsItselfLess() {
        double[] kelvin = trace(BODIES).raw();
        double[] volts = new double[kelvin.length];
        for (int i = 0; i < volts.length; i++) {
            volts[i] = 3.7e-3 - 0.5e-3 * kelvin[i];
        }
        var heated = new Thermometry(
                v -> (3.7e-3 - v) / 0.5e-3,
                0,
                0,
                0,
                Uncertain.exact(0),
                Uncertain.exact(0),
                0.45e-6,
                Uncertain.exact(0));

        HeaterPulse found = HeaterPulse.of(new Trace(0.01, volts), heated, pulse(0), expected());

        assertThat(found.linkWattPerKelvin().value())
                .isCloseTo(found(BODIES).linkWattPerKelvin().value() - 0.225e-9, within(1e-5 * LINK));
    }

    @Test
    void widensItsUncertaintyWhereTheScatterDoesNotAverageDown() {
        Trace quiet = noisy(trace(BODIES), 1);
        double[] wandering = quiet.raw().clone();
        for (int i = 0; i < wandering.length; i++) {
            wandering[i] += 5e-4 * Math.sin(2 * Math.PI * i * 0.01 / 60);
        }

        double more = HeaterPulse.of(new Trace(0.01, wandering), thermometry(), pulse(0), expected())
                .linkWattPerKelvin()
                .sigma();

        double least = HeaterPulse.of(quiet, thermometry(), pulse(0), expected())
                .linkWattPerKelvin()
                .sigma();
        assertThat(more).isGreaterThan(3 * least);
    }

    @Test
    void refusesACrystalThatDoesNotFollowWithinTheRecord() {
        var slow = new ThreeBodies(1e-6, 11.2e-6, 1.7e-6, 0.01, 400, LINK);
        var expected = new HeaterPulse.Expected(CAPACITY, LINK, 0, new Uncertain(0.12, 0.06), 400);

        assertThatThrownBy(() -> HeaterPulse.of(trace(slow), thermometry(), pulse(0), expected))
                .isInstanceOf(InsufficientTraceException.class)
                .hasMessageContaining("ends before the crystal has followed");
    }

    @Test
    void refusesATraceThatDoesNotHoldThePulse() {
        Trace whole = trace(BODIES);
        HeaterPulse.Pulse late = new HeaterPulse.Pulse(465, 475, new Uncertain(WATTS, 0));

        assertThatThrownBy(() -> HeaterPulse.of(new Trace(0.01, new double[100]), thermometry(), pulse(0), expected()))
                .isInstanceOf(InsufficientTraceException.class)
                .hasMessageContaining("too short");
        assertThatThrownBy(() -> HeaterPulse.of(whole, thermometry(), late, expected()))
                .isInstanceOf(InsufficientTraceException.class)
                .hasMessageContaining("475.000 s");
    }

    @Test
    void refusesAnInvalidReadingAndAPulseThatDoesNotWarm() {
        Trace spoilt = trace(BODIES);
        spoilt.raw()[30_000] = Double.NaN;

        assertThatThrownBy(() -> HeaterPulse.of(spoilt, thermometry(), pulse(0), expected()))
                .isInstanceOf(InsufficientTraceException.class)
                .hasMessageContaining("300.000 s");
        assertThatThrownBy(
                        () -> HeaterPulse.of(new Trace(0.01, new double[47_000]), thermometry(), pulse(0), expected()))
                .isInstanceOf(InsufficientTraceException.class)
                .hasMessageContaining("warms the platform by 0.000000 K");
    }
}
