package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.fieldfall.protocols.analysis.DriftFit;
import org.fieldfall.protocols.analysis.FieldRamp;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.junit.jupiter.api.Test;

class FollowedCourseTest {

    private static final double RAMP = 0.09;
    private static final MeasuredStart START = new MeasuredStart(4, 4, 0.003, 0, 4, 0, 0);

    private final RigFacts rig = ShotPlanTest.rig(10, 1002);

    private FollowedCourse course(FieldFollowed field) {
        return FollowedCourse.of(ShotPlanTest.CRYSTAL, rig, START, Optional.empty(), field, 600);
    }

    private static FieldFollowed straight() {
        return new FieldFollowed(FieldHistory.ramp(1, 0.1, 0, 10), RAMP, 0, 0, FieldFollowed.Seen.ALL);
    }

    @Test
    void followsASampledStraightRampAsTheRamp() {
        var tesla = monitored(10, 1e-4);
        var ramp = FieldRamp.of(tesla, volts -> volts, 0.4, RAMP);

        var followed = course(FieldFollowed.measured(tesla, volts -> volts, ramp));

        // 0.1 mT of noise a reading; 0.2 mK a mT inside the wells, 0.3 % a mT of the crossing.
        var due = course(straight());
        for (double after : new double[] {0, 1, 10, 60}) {
            assertThat(followed.deltaAt(RAMP + after).orElseThrow().value())
                    .as("%s s", after)
                    .isCloseTo(due.deltaAt(RAMP + after).orElseThrow().value(), within(5e-4));
        }
    }

    @Test
    void followsASlowerRampThanTheProgramAsked() {
        var tesla = monitored(5, 1e-5);
        var field = FieldFollowed.measured(tesla, volts -> volts, FieldRamp.of(tesla, volts -> volts, 0.4, 2 * RAMP));

        assertThat(field.rampSeconds()).isCloseTo(2 * RAMP, within(1e-3));
        // Twice the time near 1 T, where the barrier is low: more crosses in the ramp.
        assertThat(course(field).deltaAt(field.rampSeconds()).orElseThrow().value())
                .isLessThan(course(straight()).deltaAt(RAMP).orElseThrow().value() - 0.01);
    }

    @Test
    void goesOnByTheProgramWhereTheMonitorEnds() {
        var whole = monitored(10, 0);
        for (double seen : new double[] {0.41, 0.43, 0.46, 0.48}) {
            var trace = new Trace(1e-3, Arrays.copyOf(whole.raw(), (int) (1000 * seen)));

            var field = FieldFollowed.begun(trace, volts -> volts, 0.4, 1, 0.1, 10);

            assertThat(field.rampSeconds()).as("%s s", seen).isCloseTo(RAMP, within(1e-3));
            for (double t = 0; t < 0.1; t += 0.01) {
                assertThat(field.tesla(t)).isCloseTo(Math.max(0.1, 1 - 10 * t), within(5e-3));
            }
        }
    }

    @Test
    void widensItsBandWhereNobodyMeasuredTheRate() {
        var programmed = FieldFollowed.programmed(new Uncertain(1, 1e-3), new Uncertain(0.1, 1e-3), 10);

        assertThat(course(programmed).deltaAt(RAMP + 10).orElseThrow().sigma())
                .isGreaterThan(
                        course(straight()).deltaAt(RAMP + 10).orElseThrow().sigma());
    }

    @Test
    void beginsWithNothingTakenUpAndEndsWithTheSpinsInTheUpperWell() {
        var followed = course(straight());

        assertThat(followed.jouleAt(0).orElseThrow().value()).isZero();
        assertThat(followed.jouleAt(RAMP + 60).orElseThrow().value()).isPositive();
        assertThat(followed.upperAt(RAMP + 60).orElseThrow())
                .isGreaterThan(followed.upperAt(0).orElseThrow());
        assertThat(followed.furthest().value()).isBetween(-1.0, -0.5);
        assertThat(followed.deltaAt(1000)).isEmpty();
    }

