package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.fieldfall.protocols.analysis.Thermometry;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.sequence.SupplyToSafety.SafeField;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.kinetics.Link;
import org.fieldfall.protocols.theory.kinetics.Thermometer;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.junit.jupiter.api.Test;

class ShotPlanTest {

    static final Crystal CRYSTAL = new Crystal(
            new AxialSpin(10, -0.5 * Constants.KELVIN_PER_WAVENUMBER, 2.05),
            new Debye(38, 1),
            new Arrhenius(61.5, 2.1e-7),
            new Uncertain(4.0e-6 / 2.06017, 5e-9));

    static RigFacts rig(double complianceVolts, int mostPoints) {
        return rig(
                complianceVolts,
                mostPoints,
                PlatformFacts.constant(new Uncertain(0.14e-6, 3e-9), new Uncertain(1e-6, 5e-8)));
    }

    private static RigFacts rig(double complianceVolts, int mostPoints, PlatformFacts platform) {
        return rig(complianceVolts, mostPoints, platform, new Uncertain(0.1, 1e-4));
    }

    static RigFacts rig(double complianceVolts, int mostPoints, PlatformFacts platform, Uncertain teslaPerAmpere) {
        return new RigFacts(
                new SupplyCapability(1.1, 12, 0.0005, 10, mostPoints, 6e-5, 0.01),
                new MeterCapability(0.0003, 50000, 1_000_000, "V"),
                new SafeField(0, 1, 0.002, true),
                teslaPerAmpere,
                0.05,
                0.15,
                complianceVolts,
                RigFacts.BathFacts.fixedAt(4.0),
                platform,
                new Thermometry(volts -> volts, 0.003, 2e-6, 5e-4, new Uncertain(0.0115, 0.002), Uncertain.exact(0)),
                0.0003,
                1.5,
                20,
                50,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static ShotSettings shot(double bi, double bf, double ti, double rate, double sampling) {
        return new ShotSettings(bi, bf, ti, 0.02, rate, 0.5, 60, 390, 0.001, 3000, 60, 600, sampling);
    }

    private static ShotPlan plan(ShotSettings shot) {
        return ShotPlan.of(Shot.of(ShotKind.SWEEP, shot), CRYSTAL, rig(10, 1002));
    }

    @Test
    void agreesWithTheNumbersOfTheFirstShot() {
        ShotPlan plan = plan(shot(1, 0.1, 4, 10, 0.001));

        // experiment.md §1 and §2: computed there by another program.
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.suddenKelvin()).isCloseTo(-1.947, within(0.0005));
        assertThat(plan.suddenWithAddendaKelvin()).isCloseTo(-1.682, within(0.0005));
        assertThat(plan.completedKelvin()).isCloseTo(-2.026, within(0.0015));
        assertThat(plan.isentropicKelvin()).isCloseTo(-3.034, within(0.0005));
        assertThat(plan.shareInRamp()).isCloseTo(0.020, within(0.0005));
        assertThat(plan.linkSeconds()).isCloseTo(78, within(1.0));
        assertThat(plan.sweep().points()).isEqualTo(180);
        assertThat(plan.peakVolts()).isCloseTo(4.85, within(0.001));
    }

    @Test
    void warnsThatTheFirstShotIsNotSudden() {
        assertThat(plan(shot(1, 0.1, 4, 10, 0.001)).warnings()).anyMatch(w -> w.startsWith("not sudden"));
    }

    @Test
    void namesEveryReasonToRefuseAtOnce() {
        assertThat(plan(shot(2, -0.5, 30, 20, 1e-5)).refusals())
                .anyMatch(r -> r.startsWith("initial-field: 2 T is above"))
                .anyMatch(r -> r.startsWith("final-field: -0.5 T is past zero"))
                .anyMatch(r -> r.startsWith("initial-temperature: 30 K is outside"))
                .anyMatch(r -> r.startsWith("rate: 20 T/s is above"))
                .anyMatch(r -> r.startsWith("rate: 20 T/s needs 10.75 V"))
                .anyMatch(r -> r.startsWith("sampling"));
    }

    @Test
    void warnsThatAShotBeyondTheTableOfItsLinkGoesWithoutAPrediction() {
        Link known = Link.table(new double[] {3.5, 5}, new double[] {0.12e-6, 0.17e-6});
        PlatformFacts platform = new PlatformFacts(
                known,
                0.02,
                new ConstantHeatCapacity(1e-6),
                0.05,
                Uncertain.exact(0),
                0.01,
                Thermometer.following(0.0015));
        RigFacts rig = rig(10, 1002, platform);

        assertThat(ShotPlan.of(Shot.of(ShotKind.SWEEP, shot(1, 0.1, 4, 10, 0.001)), CRYSTAL, rig)
                        .warnings())
                .anyMatch(warning -> warning.startsWith("the run will go without a prediction: integration stopped"));
        assertThat(ShotPlan.of(Shot.of(ShotKind.SWEEP, shot(1, 0.5, 4, 10, 0.001)), CRYSTAL, rig)
                        .warnings())
                .noneMatch(warning -> warning.contains("prediction"));
    }

    @Test
    void refusesARateTheComplianceCannotGiveAndSaysWhichItCan() {
        assertThat(ShotPlan.of(Shot.of(ShotKind.SWEEP, shot(1, 0.1, 4, 10, 0.001)), CRYSTAL, rig(4, 1002))
                        .refusals())
                .singleElement()
                .asString()
                .contains("needs 4.85 V")
                .contains("reachable rate is about");
    }

    @Test
    void refusesAProgramTheSupplyCannotHold() {
        assertThat(ShotPlan.of(Shot.of(ShotKind.SWEEP, shot(1, 0.1, 4, 10, 0.001)), CRYSTAL, rig(10, 100))
                        .refusals())
                .singleElement()
                .asString()
                .contains("180 points");
    }

    @Test
    void refusesATemperatureThatTheFixedBathDoesNotHave() {
        assertThat(plan(shot(1, 0.1, 4.5, 10, 0.001)).refusals())
                .singleElement()
                .asString()
                .contains("bath is fixed at 4 K");
    }

    @Test
    void refusesMoreReadingsThanOneAcquisitionHolds() {
        ShotSettings day = new ShotSettings(1, 0.1, 4, 0.02, 10, 0.5, 60, 390, 0.001, 3000, 60, 1e9, 0.001);

        assertThat(plan(day).refusals())
                .singleElement()
                .asString()
                .contains("take 1000000180000 readings at a sampling of 0.001 s", "holds 1000000");
    }

    @Test
    void refusesSettingsThatNoRigCouldMend() {
        assertThat(plan(shot(1, 1, 0, -3, 0.001)).refusals())
                .anyMatch(r -> r.startsWith("rate: -3 T/s"))
                .anyMatch(r -> r.startsWith("initial-temperature: 0 K"))
                .anyMatch(r -> r.startsWith("final-field: 1 T is the initial field"));
    }

    @Test
    void predictsTheFirstShotWithABand() {
        FollowedCourse prediction = prediction(4, 4);

        // experiment.md §2, preset experiment, to its 3 mK.
        assertThat(prediction.deltaAfterRamp(0).orElseThrow().value()).isCloseTo(-0.247, within(0.003));
        assertThat(prediction.deltaAfterRamp(1).orElseThrow().value()).isCloseTo(-0.502, within(0.003));
        assertThat(prediction.deltaAfterRamp(10).orElseThrow().value()).isCloseTo(-0.799, within(0.003));
        assertThat(prediction.deltaAfterRamp(60).orElseThrow().value()).isCloseTo(-0.734, within(0.003));
        assertThat(prediction.deltaAfterRamp(10).orElseThrow().sigma()).isBetween(0.001, 0.03);
    }

    @Test
    void predictsFromWhereTheCrystalIsToWhereItsDriftLeads() {
        FollowedCourse drifting = prediction(4.5, 4);
        FollowedCourse settled = prediction(4.5, 4.5);

        assertThat(drifting.startKelvin()).isEqualTo(4.5);
        // In a ramp of 90 ms the link, 78 s, moves the temperature by 0.5 K * 90 ms/78 s, half a millikelvin.
        assertThat(drifting.deltaAfterRamp(0).orElseThrow().value())
                .isCloseTo(settled.deltaAfterRamp(0).orElseThrow().value(), within(1e-3));
        // After 7 of its time constants little more than the drift is left.
        assertThat(drifting.deltaAfterRamp(600).orElseThrow().value()
                        - settled.deltaAfterRamp(600).orElseThrow().value())
                .isCloseTo(-0.5, within(0.02));
    }

    private static FollowedCourse prediction(double kelvin, double restKelvin) {
        MeasuredStart start = new MeasuredStart(kelvin, kelvin, 0.003, 0, restKelvin, 0, 0);
        FieldFollowed ramp = FieldFollowed.programmed(Uncertain.exact(1), Uncertain.exact(0.1), 10);
        return FollowedCourse.of(CRYSTAL, rig(10, 1002), start, Optional.empty(), ramp, 600);
    }

    @Test
    void refusesKindsThatTheRigCannotDo() {
        ShotSettings settings = shot(0.1, 0.1, 4, 10, 0.001);
        Shot pulse = Shot.pulse(settings, new Shot.Pulse(6e-8, 10));

        assertThat(ShotPlan.of(Shot.reversal(settings, new Shot.Reversal(0.5, 20)), CRYSTAL, rig(10, 1002))
                        .refusals())
                .singleElement()
                .asString()
                .startsWith("zero-check: needs an excitation source");
        assertThat(ShotPlan.of(pulse, CRYSTAL, rig(10, 1002)).refusals())
                .containsExactly("heater-pulse: this rig has no sample heater");
    }

    @Test
    void plansAStillShotWithoutARamp() {
        ShotPlan plan = ShotPlan.of(Shot.of(ShotKind.ZERO, shot(0.1, 0.1, 4, 10, 0.001)), CRYSTAL, rig(10, 1002));

        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.sweep().lastTesla()).isEqualTo(0.1);
        assertThat(plan.suddenKelvin()).isCloseTo(0, within(1e-9));
    }

    @Test
    void warnsOfASweepThatIsNotSuddenOnlyWhereOneIsMeant() {
        ShotSettings settings = shot(0.5, 0.5, 4, 10, 0.001);

        assertThat(ShotPlan.of(Shot.of(ShotKind.BLANK, settings), CRYSTAL, rig(10, 1002))
                        .warnings())
                .noneMatch(warning -> warning.contains("sudden"));
    }

    @Test
    void refusesALineThatIsTooSlowForItsPrograms() {
        // 1200 baud: about 80 ms for the 9 characters of a point.
        SupplyCapability slow = new SupplyCapability(1.1, 12, 0.0005, 10, 1002, 6e-5, 0.08);

        assertThat(Load.refusals(180, slow))
                .containsExactly("field-supply: its line takes up to 8.0 s for the 100 points of a part of a slow ramp,"
                        + " allowed are 5 s; a faster line is due");
        assertThat(Load.refusals(400, slow)).hasSize(2);
        assertThat(Load.refusals(1002, rig(10, 1002).supply())).isEmpty();
    }
}
