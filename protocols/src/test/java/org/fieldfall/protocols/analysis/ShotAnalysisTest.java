package org.fieldfall.protocols.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShotAnalysisTest {

    private static final long SEED = 20261122;
    private static final int SHOTS = Boolean.getBoolean("fieldfall.long") ? 300 : 50;
    private static final double INTERVAL = 0.001;
    private static final double NOISE = 0.005;
    private static final double START = 20.0037;
    private static final double DURATION = 0.09;
    private static final Uncertain UNKNOWN_DURATION = new Uncertain(DURATION, Double.POSITIVE_INFINITY);
    private static final double END_DROP = -0.247;
    private static final double LAG = 0.0115;
    private static final DriftTimes DRIFT = new DriftTimes(80, 100, 0.37);

    /** A crystal that drops along a bent curve in the ramp and relaxes with two times after it. */
    private static double crystal(double t) {
        double inRamp = Math.max(0, Math.min(t - START, DURATION)) / DURATION;
        double drop = END_DROP * (0.8 * inRamp + 0.2 * inRamp * inRamp);
        double after = Math.max(0, t - START - DURATION);
        return 4 + drop - 0.3 * (1 - Math.exp(-after / 0.8)) - 0.25 * (1 - Math.exp(-after / 5));
    }

    private static Trace shot(Random random, double seconds) {
        return shot(random, seconds, ShotAnalysisTest::crystal);
    }

    private static Trace shot(Random random, double seconds, DoubleUnaryOperator crystal) {
        double[] raw = new double[(int) (seconds / INTERVAL)];
        double shown = 4;
        for (int i = 0; i < raw.length; i++) {
            double t = i * INTERVAL;
            // Exact first-order step in ten pieces: the fit's lag formula is not used here.
            for (int k = 0; k < 10; k++) {
                shown +=
                        (crystal.applyAsDouble(t - INTERVAL + (k + 0.5) * INTERVAL / 10) - shown) * INTERVAL / 10 / LAG;
            }
            double pickUp = t > START && t < START + DURATION ? 0.004 : 0;
            raw[i] = shown + pickUp + NOISE * random.nextGaussian();
        }
        return new Trace(INTERVAL, raw);
    }

    private static Thermometry thermometry() {
        return new Thermometry(raw -> raw, 0, 0, 0, new Uncertain(LAG, 0.002), Uncertain.exact(0));
    }

    private static Uncertain guessed(double start) {
        return new Uncertain(start, Double.POSITIVE_INFINITY);
    }

    private static ShotAnalysis analysed(Random random) {
        double hostGuess = START + 0.03 * (random.nextDouble() - 0.5);
        return ShotAnalysis.of(shot(random, 40), thermometry(), guessed(hostGuess), UNKNOWN_DURATION, 15);
    }

    @Test
    void recoversEdgesAndTemperaturesWithinTheUncertaintyItStates() {
        Random random = new Random(SEED);
        SummaryStatistics start = new SummaryStatistics();
        SummaryStatistics duration = new SummaryStatistics();
        SummaryStatistics end = new SummaryStatistics();
        SummaryStatistics tenSeconds = new SummaryStatistics();

        for (int i = 0; i < SHOTS; i++) {
            ShotFigures figures = analysed(random).figures(Uncertain.exact(1), Uncertain.exact(0.1), DRIFT, 0, 1, 10);
            start.addValue(pull(figures.edges().startSeconds(), START));
            duration.addValue(pull(figures.edges().durationSeconds(), DURATION));
            end.addValue(pull(figures.points().get(0).deltaKelvin(), END_DROP));
            tenSeconds.addValue(pull(figures.points().get(2).deltaKelvin(), crystal(START + DURATION + 10) - 4));
        }

        assertFair(start);
        assertFair(duration);
        assertFair(end);
        assertFair(tenSeconds);
    }

    private static double pull(Uncertain measured, double truth) {
        return (measured.value() - truth) / measured.sigma();
    }

    /** Pulls of an honest estimate: mean 0 and width 1, to three standard errors of 50 shots. */
    private static void assertFair(SummaryStatistics pulls) {
        assertThat(pulls.getMean()).isBetween(-0.4, 0.4);
        assertThat(pulls.getStandardDeviation()).isBetween(0.7, 1.3);
    }

    @Test
    void findsTheRateFromTheFieldsAndTheEdges() {
        ShotFigures figures =
                analysed(new Random(SEED)).figures(new Uncertain(1, 1e-4), new Uncertain(0.1, 1e-4), DRIFT, 10);

        Uncertain rate = figures.rateTeslaPerSecond();

        assertThat(rate.sigma()).isLessThan(0.4);
        assertThat(rate.value()).isCloseTo(-10, org.assertj.core.data.Offset.offset(3 * rate.sigma()));
    }

    @Test
    void findsThePeakOfACoolingThatWarmsAgain() {
        ShotFigures figures = analysed(new Random(SEED)).figures(Uncertain.exact(1), Uncertain.exact(0.1), DRIFT);

        assertThat(figures.peak().deltaKelvin().value()).isBetween(-0.81, -0.78);
    }

    @Test
    void knowsTheStartBetterWhenTheDurationIsMeasuredElsewhere() {
        Trace trace = shot(new Random(SEED), 40);

        ShotFigures alone = ShotAnalysis.of(trace, thermometry(), guessed(START), UNKNOWN_DURATION, 15)
                .figures(Uncertain.exact(1), Uncertain.exact(0.1), DRIFT);
        ShotFigures helped = ShotAnalysis.of(trace, thermometry(), guessed(START), new Uncertain(DURATION, 1e-4), 15)
                .figures(Uncertain.exact(1), Uncertain.exact(0.1), DRIFT);

        assertThat(helped.edges().startSeconds().sigma())
                .isLessThan(alone.edges().startSeconds().sigma());
        assertThat(pull(helped.edges().startSeconds(), START)).isBetween(-3.0, 3.0);
    }

    /** Lost from so long after the start of the ramp, for 0.15 s. */
    private static Trace holed(Random random, double after) {
        Trace whole = shot(random, 40);
        int from = whole.indexAt(START + after);
        Arrays.fill(whole.raw(), from, from + 150, Double.NaN);
        return whole;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-5, -0.5, -0.2, -0.12, -0.02, 0.05, 0.1, 0.5, 3, 9.98})
    void takesAHoleForNoData(double after) {
        for (int seed = 1; seed <= 2; seed++) {
            Random random = new Random(seed);
            Uncertain byMonitor = new Uncertain(START + 0.002 * random.nextGaussian(), 0.002);

            ShotFigures figures = ShotAnalysis.of(
                            holed(random, after), thermometry(), byMonitor, new Uncertain(DURATION, 1e-4), 15)
                    .figures(Uncertain.exact(1), Uncertain.exact(0.1), DRIFT, 1, 10);

            assertThat(pull(figures.edges().startSeconds(), START)).isBetween(-4.0, 4.0);
            assertThat(figures.points()).isNotEmpty().allSatisfy(point -> {
                double due = crystal(START + DURATION + point.afterRampSeconds()) - 4;
                assertThat(pull(point.deltaKelvin(), due)).isBetween(-4.0, 4.0);
            });
            assertThat(figures.peak().deltaKelvin().value()).isBetween(-0.83, -0.76);
        }
    }

    @Test
    void guessesNoStartWhereTheRampMayBeInAHole() {
        Trace holed = holed(new Random(1), -0.02);

        assertThatThrownBy(() -> ShotAnalysis.of(holed, thermometry(), guessed(START + 0.01), UNKNOWN_DURATION, 15))
                .isInstanceOf(InsufficientTraceException.class)
                .hasMessageContaining("where the ramp may be, and no other clock tells its start");
    }

    /** As when the field goes up: the warmer the faster, so that the start can hardly be seen. */
    @Test
    void takesTheStartOfAWarmingThatRunsAwayFromTheOtherClocks() {
        SummaryStatistics pulls = new SummaryStatistics();
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Trace trace = shot(random, 25, ShotAnalysisTest::warming);
            Uncertain byMonitor = new Uncertain(START + 0.005 * random.nextGaussian(), 0.005);

            RampEdges edges = ShotAnalysis.of(trace, thermometry(), byMonitor, new Uncertain(DURATION, 1e-4), 15)
                    .figures(Uncertain.exact(0.1), Uncertain.exact(1), DRIFT)
                    .edges();

            pulls.addValue(pull(edges.startSeconds(), START));
            assertThat(edges.startSeconds().value()).isCloseTo(START, org.assertj.core.data.Offset.offset(0.02));
        }
        assertThat(pulls.getStandardDeviation()).isLessThan(1.5);
    }

    private static double warming(double t) {
        double inRamp = Math.max(0, Math.min(t - START, DURATION)) / DURATION;
        double after = Math.max(0, t - START - DURATION);
        return 4 + 3.8 * Math.expm1(5 * inRamp) / Math.expm1(5) * Math.exp(-after / 100);
    }

    @Test
    void measuresAShotThatHardlyChangesTheTemperatureAtTheKnownRamp() {
        Trace trace = shot(new Random(SEED), 15);

        ShotFigures figures = ShotAnalysis.atKnownRamp(
                        trace, thermometry(), new Uncertain(10, 0.01), new Uncertain(DURATION, 1e-4), 8)
                .figures(Uncertain.exact(0.1), Uncertain.exact(0.1), DRIFT, 0, 1);

        assertThat(figures.points())
                .allSatisfy(point -> assertThat(pull(point.deltaKelvin(), 0)).isBetween(-4.0, 4.0));
    }

    @Test
    void leavesOutTimesBeyondTheTrace() {
        ShotFigures figures =
                analysed(new Random(SEED)).figures(Uncertain.exact(1), Uncertain.exact(0.1), DRIFT, 0, 10, 60);

        assertThat(figures.points())
                .extracting(ShotFigures.Point::afterRampSeconds)
                .containsExactly(0.0, 10.0);
    }

    @Test
    void makesNothingOfATraceThatEndsWithTheRamp() {
        for (double after : new double[] {-1, -0.05, 0, 0.002, 0.01, 0.1, 0.5}) {
            Trace trace = shot(new Random(SEED), START + DURATION + after);

            assertThatThrownBy(() -> ShotAnalysis.of(trace, thermometry(), guessed(START), UNKNOWN_DURATION, 15))
                    .as("trace that ends %s s after the ramp", after)
                    .isInstanceOf(InsufficientTraceException.class)
                    .hasMessageContaining("ends");
        }
    }

    @Test
    void saysWhatIsMissingWhenTheBaselineIsTooShort() {
        Trace trace = shot(new Random(SEED), 40);

        assertThatThrownBy(() -> ShotAnalysis.of(trace, thermometry(), guessed(0.1), UNKNOWN_DURATION, 15))
                .isInstanceOf(InsufficientTraceException.class)
                .hasMessageContaining("readings are valid");
    }

    @Test
    void countsWhatOffsetScaleAndCurveDoToADifference() {
        ToDoubleFunction<Thermometry> sigma = t -> t.differenceSigma(3.2, 4.0);

        // T = 4 (raw/4)²: an offset e moves the difference by (dT/draw at 3.2 − at 4.0) e = −0.4 e, a scale s by 2 ΔT
        // s.
        assertThat(sigma.applyAsDouble(
                        new Thermometry(r -> r * r / 4, 0, 1e-3, 0, Uncertain.exact(0), Uncertain.exact(0))))
                .isCloseTo(0.4e-3, org.assertj.core.data.Percentage.withPercentage(1));
        assertThat(sigma.applyAsDouble(
                        new Thermometry(r -> r * r / 4, 0, 0, 1e-3, Uncertain.exact(0), Uncertain.exact(0))))
                .isCloseTo(2.88e-3, org.assertj.core.data.Percentage.withPercentage(1));
        assertThat(sigma.applyAsDouble(new Thermometry(r -> r, 3e-3, 0, 0, Uncertain.exact(0), Uncertain.exact(0))))
                // A curve that is 3 mK off at 4 K and turns once in a factor of four: 3 mK |1 − 0.8 exp(i 2π ln 0.8/ln
                // 4)|.
                .isCloseTo(2.67e-3, org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    void addsWhatTheLinkMakesTheCrystalDifferFromItsPlatform() {
        Uncertain share = new Uncertain(0.0015, 0.0003);
        Thermometry contact = new Thermometry(raw -> raw, 0, 0, 0, new Uncertain(LAG, 0.002), share);

        Uncertain crystal = contact.crystal(new Uncertain(-0.8, 0.001));

        // The link warms a platform 0.8 K below the bath; the heat drops 1.2 mK on its way on into the crystal.
        assertThat(crystal.value()).isCloseTo(-0.8012, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(crystal.sigma()).isCloseTo(Math.hypot(1e-3, 0.24e-3), org.assertj.core.data.Offset.offset(1e-9));
    }
}