    /**
     * After a sudden change on a platform that leaks nothing all goes slower by as much as τ0 is longer: what moves is
     * T(t/1.1025) − T(t), and the times of the curve ascend by 1.05.
     */
    @Test
    void slowsAnIsolatedRelaxationDownByAsMuchAsTau0() {
        double slower = 1.05 * 1.05;
        var followed = isolated(slower);

        double[] kelvin = followed.kelvin();
        double[] sigma = followed.kelvinSigma();
        int checked = 0;
        for (int i = 23; i < kelvin.length - 1; i++) {
            double due = Math.abs(kelvin[i - 2] - kelvin[i]);
            assertThat(sigma[i]).isCloseTo(due, within(1e-5 + 2e-3 * due));
            checked += sigma[i] > 1e-3 ? 1 : 0;
        }
        assertThat(checked).isGreaterThan(50);
    }

    @Test
    void addsMovedParametersInSquaresAndProportion() {
        var one = isolated(1.001);

        double[] twice = isolated(1.001, 1.001).kelvinSigma();
        double[] three = isolated(1.003).kelvinSigma();

        for (int i = 0; i < three.length; i++) {
            assertThat(twice[i]).isCloseTo(Math.sqrt(2) * one.kelvinSigma()[i], within(1e-9));
            assertThat(three[i]).isCloseTo(3 * one.kelvinSigma()[i], within(1e-5));
        }
    }

    /** Nothing is uncertain but τ0. */
    private static FollowedCourse isolated(double... tau0Times) {
        var crystal = crystal(1);
        var rig = ShotPlanTest.rig(
                10, 1002, PlatformFacts.constant(Uncertain.exact(1e-30), Uncertain.exact(1e-30)), Uncertain.exact(0.1));
        return FollowedCourse.of(
                crystal.movedTo(Arrays.stream(tau0Times)
                        .mapToObj(FollowedCourseTest::crystal)
                        .toList()),
                rig,
                MeasuredStart.planned(4, 0),
                Optional.empty(),
                new FieldFollowed(FieldHistory.ramp(1, 0.1, 0, 1e6), 0.9e-6, 0, 0, FieldFollowed.Seen.ALL),
                600);
    }

    private static Crystal crystal(double tau0Times) {
        return new Crystal(
                ShotPlanTest.CRYSTAL.wells().main().spin(),
                ShotPlanTest.CRYSTAL.lattice(),
                new Arrhenius(61.5, 2.1e-7 * tau0Times),
                Uncertain.exact(2e-6));
    }

    @Test
    void startsWhereTheBaselineLeads() {
        var random = new Random(5);
        double[] raw = new double[60_000];
        Arrays.setAll(raw, i -> 4 + 1e-6 * (i - 60_000) + 1e-3 * random.nextGaussian());
        var notes = new ShotNotes();
        notes.add(new SampleBlock(0, 1e-3, raw));
        notes.acquisitionSent(100);
        notes.sweepSent(160);
        notes.fieldBefore(new FieldReading(10, 1));

        var start = MeasuredStart.of(notes, PlanRigs.settings(1, 0.1), ShotPlanTest.CRYSTAL, PlanRigs.whole())
                .orElseThrow();

        assertThat(start.kelvin()).isCloseTo(4, within(4 * start.noiseKelvin()));
        assertThat(start.noiseKelvin()).isBetween(5e-6, 2e-5);
        // 1 mK/s, for the 78 s of the link.
        assertThat(start.restKelvin() - start.kelvin()).isCloseTo(0.078, within(0.003));
    }

