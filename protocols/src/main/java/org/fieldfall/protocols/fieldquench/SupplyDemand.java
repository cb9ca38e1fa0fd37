package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;

/**
 * What a shot asks of the field supply, and what that can give. SI units.
 *
 * @param peakVolts largest voltage of the sweep, L dI/dt + R I
 * @param points of the program of the sweep
 * @param stepTesla from one of its points to the next
 * @param reachedTeslaPerSecond rate of that program, never above the asked one
 * @param reachableTeslaPerSecond rate at which the voltage would be the compliance
 * @param largestAmperes current at the larger of the two fields
 */
public record SupplyDemand(
        double peakVolts,
        double complianceVolts,
        int points,
        int mostPoints,
        double stepTesla,
        double dwellSeconds,
        double rampSeconds,
        double reachedTeslaPerSecond,
        double reachableTeslaPerSecond,
        double largestAmperes) {

    /** More than this share of the compliance leaves little for the stairs of the program. */
    private static final double MUCH_OF_COMPLIANCE = 0.8;

    /** Rounding the number of steps up slows the ramp; this much counts. */
    private static final double SLOWER_SHARE = 0.02;

    private static final double FEWEST_SETPOINTS = 4;

    static SupplyDemand none() {
        double none = Double.NaN;
        return new SupplyDemand(none, none, 0, 0, none, none, none, none, none, none);
    }

    static SupplyDemand of(ShotSettings shot, RigFacts rig, RampProgram sweep) {
        CoilCircuit circuit = rig.circuit();
        double distance = Math.abs(shot.finalTesla() - shot.initialTesla());
        double largest = Math.max(Math.abs(shot.initialTesla()), Math.abs(shot.finalTesla()));
        boolean isMoved = distance > 0;
        return new SupplyDemand(
                isMoved
                        ? circuit.peakVolts(shot.initialTesla(), shot.finalTesla(), shot.rateTeslaPerSecond())
                        : circuit.ohm() * largest / circuit.teslaPerAmpere(),
                rig.complianceVolts(),
                sweep.points(),
                rig.supply().mostPoints(),
                distance / sweep.points(),
                sweep.dwellSeconds(),
                isMoved ? sweep.durationSeconds() : 0,
                isMoved ? distance / sweep.durationSeconds() : 0,
                circuit.reachableRate(shot.initialTesla(), shot.finalTesla()),
                largest / circuit.teslaPerAmpere());
    }

    List<String> refusals(ShotSettings shot, RigFacts rig) {
        List<String> refusals = new ArrayList<>();
        if (peakVolts > complianceVolts) {
            refusals.add(Figure.text(
                    "rate: %g T/s needs %.2f V (L dI/dt + R I), the supply's compliance is %g V; the reachable rate is"
                            + " about %g T/s",
                    shot.rateTeslaPerSecond(), peakVolts, complianceVolts, reachableTeslaPerSecond));
        }
        double rest = rig.safe().tesla();
        double safeRate = rig.safe().rateTeslaPerSecond();
        refuseSlow(refusals, "preparation-rate", rig, rest, shot.initialTesla(), shot.preparationTeslaPerSecond());
        refuseSlow(refusals, "safe-state.rate", rig, shot.finalTesla(), rest, safeRate);
        if (points > mostPoints) {
            refusals.add(Figure.text(
                    "rate: the sweep takes %d points of %g s, the supply holds %d", points, dwellSeconds, mostPoints));
        }
        refusals.addAll(Load.refusals(points, rig.supply()));
        return refusals;
    }

    /** Of the ramps from and to the resting field. */
    private void refuseSlow(List<String> refusals, String key, RigFacts rig, double from, double to, double rate) {
        double volts = from == to ? 0 : rig.circuit().peakVolts(from, to, rate);
        if (volts > complianceVolts) {
            refusals.add(Figure.text(
                    "%s: %g T/s from %g T to %g T needs %.2f V (L dI/dt + R I), the supply's compliance is %g V",
                    key, rate, from, to, volts, complianceVolts));
        }
    }

    List<String> warnings(ShotSettings shot, SupplyCapability supply) {
        List<String> warnings = new ArrayList<>();
        if (rampSeconds == 0) {
            return warnings;
        }
        if (peakVolts > MUCH_OF_COMPLIANCE * complianceVolts) {
            warnings.add(Figure.text(
                    "compliance: the sweep takes %.2f V of %g V; the stairs of its program come on top",
                    peakVolts, complianceVolts));
        }
        if (reachedTeslaPerSecond < (1 - SLOWER_SHARE) * shot.rateTeslaPerSecond()) {
            warnings.add(Figure.text(
                    "rate: %d points of %g s make %.3g T/s of the asked %g T/s",
                    points, dwellSeconds, reachedTeslaPerSecond, shot.rateTeslaPerSecond()));
        }
        if (stepTesla < FEWEST_SETPOINTS * supply.smallestStepTesla()) {
            warnings.add(Figure.text(
                    "rate: a step of the program, %.2g T, is no more than %.1f times what the supply resolves, %.2g T",
                    stepTesla, stepTesla / supply.smallestStepTesla(), supply.smallestStepTesla()));
        }
        return warnings;
    }
}
