package org.fieldfall.protocols.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.fieldfall.protocols.theory.kinetics.Link;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.junit.jupiter.api.Test;

/**
 * A calorimeter that can be written down: lattice and addenda of constant C, spins that take up q₁ evenly in the ramp and q₂ with
 * a time τ_s, and C_s (T − T₀) without delay. Its temperature is the linear two-exponential of physics.md §3.4 with C + C_s in place of C.
 */
class HeatUptakeTest {

    private static final long SEED = 20261125;
    private static final int SHOTS = Boolean.getBoolean("fieldfall.long") ? 200 : 40;
    private static final double INTERVAL = 0.01;
    private static final double NOISE = 0.005;
    private static final double BASELINE = 60;
    private static final double RAMP = 0.09;
    private static final double MOLES = 2e-6;
    private static final double C_LATTICE = 4.2e-6;
    private static final double C_ADDENDA = 1e-6;
    private static final double C_SPINS = 8.6e-6;
    private static final double C = C_LATTICE + C_ADDENDA + C_SPINS;
    private static final double K = 0.14e-6;
    private static final double TAU_LINK = C / K;
    private static final double TAU_FORE = 80;
    private static final double TAU_SPINS = 7;
    private static final double SLOW_JOULE = 12e-6;
    private static final double PROMPT_JOULE = 2e-6;

    /** What a shot may have of its own: a drift before it, and a thermometer that drifts by a t + b t². */
    private record Drift(double foreKelvin, double linear, double parabolic) {

        double thermometer(double t) {
            return linear * t + parabolic * t * t;
        }
    }

    private static final Drift STILL = new Drift(0, 0, 0);

    /** The platform from its rest; the fore drift goes on beside the rest. */
    private static double kelvin(double t, Drift drift) {
        if (t < 0) {
            return drift.foreKelvin() * Math.exp(-t / TAU_FORE);
        }
        double soFar = Math.min(t, RAMP);
        double prompt = -PROMPT_JOULE / C * TAU_LINK / RAMP * Math.expm1(soFar / TAU_LINK) * Math.exp(-t / TAU_LINK);
        double slow = -SLOW_JOULE
                / C
                * TAU_LINK
                / (TAU_LINK - TAU_SPINS)
                * (Math.exp(-t / TAU_LINK) - Math.exp(-t / TAU_SPINS));
        return prompt + slow + drift.foreKelvin() * Math.exp(-t / TAU_LINK);
    }

    private static double joule(double t, Drift drift) {
        return PROMPT_JOULE * Math.min(1, t / RAMP)
                + SLOW_JOULE * (1 - Math.exp(-t / TAU_SPINS))
                + C_SPINS * (kelvin(t, drift) - drift.foreKelvin());
    }

    private static HeatUptake measured(Random random, double seconds, Drift drift, Calorimeter calorimeter) {
        double[] raw = new double[(int) ((BASELINE + seconds) / INTERVAL)];
        for (int i = 0; i < raw.length; i++) {
            double t = i * INTERVAL - BASELINE;
            raw[i] = 4 + kelvin(t, drift) + drift.thermometer(t) + NOISE * random.nextGaussian();
        }
        double end = 4 + kelvin(RAMP, drift) + drift.thermometer(RAMP);
        RampEdges edges = new RampEdges(
                Uncertain.exact(BASELINE),
                Uncertain.exact(RAMP),
                new Uncertain(end, 1e-3),
                Uncertain.exact(0),
                Uncertain.exact(0));
        Thermometry thermometry = new Thermometry(r -> r, 0, 4e-3, 0, Uncertain.exact(0), Uncertain.exact(0));
        TraceBins bins = TraceBins.of(new Trace(INTERVAL, raw), thermometry.kelvin(), edges, BASELINE);
        return HeatUptake.of(
                new HeatBalance.Measured(bins, edges, thermometry.kelvin(), NOISE, 1, 0.1),
                new HeatBalance.Assumed(thermometry, calorimeter, new DriftTimes(TAU_FORE, TAU_LINK, 0)),
                0,
                10,
                60);
    }

    private static Calorimeter known() {
        return calorimeter(0, 0, 0);
    }

    private static Calorimeter calorimeter(double massSigma, double addendaSigma, double linkSigma) {
        return new Calorimeter(
                new ConstantHeatCapacity(C_LATTICE / MOLES),
                new Uncertain(MOLES, massSigma * MOLES),
                new ConstantHeatCapacity(C_ADDENDA),
                addendaSigma,
                Link.constant(K),
                linkSigma);
    }

    private static double pull(Uncertain measured, double truth) {
        return (measured.value() - truth) / measured.sigma();
    }

    @Test
    void findsTheHeatWithinTheUncertaintyItStates() {
        Random random = new Random(SEED);
        SummaryStatistics total = new SummaryStatistics();
        SummaryStatistics ten = new SummaryStatistics();
        for (int i = 0; i < SHOTS; i++) {
            Drift drift =
                    new Drift(1e-3 * random.nextGaussian(), 6e-6 * random.nextGaussian(), 5e-9 * random.nextGaussian());

            HeatUptake heat = measured(random, 600, drift, known());

            total.addValue(pull(heat.total().joule(), PROMPT_JOULE + SLOW_JOULE));
            ten.addValue(pull(heat.points().get(1).joule(), joule(RAMP + 10, drift)));
            assertThat(heat.total().extent()).isEqualTo(HeatUptake.Extent.COMPLETE);
            assertThat(heat.total().joule().relativeSigma()).isLessThan(2e-3);
        }

        assertFair(total);
        assertFair(ten);
    }

