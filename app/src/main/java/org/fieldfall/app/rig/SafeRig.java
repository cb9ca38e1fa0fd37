package org.fieldfall.app.rig;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.protocols.fieldquench.SafeOrder;
import org.fieldfall.protocols.fieldquench.SafeTurns;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.sequence.BiasToSafety;
import org.fieldfall.protocols.sequence.ExcitationToSafety;
import org.fieldfall.protocols.sequence.HeaterToSafety;
import org.fieldfall.protocols.sequence.MeterToSafety;
import org.fieldfall.protocols.sequence.RigClock;
import org.fieldfall.protocols.sequence.SafeStep;
import org.fieldfall.protocols.sequence.SafeTurn;
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

    /** One turn for each instrument, in the order of the rig file. */
    public List<SafeTurn> wayToSafety() {
        return SafeTurns.of(
                rig.safeState().order(),
                OpenRig.supplyCapability(rig),
                ShotOf.safeField(rig),
                OpenRig.biasCapability(rig),
                this::step);
    }

    private Optional<SafeStep> step(SafeOrder.Role role) {
        RigConfig.Roles roles = rig.roles();
        String name = role.instrument();
        return switch (role) {
            case FIELD_SUPPLY ->
                Optional.of(step(
                        role,
                        drivers::supply,
                        supply -> supply::identify,
                        supply -> new SupplyToSafety(name, supply, ShotOf.safeField(rig))));
            case SAMPLE_HEATER ->
                roles.sampleHeater()
                        .map(box -> step(
                                role,
                                () -> drivers.heater(box),
                                heater -> heater::identify,
                                heater -> new HeaterToSafety(name, heater)));
            case HEAT_SWITCH ->
                roles.heatSwitch()
                        .map(box -> step(
                                role,
                                () -> drivers.heatSwitch(box),
                                link -> link::identify,
                                link -> new SwitchToSafety(name, link)));
            case SAMPLE_THERMOMETER ->
                Optional.of(step(
                        role,
                        () -> drivers.thermometer(curve),
                        meter -> meter::identify,
                        meter -> new MeterToSafety(name, meter)));
            case FIELD_MONITOR ->
                roles.fieldMonitor()
                        .map(box -> step(
                                role,
                                () -> drivers.monitor(box),
                                meter -> meter::identify,
                                meter -> new MeterToSafety(name, meter)));
            case EXCITATION ->
                roles.excitation()
                        .map(box -> step(
                                role,
                                () -> drivers.excitation(box),
                                source -> source::identify,
                                source -> new ExcitationToSafety(name, source)));
            case BIAS_MAGNET ->
                roles.biasMagnet()
                        .map(box -> step(
                                role,
                                () -> drivers.biasMagnet(box),
                                magnet -> magnet::identify,
                                magnet -> new BiasToSafety(name, magnet)));
        };
    }

    private <T> SafeStep step(
            SafeOrder.Role role,
            OpeningStep.Opening<T> opening,
            Function<T, Function<Duration, Identity>> identity,
            Function<T, SafeStep> step) {
        Optional<Identity> before = Optional.ofNullable(known.get(role.word()));
        return new OpeningStep<>(role.instrument(), before, opening, identity, step);
    }

    @Override
    public void close() {
        lines.close();
    }
}
