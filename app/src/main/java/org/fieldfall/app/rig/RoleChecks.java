package org.fieldfall.app.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.RigConfig.AuxiliaryRole;
import org.fieldfall.app.config.RigConfig.BathRole;
import org.fieldfall.app.config.RigConfig.BiasMagnetRole;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.model.Finding;
import org.fieldfall.app.model.ModelSettings;
import org.fieldfall.app.model.OpenBox;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;

/** How each role of a rig is opened to be checked: a new role is one more line here. */
final class RoleChecks {

    private final RigConfig rig;
    private final RigDrivers drivers;
    private final CalibrationCurve curve;

    RoleChecks(RigConfig rig, RigDrivers drivers, CalibrationCurve curve) {
        this.rig = rig;
        this.drivers = drivers;
        this.curve = curve;
    }

    /** By role; each opens its line when it is asked for. */
    Map<String, Supplier<RoleCheck>> all() {
        var roles = rig.roles();
        var all = new LinkedHashMap<String, Supplier<RoleCheck>>();
        all.put("field-supply", this::supply);
        all.put("sample-thermometer", this::thermometer);
        put(
                all,
                "field-monitor",
                roles.fieldMonitor()
                        .map(role ->
                                () -> check(Role.FIELD_MONITOR, role.instrument(), drivers.monitor(role)::identify)));
        put(all, "bath", roles.bath().map(role -> () -> bath(role)));
        put(
                all,
                "heat-switch",
                roles.heatSwitch()
                        .map(role ->
                                () -> check(Role.HEAT_SWITCH, role.instrument(), drivers.heatSwitch(role)::identify)));
        put(
                all,
                "sample-heater",
                roles.sampleHeater()
                        .map(role ->
                                () -> check(Role.SAMPLE_HEATER, role.instrument(), drivers.heater(role)::identify)));
        put(
                all,
                "excitation",
                roles.excitation()
                        .map(role ->
                                () -> check(Role.EXCITATION, role.instrument(), drivers.excitation(role)::identify)));
        put(all, "bias-magnet", roles.biasMagnet().map(role -> () -> biasMagnet(role)));
        roles.auxiliary().forEach(role -> all.put("auxiliary " + role.name(), () -> auxiliary(role)));
        return all;
    }

    private static void put(Map<String, Supplier<RoleCheck>> all, String role, Optional<Supplier<RoleCheck>> check) {
        check.ifPresent(filled -> all.put(role, filled));
    }

    private RoleCheck supply() {
        FieldSupply supply = drivers.supply();
        return check(
                Role.FIELD_SUPPLY,
                rig.roles().fieldSupply().instrument(),
                supply::identify,
                within ->
                        List.of(Finding.now("field", supply.measureField(within).tesla(), "T")));
    }

    private RoleCheck thermometer() {
        return check(
                Role.SAMPLE_THERMOMETER,
                rig.roles().sampleThermometer().instrument(),
                drivers.thermometer(curve)::identify);
    }

    private RoleCheck bath(BathRole role) {
        Bath bath = drivers.bath(role);
        return check(
                Role.BATH,
                role.instrument(),
                bath::identify,
                within -> List.of(
                        Finding.now("temperature", bath.measureKelvin(within), "K"),
                        Finding.now("setpoint", bath.measureSetpoint(within), "K")));
    }

    private RoleCheck biasMagnet(BiasMagnetRole role) {
        BiasMagnet magnet = drivers.biasMagnet(role);
        return check(
                Role.BIAS_MAGNET,
                role.instrument(),
                magnet::identify,
                within -> List.of(
                        Finding.now("field", magnet.measureTesla(within), "T"), magnetQuench(magnet.state(within))));
    }

    private static Finding magnetQuench(BiasMagnet.State state) {
        return Finding.of(
                "state",
                state.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "no magnet quench",
                state != BiasMagnet.State.MAGNET_QUENCH);
    }

    private RoleCheck auxiliary(AuxiliaryRole role) {
        AuxiliaryChannel channel = drivers.auxiliary(role);
        return check(
                Role.AUXILIARY,
                role.instrument(),
                channel::identify,
                within -> List.of(Finding.now(role.name(), channel.measure(within), role.unit())));
    }

    private RoleCheck check(Role role, String instrument, Function<Duration, Identity> identify) {
        return check(role, instrument, identify, within -> List.of());
    }

    /** @param readings what any instrument of the role tells; the model adds its own */
    private RoleCheck check(
            Role role,
            String instrument,
            Function<Duration, Identity> identify,
            Function<Duration, List<Finding>> readings) {
        ModelSettings settings = rig.settings(instrument, ModelSettings.class);
        OpenBox box = drivers.box(instrument);
        return RoleCheck.of(identify, within -> {
            List<Finding> all = new ArrayList<>(readings.apply(within));
            all.addAll(settings.inspect(role, box, within));
            return all;
        });
    }
}