    /** Three standard deviations of what so many fair pulls come to. */
    private static void assertFair(SummaryStatistics pulls) {
        double n = pulls.getN();
        assertThat(pulls.getMean()).isBetween(-3 / Math.sqrt(n), 3 / Math.sqrt(n));
        assertThat(pulls.getStandardDeviation()).isBetween(1 - 3 / Math.sqrt(2 * n), 1 + 3 / Math.sqrt(2 * n));
    }

    @Test
    void tellsTheThermometersDriftFromThePlatforms() {
        Drift drift = new Drift(1e-3, 6e-6, 0);

        HeatUptake.Drift found = measured(new Random(SEED), 600, drift, known()).drift();

        assertThat(pull(found.thermometerKelvin(), drift.thermometer(600))).isBetween(-3.0, 3.0);
        assertThat(pull(found.restKelvin(), 4)).isBetween(-3.0, 3.0);
        assertThat(pull(found.tailSeconds(), TAU_LINK)).isBetween(-3.0, 3.0);
        assertThat(pull(found.beforeKelvinPerSecond(), 6e-6 - 1e-3 / TAU_FORE * 1.45))
                .isBetween(-3.0, 3.0);
        assertThat(found.scatter()).isCloseTo(1, within(0.4));
    }

    @Test
    void extrapolatesARecordThatEndsOnTheWayBack() {
        HeatUptake heat = measured(new Random(SEED), 335, STILL, known());

        assertThat(heat.total().extent()).isEqualTo(HeatUptake.Extent.EXTRAPOLATED);
        double outstanding = -C_SPINS * kelvin(335, STILL) / (PROMPT_JOULE + SLOW_JOULE);
        assertThat(heat.total().outstandingShare()).isCloseTo(outstanding, within(0.3 * outstanding));
        assertThat(pull(heat.total().joule(), PROMPT_JOULE + SLOW_JOULE)).isBetween(-3.0, 3.0);
    }

    /** Where nothing tells how much is left there is no Q∞, only what was taken up by then. */
    @Test
    void givesALowerBoundOfARecordThatEndsBeforeTheWayBack() {
        HeatUptake heat = measured(new Random(SEED), 90, STILL, known());

        assertThat(heat.total().extent()).isEqualTo(HeatUptake.Extent.LOWER_BOUND);
        assertThat(heat.total().extent().method()).contains("lower bound");
        assertThat(heat.total().outstandingShare()).isNaN();
        assertThat(heat.drift().tailSeconds().value()).isNaN();
        assertThat(pull(heat.total().joule(), joule(90, STILL))).isBetween(-3.0, 3.0);
        assertThat(heat.total().joule().value()).isLessThan(0.8 * (PROMPT_JOULE + SLOW_JOULE));
    }

    @Test
    void knowsWhatEachInputIsWorth() {
        HeatUptake heat = measured(new Random(SEED), 600, STILL, calorimeter(0.01, 0.05, 0.02));

        double all = heat.total().joule().value();
        assertThat(heat.total().budget().get("link")).isCloseTo(0.02 * all, within(1e-3 * all));
        // The platform is back: what lattice and addenda gave they have got again.
        assertThat(heat.total().budget().get("mass")).isLessThan(1e-4 * all);
        assertThat(heat.total().budget().get("addenda")).isLessThan(1e-4 * all);
        assertThat(heat.total().linkShare()).isCloseTo(1, within(0.01));
        // Ten seconds after the ramp they still miss it.
        double drop = -kelvin(RAMP + 10, STILL);
        assertThat(heat.points().get(1).joule().sigma())
                .isGreaterThan(Math.hypot(0.01 * C_LATTICE * drop, 0.05 * C_ADDENDA * drop));
        assertThat(heat.points().get(1).linkShare()).isLessThan(0.2);
    }

    @Test
    void findsThePromptStepUnderTheSlowHeat() {
        HeatUptake heat = measured(new Random(SEED), 600, STILL, known());

        assertThat(heat.promptStepKelvin().value()).isCloseTo(-PROMPT_JOULE / C, within(0.02));
        assertThat(pull(heat.promptStepKelvin(), -PROMPT_JOULE / C)).isBetween(-3.0, 3.0);
    }

    @Test
    void givesTheCourseUpToTheEndOfTheRecord() {
        HeatUptake heat = measured(new Random(SEED), 600, STILL, known());

        assertThat(heat.course()).hasSizeGreaterThan(50);
        assertThat(heat.course()).extracting(HeatUptake.Point::afterRampSeconds).isSorted();
        for (HeatUptake.Point point : heat.course()) {
            assertThat(pull(point.joule(), joule(RAMP + point.afterRampSeconds(), STILL)))
                    .as("at %s s", point.afterRampSeconds())
                    .isBetween(-4.5, 4.5);
        }
    }

    @Test
    void saysWhatIsMissingWithoutABaseline() {
        Thermometry thermometry = new Thermometry(r -> r, 0, 0, 0, Uncertain.exact(0), Uncertain.exact(0));
        RampEdges edges = new RampEdges(
                Uncertain.exact(0.21),
                Uncertain.exact(RAMP),
                Uncertain.exact(4),
                Uncertain.exact(0),
                Uncertain.exact(0));
        double[] raw = new double[1000];
        TraceBins bins = TraceBins.of(new Trace(INTERVAL, raw), thermometry.kelvin(), edges, BASELINE);

        assertThatThrownBy(() -> HeatUptake.of(
                        new HeatBalance.Measured(bins, edges, thermometry.kelvin(), NOISE, 1, 0.1),
                        new HeatBalance.Assumed(thermometry, known(), new DriftTimes(TAU_FORE, TAU_LINK, 0))))
                .isInstanceOf(InsufficientTraceException.class)
                .hasMessageContaining("before the ramp");
    }
}
