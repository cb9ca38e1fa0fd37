package org.fieldfall.app.rig;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.simulator.Fault;
import org.fieldfall.simulator.VirtualRig;
import org.fieldfall.simulator.WorldView;

/** The simulated rig alone, with its lines open for whoever speaks to them. */
public final class SimulatedRig implements AutoCloseable {

    private final RigConfig rig;
    private final VirtualRig twin;

    private SimulatedRig(RigConfig rig, VirtualRig twin) {
        this.rig = rig;
        this.twin = twin;
    }

    /** Starts the world of a rig file, at rest. */
    public static SimulatedRig start(RigConfig rig, SampleConfig sample, CalibrationCurve curve, long seed) {
        return start(rig, sample, curve, seed, List.of());
    }

    /** @param faults that no phase is an anchor of: there is no run */
    public static SimulatedRig start(
            RigConfig rig, SampleConfig sample, CalibrationCurve curve, long seed, List<StagedFault> faults) {
        VirtualRig twin = LooseLines.start(TwinOf.settings(rig, sample, curve), seed, faults);
        SimulatedRig started = new SimulatedRig(rig, twin);
        faults.forEach(fault -> started.stage(fault, 0));
        return started;
    }

    /**
     * Lets something go wrong; what is the host's own does not befall this rig.
     *
     * @param anchorSeconds world time that the fault's own time counts from; now, if it is past
     */
    public void stage(StagedFault fault, double anchorSeconds) {
        fault.kind()
                .ifPresent(kind -> twin.stage(
                        new Fault(kind, fault.role(), fault.lastsSeconds()), anchorSeconds + fault.offsetSeconds()));
    }

    /** Takes what has gone wrong and was not taken yet, a line of words each. */
    public List<String> struck() {
        return twin.struck().stream()
                .map(one -> Figure.text(
                        "%s/%s happened at %.4f s",
                        one.fault().kind().word(), one.fault().role(), one.seconds()))
                .toList();
    }

    /** The world as it really is now. */
    public TrueView view() {
        WorldView view = twin.view();
        return new TrueView(
                new TrueState(
                        view.seconds(),
                        view.tesla(),
                        view.latticeKelvin(),
                        view.platformKelvin(),
                        view.upperPopulation()),
                view.amperes(),
                view.coilJoule(),
                view.populations());
    }

    /** @param worldSecondsPerSecond 1 to 50, or 0 to hold the world */
    public void speed(double worldSecondsPerSecond) {
        twin.speed(worldSecondsPerSecond);
    }

    /** Resource name of each role's line. */
    public Map<String, String> resources() {
        return twin.resources();
    }

    /** Resource name of each instrument's line. */
    public Map<String, String> resourcesByInstrument() {
        var found = resources();
        var byInstrument = new HashMap<String, String>();
        rig.roles().instruments().forEach((role, instrument) -> {
            if (found.containsKey(role)) {
                byInstrument.put(instrument, found.get(role));
            }
        });
        return byInstrument;
    }

    @Override
    public void close() {
        twin.close();
    }
}
