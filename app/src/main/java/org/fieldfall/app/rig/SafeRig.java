package org.fieldfall.app.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.sequence.ExcitationToSafety;
import org.fieldfall.protocols.sequence.HeaterToSafety;
import org.fieldfall.protocols.sequence.MeterToSafety;
import org.fieldfall.protocols.sequence.RigClock;
import org.fieldfall.protocols.sequence.SafeStep;
import org.fieldfall.protocols.sequence.SupplyToSafety;
import org.fieldfall.protocols.sequence.SwitchToSafety;

/**
 * A rig whose lines are closed, for whoever shall do nothing but bring it to its safe state: each line is opened when its
 * instrument's turn comes, and again at its next turn if that failed. Only what the safe state concerns is touched.
 */
public final class SafeRig implements AutoCloseable {

    private final RigConfig rig;
    private final CalibrationCurve curve;
    private final Map<String, Identity> known;
    private final RigLines lines;
    private final RigDrivers drivers;

    private SafeRig(RigConfig rig, CalibrationCurve curve, Map<String, Identity> known) {
        this.rig = rig;
        this.curve = curve;
        this.known = Map.copyOf(known);
        this.lines = new RigLines(rig, Map.of());
        this.drivers = new RigDrivers(rig, lines);
    }

    /**
     * @param known who answered at each role before; another one there is not touched
     */
    public static SafeRig of(RigConfig rig, CalibrationCurve curve, Map<String, Identity> known) {
        return new SafeRig(rig, curve, known);
    }

    /** The wall clock from now on. */
    public static RigClock clock() {
        return new WallClock();
    }

    /** The supply first, as on every way to safety. */
    public List<SafeStep> wayToSafety(Duration within) {
        RigConfig.Roles roles = rig.roles();
        List<SafeStep> steps = new ArrayList<>();
        steps.add(step(
                "field supply",
                "field-supply",
                drivers::supply,
                supply -> supply::identify,
                supply -> new SupplyToSafety("field supply", supply, ShotOf.safeField(rig), within)));
        roles.sampleHeater()
                .ifPresent(role -> steps.add(step(
                        "sample heater",
                        "sample-heater",
                        () -> drivers.heater(role),
                        heater -> heater::identify,
                        heater -> new HeaterToSafety("sample heater", heater, within))));
        roles.heatSwitch()
                .ifPresent(role -> steps.add(step(
                        "heat switch",
                        "heat-switch",
                        () -> drivers.heatSwitch(role),
                        link -> link::identify,
                        link -> new SwitchToSafety("heat switch", link, within))));
        steps.add(step(
                "sample thermometer",
                "sample-thermometer",
                () -> drivers.thermometer(curve),
                meter -> meter::identify,
                meter -> new MeterToSafety("sample thermometer", meter, within)));
        roles.fieldMonitor()
                .ifPresent(role -> steps.add(step(
                        "field monitor",
                        "field-monitor",
                        () -> drivers.monitor(role),
                        meter -> meter::identify,
                        meter -> new MeterToSafety("field monitor", meter, within))));
        roles.excitation()
                .ifPresent(role -> steps.add(step(
                        "excitation",
                        "excitation",
                        () -> drivers.excitation(role),
                        source -> source::identify,
                        source -> new ExcitationToSafety("excitation", source, within))));
        return steps;
    }

    private <T> SafeStep step(
            String name,
            String role,
            OpeningStep.Opening<T> opening,
            Function<T, Function<Duration, Identity>> identity,
            Function<T, SafeStep> step) {
        return new OpeningStep<>(name, Optional.ofNullable(known.get(role)), opening, identity, step);
    }

    @Override
    public void close() {
        lines.close();
    }
}
