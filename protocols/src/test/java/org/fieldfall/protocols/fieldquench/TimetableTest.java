package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fieldfall.protocols.sequence.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimetableTest {

    private static Shot shot(ShotKind kind) {
        ShotSettings settings = PlanRigs.settings(1, 0.1);
        ShotSettings still = settings.between(0.1, 0.1);
        return switch (kind) {
            case SWEEP, BLANK -> Shot.of(kind, settings);
            case REVERSE -> Shot.of(kind, settings.reversed());
            case ZERO -> Shot.of(kind, still);
            case HEATER_PULSE -> Shot.pulse(still, new Shot.Pulse(6e-8, 10));
            case ZERO_CHECK -> Shot.reversal(settings, new Shot.Reversal(0.5, 20));
        };
    }

    @ParameterizedTest
    @EnumSource
    void hasThePhasesThatAreRun(ShotKind kind) {
        Bench bench = new Bench();
        ShotPlan plan = ShotPlan.of(shot(kind), ShotPlanTest.CRYSTAL, PlanRigs.whole());

        List<Phase> run = new FieldQuenchShot(
                        1, 1, shot(kind), plan, ShotPlanTest.CRYSTAL, PlanRigs.whole(), bench.roles(), Bench.WITHIN)
                .phases();

        assertThat(plan.timetable().phases())
                .extracting(Timetable.Entry::phase)
                .containsExactlyElementsOf(run.stream().map(Phase::name).toList());
    }

    /** What the shared settings grant the spins beside bath and crystal. */
    private static final double EQUILIBRIUM_BUDGET = 1800;

    @Test
    void addsUpWhatTheSettingsSay() {
        Timetable times =
                PlanRigs.sweep(PlanRigs.plain(RigFacts.ColdCoil.unknown())).timetable();

        // 1 T at 0.5 T/s are two programs of a second, 100 points each at 10 ms a point of the line.
        assertThat(times.span("prepare").orElseThrow().shortest()).isCloseTo(2, within(1e-9));
        assertThat(times.span("prepare").orElseThrow().expected())
                .isCloseTo(2 + 200 * PlanRigs.UPLOAD_SECONDS + 2 * 0.1 + 1, within(1e-9));
        assertThat(times.span("settle").orElseThrow()).isEqualTo(new Span(60, 62, 70 + EQUILIBRIUM_BUDGET));
        assertThat(times.span("load").orElseThrow().expected()).isCloseTo(1.8, within(1e-9));
        assertThat(times.span("isolate").orElseThrow().shortest()).isEqualTo(390);
        assertThat(times.span("isolate").orElseThrow().longest()).isEqualTo(3005);
        assertThat(times.span("sweep").orElseThrow().shortest()).isCloseTo(0.09 + 0.8, within(1e-9));
        assertThat(times.span("relax").orElseThrow()).isEqualTo(new Span(600, 600, 610));
        assertThat(times.total().expected())
                .isCloseTo(
                        times.phases().stream()
                                .mapToDouble(entry -> entry.span().expected())
                                .sum(),
                        within(1e-9));
        assertThat(times.beginSeconds("settle"))
                .contains(times.span("prepare").orElseThrow().expected());
        assertThat(times.beginSeconds("heat")).isEmpty();
    }

    @Test
    void waitsForABathThatComesFromFar() {
        RigFacts rig = PlanRigs.whole();

        // From 9 K to 4 K at 50 mK/s, then 30 s of stability, seen at the next reading.
        assertThat(PlanRigs.sweep(rig).timetable().span("settle").orElseThrow().expected())
                .isCloseTo(100 + 30 + 2, within(1e-9));
        assertThat(PlanRigs.sweep(rig.withBathFrom(4))
                        .timetable()
                        .span("settle")
                        .orElseThrow())
                .isEqualTo(new Span(60, 62, 2 * 60 + 60 + 7200 + EQUILIBRIUM_BUDGET));
    }

    @Test
    void waitsForTheHeatOfTheSlowRampBehindAPermanentLink() {
        Timetable times =
                PlanRigs.sweep(PlanRigs.plain(RigFacts.ColdCoil.unknown())).timetable();

        // A dry run of the first shot took 873 s; its drift has to be fitted besides.
        assertThat(times.span("isolate").orElseThrow().expected()).isBetween(700.0, 900.0);
    }

    @Test
    void waitsForTheHeatOfOpeningBehindASwitch() {
        ShotPlan plan = PlanRigs.sweep(PlanRigs.whole());

        // 1 µJ on some 11 µJ/K less the 5 mK of self-heating is gone to 1 mK after 4.5 time constants; 390 s are waited
        // anyhow.
        assertThat(plan.timetable().span("isolate").orElseThrow()).isEqualTo(new Span(391, 391, 6006));
        assertThat(plan.warnings()).noneMatch(warning -> warning.startsWith("drift"));
    }

    @Test
    void warnsOfADriftThatOutlastsThePatience() {
        ShotSettings hasty = new ShotSettings(1, 0.1, 4, 0.02, 10, 0.5, 60, 100, 0.001, 400, 60, 600, 0.001);

        ShotPlan plan = ShotPlan.of(
                Shot.of(ShotKind.SWEEP, hasty), ShotPlanTest.CRYSTAL, PlanRigs.plain(RigFacts.ColdCoil.unknown()));

        assertThat(plan.isAllowed()).isTrue();
        assertThat(plan.warnings()).anyMatch(warning -> warning.matches("drift: .* given up after 400 s"));
    }
}
