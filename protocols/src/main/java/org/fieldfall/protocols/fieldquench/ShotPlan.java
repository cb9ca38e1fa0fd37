package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;

/**
 * What a shot will do and whether it may: the sweep as a program, what the theory expects, refusals and warnings. Made
 * without asking any instrument.
 *
 * @param refusals why the shot must not start; empty if it may
 * @param warnings what the operator should know, each with its size
 * @param sweep the program of the sweep
 * @param suddenKelvin sudden limit, eq. (9), as a difference from the initial temperature
 * @param suddenWithAddendaKelvin the same with the platform's heat capacity
 * @param completedKelvin after the real ramp and complete adiabatic relaxation, without addenda
 * @param isentropicKelvin eq. (11); NaN when there is no answer
 * @param shareInRamp share of the spins' crossing that happens during the ramp
 * @param peakVolts largest voltage of the sweep, L dI/dt + R I
 * @param linkSeconds time constant of the link at the initial state, wells blocked
 */
public record ShotPlan(
        List<String> refusals,
        List<String> warnings,
        RampProgram sweep,
        double suddenKelvin,
        double suddenWithAddendaKelvin,
        double completedKelvin,
        double isentropicKelvin,
        double shareInRamp,
        double peakVolts,
        double linkSeconds) {

    /** A final field further past zero than this heats the crystal instead of cooling it (physics: field reversal). */
    public static final double PAST_ZERO_TESLA = 0.01;

    /** The completed ΔT within this share of eq. (9) counts as sudden. */
    public static final double SUDDEN_SHARE = 0.03;

    private static final double DRAIN_SECONDS = 0.1;

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
        return new ShotPlan(
                refusals,
                isAllowed() ? all : warnings,
                sweep,
                suddenKelvin,
                suddenWithAddendaKelvin,
                completedKelvin,
                isentropicKelvin,
                shareInRamp,
                peakVolts,
                linkSeconds);
    }

    public static ShotPlan of(Shot whole, Crystal crystal, RigFacts rig) {
        List<String> refusals = new ArrayList<>(whole.faults());
        if (!refusals.isEmpty()) {
            return refused(refusals);
        }
        ShotSettings shot = whole.settings();
        RampProgram sweep = sweep(shot, rig.supply());
        double peakVolts = rig.circuit().peakVolts(shot.initialTesla(), shot.finalTesla(), shot.rateTeslaPerSecond());
        refuseField(refusals, shot, rig, sweep, peakVolts);
        refuseTemperature(refusals, shot, rig);
        if (shot.initialKelvin() > crystal.lattice().hottestKelvin()) {
            refusals.add(Figure.text(
                    "initial-temperature: %g K is beyond the table of the sample's lattice, which ends at %g K",
                    shot.initialKelvin(), crystal.lattice().hottestKelvin()));
        }
        refuseSampling(refusals, whole, rig);
        refuseKind(refusals, whole, rig);
        if (!refusals.isEmpty()) {
            return refused(refusals);
        }
        return expected(whole, crystal, rig, sweep, peakVolts);
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

    private static ShotPlan refused(List<String> refusals) {
        double none = Double.NaN;
        return new ShotPlan(
                refusals, List.of(), RampProgram.of(new double[1], 1), none, none, none, none, none, none, none);
    }

    private static void refuseField(
            List<String> refusals, ShotSettings shot, RigFacts rig, RampProgram sweep, double peakVolts) {
        SupplyCapability supply = rig.supply();
        beyond(refusals, "initial-field", Math.abs(shot.initialTesla()), supply.largestTesla(), "T");
        beyond(refusals, "final-field", Math.abs(shot.finalTesla()), supply.largestTesla(), "T");
        beyond(refusals, "rate", shot.rateTeslaPerSecond(), supply.largestTeslaPerSecond(), "T/s");
        beyond(refusals, "preparation-rate", shot.preparationTeslaPerSecond(), supply.largestTeslaPerSecond(), "T/s");
        if (peakVolts > rig.complianceVolts()) {
            refusals.add(Figure.text(
                    "rate: %g T/s needs %.2f V (L dI/dt + R I), the supply's compliance is %g V; the reachable rate is"
                            + " about %g T/s",
                    shot.rateTeslaPerSecond(),
                    peakVolts,
                    rig.complianceVolts(),
                    rig.circuit().reachableRate(shot.initialTesla(), shot.finalTesla())));
        }
        if (sweep.points() > supply.mostPoints()) {
            refusals.add(Figure.text(
                    "rate: the sweep takes %d points of %g s, the supply holds %d",
                    sweep.points(), sweep.dwellSeconds(), supply.mostPoints()));
        }
        refusals.addAll(Load.refusals(sweep.points(), supply));
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

    private static void refuseSampling(List<String> refusals, Shot whole, RigFacts rig) {
        ShotSettings shot = whole.settings();
        double shortest = Math.max(rig.thermometer().shortestIntervalSeconds(), rig.apertureSeconds());
        if (shot.samplingSeconds() < shortest) {
            refusals.add(Figure.text(
                    "sampling: %g s is shorter than the thermometer can, %g s", shot.samplingSeconds(), shortest));
            return;
        }
        double perDrain = DRAIN_SECONDS * rig.mostSpeed() / shot.samplingSeconds();
        if (4 * perDrain > rig.thermometer().memoryReadings()) {
            refusals.add(Figure.text(
                    "sampling: %g s fills the thermometer's %d readings in less than four drains of %g s",
                    shot.samplingSeconds(), rig.thermometer().memoryReadings(), DRAIN_SECONDS));
        }
        double readings = Acquisition.readings(
                shot, whole.pulse().map(Shot.Pulse::seconds).orElse(0.0));
        if (readings > rig.thermometer().mostReadings()) {
            refusals.add(Figure.text(
                    "relax: baseline and relaxation take %.0f readings at a sampling of %g s, one acquisition of the"
                            + " thermometer holds %d; sample more slowly or record for less long",
                    readings, shot.samplingSeconds(), rig.thermometer().mostReadings()));
        }
    }

    private static void beyond(List<String> refusals, String key, double value, double limit, String unit) {
        if (value > limit) {
            refusals.add(Figure.text("%s: %g %s is above the rig's limit, %g %s", key, value, unit, limit, unit));
        }
    }

    private static ShotPlan expected(Shot whole, Crystal crystal, RigFacts rig, RampProgram sweep, double peakVolts) {
        Expectation found = Expectation.of(whole.settings(), crystal, rig);
        return new ShotPlan(
                List.of(),
                found.warnings(whole, crystal, rig),
                sweep,
                found.suddenKelvin(),
                found.suddenWithAddendaKelvin(),
                found.completedKelvin(),
                found.isentropicKelvin(),
                found.shareInRamp(),
                peakVolts,
                found.linkSeconds());
    }
}