    /** The baseline falls by the thermometer's own drift; the fit before it knows that nothing is left to go. */
    @Test
    void restsWhereTheDriftBeforeTheBaselineLed() {
        double[] raw = new double[60_000];
        Arrays.setAll(raw, i -> 4 - 1e-8 * i);
        var notes = new ShotNotes();
        notes.add(new SampleBlock(0, 1e-3, raw));
        notes.acquisitionSent(100);
        notes.sweepSent(160);
        notes.drift(new DriftFit(4, Uncertain.exact(0), 0, 80));

        var start = MeasuredStart.of(notes, PlanRigs.settings(1, 0.1), ShotPlanTest.CRYSTAL, PlanRigs.whole())
                .orElseThrow();

        assertThat(start.restKelvin()).isCloseTo(start.kelvin(), within(1e-9));
        // Half of what 10 µK/s come to in 80 s.
        assertThat(start.restSigmaKelvin()).isCloseTo(4e-4, within(1e-6));
    }

    /** From 6 K on its way to 4 K, where a short fit of an exponential thinks of 5.4 K. */
    @Test
    void restsWhereTheHeatGoesOfAShotThatDidNotWait() {
        var drift = new HeatOff(ShotPlanTest.CRYSTAL, PlanRigs.whole().platform(), 1);
        var link = PlanRigs.whole().platform().link();
        double[] raw = new double[60_000];
        raw[0] = 6;
        for (int i = 1; i < raw.length; i++) {
            double k = link.wattPerKelvin(raw[i - 1]);
            raw[i] = raw[i - 1] - 1e-3 * link.watt(raw[i - 1], 4) / (drift.seconds(raw[i - 1]) * k);
        }
        var notes = new ShotNotes();
        notes.add(new SampleBlock(0, 1e-3, raw));
        notes.acquisitionSent(100);
        notes.sweepSent(160);
        notes.drift(new DriftFit(5.4, new Uncertain(-0.6, 0.01), 0, 80));

        var start = MeasuredStart.of(notes, PlanRigs.settings(1, 0.1), ShotPlanTest.CRYSTAL, PlanRigs.whole())
                .orElseThrow();

        assertThat(start.restKelvin()).isCloseTo(4, within(0.05));
        assertThat(Math.abs(start.restKelvin() - 4)).isLessThan(2 * start.restSigmaKelvin());
    }

    /** 6 mK to go when the acquisition began, a time constant later 6/e; the glances lie at a tenth of one. */
    @Test
    void startsFromGlancesWhereReadingsComeOnlyAfterwards() {
        var notes = new ShotNotes();
        notes.acquisitionSent(100);
        notes.glanced(107, 4.0001);
        notes.glanced(109, 3.9999);
        notes.endBaseline();
        notes.sweepSent(180);
        notes.drift(new DriftFit(4, new Uncertain(-0.006, 0), 0, 80));

        var start = MeasuredStart.of(notes, PlanRigs.settings(1, 0.1), ShotPlanTest.CRYSTAL, PlanRigs.whole())
                .orElseThrow();

        assertThat(start.restKelvin()).isCloseTo(4 - 0.006 * Math.exp(-0.1), within(1e-9));
        assertThat(start.kelvin() - start.restKelvin()).isCloseTo(0.006 * Math.exp(-1), within(1e-9));
    }

    @Test
    void hasNoStartWithoutABaseline() {
        assertThat(MeasuredStart.of(new ShotNotes(), PlanRigs.settings(1, 0.1), ShotPlanTest.CRYSTAL, PlanRigs.whole()))
                .isEmpty();
    }

    /** From 1 T to 0.1 T between plateaus of 0.4 s. */
    private static Trace monitored(double rate, double noise) {
        var random = new Random(1);
        double length = 0.9 / rate;
        double[] tesla = new double[(int) (1000 * (0.8 + length))];
        Arrays.setAll(
                tesla, i -> Math.max(0.1, Math.min(1, 1 - rate * (1e-3 * i - 0.4))) + noise * random.nextGaussian());
        return new Trace(1e-3, tesla);
    }
}
