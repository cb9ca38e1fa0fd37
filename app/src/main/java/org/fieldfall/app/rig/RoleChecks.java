package org.fieldfall.app.rig;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.RigConfig.AuxiliaryRole;
import org.fieldfall.app.config.RigConfig.BathRole;
import org.fieldfall.app.rig.Finding.Verdict;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.FieldSupply;

/** How each role of a rig is opened to be checked: a new role is one more line here. */
final class RoleChecks {

    private final RigConfig rig;
    private final RigDrivers drivers;

    RoleChecks(RigConfig rig, RigDrivers drivers) {
        this.rig = rig;
        this.drivers = drivers;
    }

    /** By role; each opens its line when it is asked for. */
    Map<String, Supplier<RoleCheck>> all(CalibrationCurve curve) {
        var roles = rig.roles();
        var all = new LinkedHashMap<String, Supplier<RoleCheck>>();
        all.put("field-supply", this::supply);
        all.put("sample-thermometer", () -> RoleCheck.of(drivers.thermometer(curve)::identify));
        put(
                all,
                "field-monitor",
                roles.fieldMonitor().map(role -> () -> RoleCheck.of(drivers.monitor(role)::identify)));
        put(all, "bath", roles.bath().map(role -> () -> bath(role)));
        put(all, "heat-switch", roles.heatSwitch().map(role -> () -> RoleCheck.of(drivers.heatSwitch(role)::identify)));
        put(
                all,
                "sample-heater",
                roles.sampleHeater().map(role -> () -> RoleCheck.of(drivers.openHeater(role)::identify)));
        put(all, "excitation", roles.excitation().map(role -> () -> RoleCheck.of(drivers.excitation(role)::identify)));
        roles.auxiliary().forEach(role -> all.put("auxiliary " + role.name(), () -> auxiliary(role)));
        return all;
    }

    private static void put(Map<String, Supplier<RoleCheck>> all, String role, Optional<Supplier<RoleCheck>> check) {
        check.ifPresent(filled -> all.put(role, filled));
    }

    private RoleCheck supply() {
        FieldSupply supply = drivers.supply();
        return RoleCheck.of(
                supply::identify,
                within -> List.of(now("field", supply.measureField(within).tesla(), "T")));
    }

    private RoleCheck bath(BathRole role) {
        Bath bath = drivers.bath(role);
        return RoleCheck.of(
                bath::identify,
                within -> List.of(
                        now("temperature", bath.measureKelvin(within), "K"),
                        now("setpoint", bath.measureSetpoint(within), "K")));
    }

    private RoleCheck auxiliary(AuxiliaryRole role) {
        AuxiliaryChannel channel = drivers.auxiliary(role);
        return RoleCheck.of(
                channel::identify, within -> List.of(now(role.name(), channel.measure(within), role.unit())));
    }

    private static Finding now(String what, double value, String unit) {
        return new Finding(what, text("now %g %s", value, unit), "", Verdict.FITS);
    }
}
