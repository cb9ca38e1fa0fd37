package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;

/**
 * What a shot will do and whether it may: the sweep as a program, what it asks of the rig, what the theory expects, refusals
 * and warnings. Made without asking any instrument.
 *
 * <p>A refused plan says what it asks of supply and thermometer as far as its settings make sense, and nothing of the rest.
 *
 * @param refusals why the shot must not start; empty if it may
 * @param warnings what the operator should know, each with its size
 * @param sweep the program of the sweep
 */
public record ShotPlan(
        List<String> refusals,
        List<String> warnings,
        RampProgram sweep,
        SupplyDemand supply,
        ThermometerDemand thermometer,
        Expectation expected,
        Timetable timetable,
        HeatLoads heat) {

    /** A final field further past zero than this heats the crystal instead of cooling it (physics: field reversal). */
    public static final double PAST_ZERO_TESLA = 0.01;

    /** The completed ΔT within this share of eq. (9) counts as sudden. */
    public static final double SUDDEN_SHARE = 0.03;

    /** After fewer relaxation times the spins are not in equilibrium at the initial field. */
    public ShotPlan {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }

    public boolean isAllowed() {
        return refusals.isEmpty();
    }

    /** The same with more warnings, if it is allowed. */
    public ShotPlan warning(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return isAllowed() ? new ShotPlan(refusals, all, sweep, supply, thermometer, expected, timetable, heat) : this;
    }

    public static ShotPlan of(Shot whole, Crystal crystal, RigFacts rig) {
        List<String> refusals = new ArrayList<>(whole.faults());
        if (!refusals.isEmpty()) {
            RampProgram nothing = RampProgram.of(new double[1], 1);
            return refused(refusals, nothing, SupplyDemand.none(), ThermometerDemand.none());
        }
        ShotSettings shot = whole.performed();
        ShotSettings onCoil = rig.onCoil(shot);
        RampProgram sweep = sweep(onCoil, rig.supply());
        SupplyDemand supply = SupplyDemand.of(onCoil, rig, sweep);
        ThermometerDemand thermometer = ThermometerDemand.of(whole, rig);
        refuseField(refusals, onCoil, rig);
        refusals.addAll(supply.refusals(onCoil, rig));
        refusePastZero(refusals, shot);
        refuseTemperature(refusals, shot, rig);
        if (shot.initialKelvin() > crystal.lattice().hottestKelvin()) {
            refusals.add(Figure.text(
                    "initial-temperature: %g K is beyond the table of the sample's lattice, which ends at %g K",
                    shot.initialKelvin(), crystal.lattice().hottestKelvin()));
        }
        refusals.addAll(thermometer.refusals(shot, rig));
        refuseKind(refusals, whole, rig);
        return refusals.isEmpty()
                ? expected(whole, crystal, rig, sweep, supply, thermometer)
                : refused(refusals, sweep, supply, thermometer);
    }

    /** A still shot holds its field for one point: the supply runs a program all the same. */
    private static RampProgram sweep(ShotSettings shot, SupplyCapability supply) {
        return RampProgram.linear(
                shot.initialTesla(), shot.finalTesla(), shot.rateTeslaPerSecond(), supply.shortestDwellSeconds());
    }

    private static void refuseKind(List<String> refusals, Shot shot, RigFacts rig) {
        if (shot.kind() == ShotKind.ZERO_CHECK && rig.excitationAmperes().isEmpty()) {
            refusals.add("zero-check: needs an excitation source that can be reversed, this rig has a fixed current");
        }
        if (shot.kind() == ShotKind.HEATER_PULSE && rig.heater().isEmpty()) {
            refusals.add("heater-pulse: this rig has no sample heater");
        }
        shot.pulse()
                .ifPresent(pulse -> rig.heater()
                        .filter(heater -> pulse.watts() > heater.largestWatts())
                        .ifPresent(heater -> refusals.add(Figure.text(
                                "power: %g W is above what the sample heater can do, %g W",
                                pulse.watts(), heater.largestWatts()))));
    }

    /** What the shots of one run refuse each other; empty if they go together. */
    public static List<String> refusalsTogether(List<Shot> shots) {
        boolean isBlank = shots.stream().anyMatch(shot -> shot.kind() == ShotKind.BLANK);
        boolean isFull = shots.stream().anyMatch(shot -> shot.kind().isPredicted());
        return isBlank && isFull
                ? List.of("shots: a blank has no crystal, a sweep or reverse has one; nobody changes it within a run")
                : List.of();
    }

    private static ShotPlan refused(
            List<String> refusals, RampProgram sweep, SupplyDemand supply, ThermometerDemand thermometer) {
        return new ShotPlan(
                refusals,
                List.of(),
                sweep,
                supply,
                thermometer,
                Expectation.none(),
                Timetable.none(),
                HeatLoads.none());
    }

    /** @param shot as the coil performs it */
    private static void refuseField(List<String> refusals, ShotSettings shot, RigFacts rig) {
        SupplyCapability supply = rig.supply();
        String lessBias = rig.bias().isPresent() ? " less the bias field" : "";
        beyond(refusals, "initial-field" + lessBias, Math.abs(shot.initialTesla()), supply.largestTesla(), "T");
        beyond(refusals, "final-field" + lessBias, Math.abs(shot.finalTesla()), supply.largestTesla(), "T");
        beyond(refusals, "rate", shot.rateTeslaPerSecond(), supply.largestTeslaPerSecond(), "T/s");
        beyond(refusals, "preparation-rate", shot.preparationTeslaPerSecond(), supply.largestTeslaPerSecond(), "T/s");
    }

    private static void refusePastZero(List<String> refusals, ShotSettings shot) {
        if (shot.finalTesla() * Math.signum(shot.initialTesla()) < -PAST_ZERO_TESLA) {
            refusals.add(Figure.text(
                    "final-field: %g T is past zero seen from %g T; a field against the spins releases heat",
                    shot.finalTesla(), shot.initialTesla()));
        }
    }

    private static void refuseTemperature(List<String> refusals, ShotSettings shot, RigFacts rig) {
        if (shot.initialKelvin() < rig.lowestKelvin() || shot.initialKelvin() > rig.highestKelvin()) {
            refusals.add(Figure.text(
                    "initial-temperature: %g K is outside what rig and calibration allow, %g K to %g K",
                    shot.initialKelvin(), rig.lowestKelvin(), rig.highestKelvin()));
            return;
        }
        double bath = rig.bath().fixedKelvin().orElse(shot.initialKelvin());
        if (Math.abs(shot.initialKelvin() - bath) > shot.toleranceKelvin()) {
            refusals.add(Figure.text(
                    "initial-temperature: %g K, but this rig's bath is fixed at %g K; allowed difference %g K",
                    shot.initialKelvin(), bath, shot.toleranceKelvin()));
        }
    }

    private static void beyond(List<String> refusals, String key, double value, double limit, String unit) {
        if (value > limit) {
            refusals.add(Figure.text("%s: %g %s is above the rig's limit, %g %s", key, value, unit, limit, unit));
        }
    }

    private static ShotPlan expected(
            Shot whole,
            Crystal crystal,
            RigFacts rig,
            RampProgram sweep,
            SupplyDemand supply,
            ThermometerDemand thermometer) {
        Expectation found = Expectation.of(whole, crystal, rig);
        Equilibration spins = Equilibration.of(whole.kind(), whole.settings(), crystal, rig);
        Drift drift = Drift.of(whole.performed(), crystal, rig, spins);
        Timetable timetable = Timetable.of(whole, rig, supply.rampSeconds(), supply.points(), spins, drift);
        HeatLoads heat = HeatLoads.of(whole, crystal, rig, supply, timetable);
        ShotPlan plan = new ShotPlan(List.of(), List.of(), sweep, supply, thermometer, found, timetable, heat);
        List<String> warnings = new ArrayList<>(found.warnings(whole, crystal));
        spins.warning().ifPresent(warnings::add);
        drift.warning(whole).ifPresent(warnings::add);
        warnings.addAll(supply.warnings(rig.onCoil(whole.performed()), rig.supply()));
        warnings.addAll(heat.warnings());
        thermometer.warning().ifPresent(warnings::add);
        if (rig.thermometer().isDrainedAfterStop()) {
            warnings.add(
                    "thermometer: its readings can be taken only after the shot; what is shown and predicted from meanwhile"
                            + " is polled, and of a shot that ends early nothing else is left");
        }
        return plan.warning(warnings);
    }

    /** Relaxation times of the wells that are expected to pass at the initial field, before the sweep. */
    public double relaxationTimes() {
        return timetable.expectedSeconds(Settle.NAME, Load.NAME, Isolate.NAME, Arm.NAME) / expected.tauInitialSeconds();
    }

    public double suddenKelvin() {
        return expected.suddenKelvin();
    }

    public double suddenWithAddendaKelvin() {
        return expected.suddenWithAddendaKelvin();
    }

    public double completedKelvin() {
        return expected.completedKelvin();
    }

    public double isentropicKelvin() {
        return expected.isentropicKelvin();
    }

    public double shareInRamp() {
        return expected.shareInRamp();
    }

    public double peakVolts() {
        return supply.peakVolts();
    }

    public double linkSeconds() {
        return expected.linkSeconds();
    }
}
