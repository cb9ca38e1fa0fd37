package org.fieldfall.app.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fieldfall.app.rig.StagedFault;

/**
 * One fault in one phase.
 *
 * @param fault with its time
 * @param phase one of {@link #PHASES}
 */
public record DrillCase(StagedFault fault, String phase) {

    /** The phases of a shot, the ramp within the sweep, and the way to the safe state. */
    public static final List<String> PHASES = List.of(
            "prepare",
            "settle",
            "load",
            "isolate",
            "arm",
            "sweep",
            StagedFault.RAMP,
            "relax",
            "recover",
            StagedFault.STOPPING);

    /** Seconds of each phase of the drill's protocol in which a fault may come. */
    private static final Map<String, Double> SPANS = Map.of(
            "prepare",
            3.0,
            "settle",
            10.0,
            "load",
            0.5,
            "isolate",
            15.0,
            "arm",
            3.0,
            "sweep",
            0.05,
            StagedFault.RAMP,
            0.03,
            "relax",
            3.0,
            "recover",
            0.5,
            StagedFault.STOPPING,
            0.5);

    /** Every fault in every phase, each at a moment that the seed draws. */
    static List<DrillCase> all(List<StagedFault> faults, List<String> phases, long seed) {
        List<DrillCase> cases = new ArrayList<>();
        for (StagedFault fault : faults) {
            for (String phase : phases) {
                cases.add(of(fault, phase, seed));
            }
        }
        return cases;
    }

    /** Rounded to what a command line would give, so that a case can be repeated by hand. */
    private static DrillCase of(StagedFault fault, String phase, long seed) {
        var random = new SplittableRandom(31 * (31 * seed + fault.toString().hashCode()) + phase.hashCode());
        double span = SPANS.getOrDefault(phase, 0.0);
        double seconds = Math.rint(random.nextDouble() * span * 1000) / 1000;
        return new DrillCase(fault.at(phase, seconds), phase);
    }
}
