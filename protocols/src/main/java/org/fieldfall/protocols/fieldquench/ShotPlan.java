package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TwoWells;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Lattice;

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
    private static final double PAST_ZERO_TESLA = 0.01;

    /** The completed ΔT within this share of eq. (9) counts as sudden. */
    private static final double SUDDEN_SHARE = 0.03;

    private static final double DRAIN_SECONDS = 0.1;

    /** Stands for no final temperature while values are compared. */
    private static final double NONE = 0;

    public ShotPlan {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }

    public boolean isAllowed() {
        return refusals.isEmpty();
    }

    public static ShotPlan of(Shot whole, Crystal crystal, RigFacts rig) {
        List<String> refusals = new ArrayList<>(whole.faults());
        if (!refusals.isEmpty()) {
            return refused(refusals);
        }
        ShotSettings shot = whole.settings();
        RampProgram sweep = sweep(shot, rig.supply());
        double peakVolts = peakVolts(shot, rig);
        refuseField(refusals, shot, rig, sweep, peakVolts);
        refuseTemperature(refusals, shot, rig);
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

    /** Voltage that the resistance takes from the sweep's direction, at the worse of its two ends; below zero if it helps. */
    private static double opposingVolts(ShotSettings shot, RigFacts rig) {
        double sign = Math.signum(shot.finalTesla() - shot.initialTesla());
        double perTesla = sign * rig.ohm() / rig.teslaPerAmpere().value();
        return Math.max(perTesla * shot.initialTesla(), perTesla * shot.finalTesla());
    }

    private static double peakVolts(ShotSettings shot, RigFacts rig) {
        double inductive =
                rig.henry() * shot.rateTeslaPerSecond() / rig.teslaPerAmpere().value();
        return inductive + opposingVolts(shot, rig);
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
                    shot.rateTeslaPerSecond(), peakVolts, rig.complianceVolts(), reachable(shot, rig)));
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

    private static double reachable(ShotSettings shot, RigFacts rig) {
        double left = Math.max(0, rig.complianceVolts() - opposingVolts(shot, rig));
        return left / rig.henry() * rig.teslaPerAmpere().value();
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
        ShotSettings shot = whole.settings();
        double ti = shot.initialKelvin();
        double bi = shot.initialTesla();
        double bf = shot.finalTesla();
        double[] closed = closed(crystal, rig, shot);
        double sudden = closed[0] - ti;
        TwoWells isolated = crystal.in(Surroundings.isolated());
        FieldHistory ramp = FieldHistory.ramp(bi, bf, 0, shot.rateTeslaPerSecond());
        double completed = isolated.completedKelvin(ti, ramp) - ti;
        double blocked = crystal.lattice().heatCapacity(ti) + crystal.wells().blockedHeatCapacity(ti, bi);
        double linkSeconds =
                (crystal.moles().value() * blocked + rig.addendaJoulePerKelvin().value())
                        / rig.linkWattPerKelvin().value();
        List<String> warnings = new ArrayList<>();
        if (whole.kind().isPredicted() && Math.abs(completed / sudden - 1) > SUDDEN_SHARE) {
            warnings.add(Figure.text(
                    "not sudden: the completed ΔT, %.3f K, differs by %.1f %% from eq. (9), %.3f K",
                    completed, 100 * (completed / sudden - 1), sudden));
        }
        crystal.validity()
                .doubts(ti, ti + Math.min(sudden, completed))
                .forEach(doubt -> warnings.add("theory: " + doubt));
        if (shot.relaxSeconds() < 5 * linkSeconds) {
            warnings.add(Figure.text(
                    "relax: %g s is shorter than five time constants of the link, %.0f s; the heat taken up is not seen whole",
                    shot.relaxSeconds(), 5 * linkSeconds));
        }
        return new ShotPlan(
                List.of(),
                warnings,
                sweep,
                sudden,
                closed[1] - ti,
                completed,
                closed[2] == NONE ? Double.NaN : closed[2] - ti,
                isolated.shareCrossedInRamp(ti, ramp),
                peakVolts,
                linkSeconds);
    }

    /** Tf of eq. (9) without and with addenda, and of eq. (11). */
    private static double[] closed(Crystal crystal, RigFacts rig, ShotSettings shot) {
        double ti = shot.initialKelvin();
        double bi = shot.initialTesla();
        double bf = shot.finalTesla();
        Lattice alone = crystal.lattice();
        Lattice whole = alone.plus(new ConstantHeatCapacity(
                rig.addendaJoulePerKelvin().value() / crystal.moles().value()));
        return crystal.spins()
                .values(spin -> new double[] {
                    new SuddenLimit(spin, alone).finalKelvin(bi, bf, ti),
                    new SuddenLimit(spin, whole).finalKelvin(bi, bf, ti),
                    new Isentrope(spin, alone).finalKelvin(bi, bf, ti).orElse(NONE)
                })
                .values();
    }
}
